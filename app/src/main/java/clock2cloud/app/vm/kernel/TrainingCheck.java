package clock2cloud.app.vm.kernel;

import clock2cloud.vm.entitlement.Claim;
import clock2cloud.vm.entitlement.Entitlement;
import clock2cloud.vm.scheduler.BandwidthLimit;
import clock2cloud.vm.scheduler.CacheDecay;
import clock2cloud.vm.scheduler.ColdStart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The trainer alone and under quotas in turn, then alone and beside a busy neighbour of its own weight. What the model knows is
 * measured without these: the CPU time of each step of the trainer left alone, what its other threads use meanwhile, for the
 * quota is theirs too, and, beside neighbours of three and nine times its weight, what it costs to come back to a processor that
 * went cold during a shorter and a longer pause.
 */
final class TrainingCheck {
    private static final double EPOCH_BOUND = 0.05;
    private static final double NEIGHBOUR_BOUND = 0.1;
    private static final double TAIL_BOUND = 0.15;
    private static final double EPOCH_STEPS = 60_000.0 / TrainingLoad.BATCH;
    private static final double[] QUOTAS = {0.25, 0.5, 0.8, 1.5};
    private static final int LONG_RUN = 10_000;

    private final ControlGroups groups;
    private final String processor;
    private final double seconds;
    private final Lines lines;
    private final Consumer<String> progress;

    /** Where a comparison goes. */
    interface Lines {
        void add(String name, double modelled, double measured, String unit, double bound);
    }

    TrainingCheck(ControlGroups groups, String processor, double seconds, Lines lines, Consumer<String> progress) {
        this.groups = groups;
        this.processor = processor;
        this.seconds = seconds;
        this.lines = lines;
        this.progress = progress;
    }

    void run() throws IOException {
        try (ControlGroup free = groups.create();
                TrainingProcess trainer = new TrainingProcess(free)) {
            if (!groups.canPin()) {
                quotas(free, trainer, CacheDecay.NONE);
                return;
            }
            try (ControlGroup pinned = groups.create()) {
                pinned.processors(processor);
                pinned.weight(1);
                trainer.move(pinned);
                CacheDecay decay = beside(trainer);
                trainer.move(free);
                quotas(free, trainer, decay);
            }
        }
    }

    private void quotas(ControlGroup group, TrainingProcess trainer, CacheDecay decay) throws IOException {
        for (double quota : QUOTAS) {
            quota(quota, group, trainer, decay);
        }
    }

    /** Both on one processor: the trainer has a quarter and a tenth of it, in slices; a half is forecast. */
    private CacheDecay beside(TrainingProcess trainer) throws IOException {
        List<TrainingRounds> besides = besides(trainer, 3, 9, 1);
        ColdStart quarter = besides.get(0).coldStart();
        ColdStart tenth = besides.get(1).coldStart();
        if (Double.isInfinite(quarter.sliceSeconds() + tenth.sliceSeconds())) {
            half(besides.get(2), ColdStart.NONE); // it was never taken off the processor
            return CacheDecay.NONE;
        }
        CacheDecay decay = CacheDecay.through(
                pause(quarter, 3),
                quarter.coldSeconds(),
                Math.max(pause(tenth, 9), 2 * pause(quarter, 3)),
                tenth.coldSeconds());
        progress.accept(String.format(
                java.util.Locale.ROOT,
                "note: the trainer keeps a shared processor for %.2f ms at a time; to get warm takes %.2f ms after a pause of"
                        + " %.1f ms, %.2f after %.1f",
                1000 * quarter.sliceSeconds(),
                1000 * quarter.coldSeconds(),
                1000 * pause(quarter, 3),
                1000 * tenth.coldSeconds(),
                1000 * pause(tenth, 9)));
        half(besides.get(2), new ColdStart(quarter.sliceSeconds(), decay.coldSeconds(pause(quarter, 1))));
        return decay;
    }

    /** How long a neighbour that is so many times as heavy keeps the processor between two slices. */
    private static double pause(ColdStart cold, int weight) {
        return weight * cold.sliceSeconds();
    }

    private List<TrainingRounds> besides(TrainingProcess trainer, int... weights) throws IOException {
        try (ControlGroup other = groups.create()) {
            other.processors(processor);
            Neighbour neighbour = new Neighbour(other);
            List<TrainingRounds.Switch> comings = new ArrayList<>();
            for (int weight : weights) {
                comings.add(() -> {
                    other.weight(weight);
                    neighbour.come();
                });
            }
            return TrainingRounds.inTurn(trainer, 2 * seconds, comings, neighbour::go);
        }
    }

    private void quota(double quota, ControlGroup group, TrainingProcess trainer, CacheDecay decay) throws IOException {
        TrainingRounds rounds = TrainingRounds.of(trainer, 2 * seconds, () -> group.quota(quota), () -> group.quota(0));
        TrainingRounds.Forecast forecast =
                round -> modelled(quota, round.alone(), decay).meanSeconds();
        String under = " under a quota of " + Math.round(quota * 100) + "%";
        epoch("training epoch" + under, rounds, forecast, EPOCH_BOUND);
        if (quota < 1) {
            TrainingSteps alone = rounds.counted().stream()
                    .map(TrainingRounds.Round::alone)
                    .reduce(TrainingSteps::and)
                    .orElseThrow();
            lines.add(
                    "p99 training step" + under,
                    1000 * modelled(quota, alone, decay).p99Seconds(),
                    1000 * p99(rounds.heldSeconds()),
                    "ms",
                    TAIL_BOUND);
        }
    }

    private static BandwidthLimit.StepTimes modelled(double quota, TrainingSteps alone, CacheDecay decay) {
        BandwidthLimit limit = BandwidthLimit.ofCores(quota);
        return quota < 1
                ? limit.of(alone.trainingFraction())
                        .afterPauses(decay.coldSeconds(limit.periodSeconds() - limit.quotaSeconds()))
                        .steps(alone.workSeconds(), 1, LONG_RUN)
                : limit.steps(alone.wallSeconds(), 1, LONG_RUN);
    }

    private void epoch(String name, TrainingRounds rounds, TrainingRounds.Forecast forecast, double bound) {
        progress.accept("note: " + rounds.told());
        TrainingRounds.Pair middle = rounds.middle(forecast);
        lines.add(name, EPOCH_STEPS * middle.modelledSeconds(), EPOCH_STEPS * middle.measuredSeconds(), "s", bound);
    }

    private static double p99(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(0.99 * sorted.length) - 1];
    }

    /** Both on one processor, with equal weights. */
    private void half(TrainingRounds rounds, ColdStart cold) {
        double share = Entitlement.divide(1, List.of(Claim.of("a", 1, 1), Claim.of("b", 1, 1)))[0];
        epoch(
                "training epoch beside a busy one, weights 1:1",
                rounds,
                round -> round.alone().meanWorkSeconds() * cold.slowdownRatio() / share,
                NEIGHBOUR_BOUND);
    }

    /** A busy process that comes and goes. */
    private static final class Neighbour {
        private final ControlGroup group;
        private List<BusyProcess> here = List.of();

        Neighbour(ControlGroup group) {
            this.group = group;
        }

        void come() throws IOException {
            here = List.of(new BusyProcess(group));
        }

        void go() throws IOException {
            for (BusyProcess busy : here) {
                boolean ran = busy.cpuSeconds() > 0;
                busy.close();
                if (!ran) {
                    throw new IOException("the busy neighbour did not run");
                }
            }
        }
    }
}
