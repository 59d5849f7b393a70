package clock2cloud.app.vm.kernel;

import clock2cloud.vm.entitlement.Claim;
import clock2cloud.vm.entitlement.Entitlement;
import clock2cloud.vm.scheduler.BandwidthLimit;
import clock2cloud.vm.scheduler.ColdStart;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The trainer alone and under quotas in turn, then alone and beside a busy neighbour of its own weight. What the model knows is
 * measured without these: the CPU time of each step of the trainer left alone, what its other threads use meanwhile, for the
 * quota is theirs too, and, beside a neighbour of three times its weight, what it costs to come back to a cold processor.
 */
final class TrainingCheck {
    private static final double EPOCH_BOUND = 0.05;
    private static final double TAIL_BOUND = 0.15;
    private static final double EPOCH_STEPS = 60_000.0 / TrainingLoad.BATCH;
    private static final double[] QUOTAS = {0.25, 0.5, 0.8, 1.5};
    private static final int LONG_RUN = 10_000;

    private final ControlGroups groups;
    private final double seconds;
    private final Lines lines;
    private final Consumer<String> progress;

    /** Where a comparison goes. */
    interface Lines {
        void add(String name, double modelled, double measured, String unit, double bound);
    }

    TrainingCheck(ControlGroups groups, double seconds, Lines lines, Consumer<String> progress) {
        this.groups = groups;
        this.seconds = seconds;
        this.lines = lines;
        this.progress = progress;
    }

    void run() throws IOException {
        try (ControlGroup free = groups.create();
                TrainingProcess trainer = new TrainingProcess(free)) {
            if (!groups.has("cpuset")) {
                quotas(free, trainer, ColdStart.NONE);
                return;
            }
            try (ControlGroup pinned = groups.create()) {
                pinned.processors("0");
                pinned.weight(1);
                trainer.move(pinned);
                ColdStart cold = coldStart(trainer);
                trainer.move(free);
                quotas(free, trainer, cold);
                trainer.move(pinned);
                beside(trainer, cold);
            }
        }
    }

    private void quotas(ControlGroup group, TrainingProcess trainer, ColdStart cold) throws IOException {
        for (double quota : QUOTAS) {
            quota(quota, group, trainer, cold);
        }
    }

    /** Both on one processor, the neighbour three times as heavy: the trainer has a quarter, in slices. */
    private ColdStart coldStart(TrainingProcess trainer) throws IOException {
        ColdStart cold = besides(trainer, 3).coldStart();
        progress.accept(String.format(
                java.util.Locale.ROOT,
                "note: the trainer keeps a shared processor for %.2f ms at a time, of which %.2f ms to get warm",
                1000 * cold.sliceSeconds(),
                1000 * cold.coldSeconds()));
        return cold;
    }

    private TrainingRounds besides(TrainingProcess trainer, int weight) throws IOException {
        try (ControlGroup other = groups.create()) {
            other.processors("0");
            other.weight(weight);
            Neighbour neighbour = new Neighbour(other);
            return TrainingRounds.of(trainer, 2 * seconds, neighbour::come, neighbour::go);
        }
    }

    private void quota(double quota, ControlGroup group, TrainingProcess trainer, ColdStart cold) throws IOException {
        TrainingRounds rounds = TrainingRounds.of(trainer, 2 * seconds, () -> group.quota(quota), () -> group.quota(0));
        TrainingRounds.Forecast forecast =
                round -> modelled(quota, round.alone(), cold).meanSeconds();
        String under = " under a quota of " + Math.round(quota * 100) + "%";
        epoch("training epoch" + under, rounds, forecast);
        if (quota < 1) {
            TrainingSteps alone = rounds.counted().stream()
                    .map(TrainingRounds.Round::alone)
                    .reduce(TrainingSteps::and)
                    .orElseThrow();
            lines.add(
                    "p99 training step" + under,
                    1000 * modelled(quota, alone, cold).p99Seconds(),
                    1000 * p99(rounds.heldSeconds()),
                    "ms",
                    TAIL_BOUND);
        }
    }

    private static BandwidthLimit.StepTimes modelled(double quota, TrainingSteps alone, ColdStart cold) {
        BandwidthLimit limit = BandwidthLimit.ofCores(quota);
        return quota < 1
                ? limit.of(alone.trainingFraction())
                        .afterPauses(cold.coldSeconds())
                        .steps(alone.workSeconds(), 1, LONG_RUN)
                : limit.steps(alone.wallSeconds(), 1, LONG_RUN);
    }

    private void epoch(String name, TrainingRounds rounds, TrainingRounds.Forecast forecast) {
        progress.accept("note: " + rounds.told());
        TrainingRounds.Pair middle = rounds.middle(forecast);
        lines.add(
                name, EPOCH_STEPS * middle.modelledSeconds(), EPOCH_STEPS * middle.measuredSeconds(), "s", EPOCH_BOUND);
    }

    private static double p99(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(0.99 * sorted.length) - 1];
    }

    /** Both on one processor, with equal weights. */
    private void beside(TrainingProcess trainer, ColdStart cold) throws IOException {
        double share = Entitlement.divide(1, List.of(Claim.of("a", 1, 1), Claim.of("b", 1, 1)))[0];
        epoch(
                "training epoch beside a busy one, weights 1:1",
                besides(trainer, 1),
                round -> round.alone().meanWorkSeconds() * cold.slowdownRatio() / share);
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
