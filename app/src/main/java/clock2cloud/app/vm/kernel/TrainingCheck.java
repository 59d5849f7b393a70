package clock2cloud.app.vm.kernel;

import clock2cloud.vm.entitlement.Claim;
import clock2cloud.vm.entitlement.Entitlement;
import clock2cloud.vm.scheduler.BandwidthLimit;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The trainer alone and under quotas in turn, then alone and beside a busy neighbour. What the model knows is measured without
 * any limit: the CPU time of each step of the trainer left alone, and what its other threads use meanwhile, for the quota is
 * theirs too.
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
        try (ControlGroup group = groups.create();
                TrainingProcess trainer = new TrainingProcess(group)) {
            for (double quota : QUOTAS) {
                quota(quota, group, trainer);
            }
            if (groups.has("cpuset")) {
                beside(group, trainer);
            }
        }
    }

    private void quota(double quota, ControlGroup group, TrainingProcess trainer) throws IOException {
        TrainingRounds rounds = TrainingRounds.of(trainer, 2 * seconds, () -> group.quota(quota), () -> group.quota(0));
        TrainingRounds.Forecast forecast =
                round -> modelled(quota, round.alone()).meanSeconds();
        String under = " under a quota of " + Math.round(quota * 100) + "%";
        epoch("training epoch" + under, rounds, forecast);
        if (quota < 1) {
            TrainingProcess.Steps alone = rounds.counted().stream()
                    .map(TrainingRounds.Round::alone)
                    .reduce(TrainingProcess.Steps::and)
                    .orElseThrow();
            lines.add(
                    "p99 training step" + under,
                    1000 * modelled(quota, alone).p99Seconds(),
                    1000 * p99(rounds.heldSeconds()),
                    "ms",
                    TAIL_BOUND);
        }
    }

    private static BandwidthLimit.StepTimes modelled(double quota, TrainingProcess.Steps alone) {
        BandwidthLimit limit = BandwidthLimit.ofCores(quota);
        return quota < 1
                ? limit.beside(alone.otherCores()).steps(alone.workSeconds(), 1, LONG_RUN)
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
    private void beside(ControlGroup group, TrainingProcess trainer) throws IOException {
        group.processors("0");
        group.weight(1);
        double share = Entitlement.divide(1, List.of(Claim.of("a", 1, 1), Claim.of("b", 1, 1)))[0];
        try (ControlGroup other = groups.create()) {
            other.processors("0");
            other.weight(1);
            Neighbour neighbour = new Neighbour(other);
            TrainingRounds rounds = TrainingRounds.of(trainer, 2 * seconds, neighbour::come, neighbour::go);
            epoch(
                    "training epoch beside a busy one, weights 1:1",
                    rounds,
                    round -> round.alone().meanSeconds() / share);
        }
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
