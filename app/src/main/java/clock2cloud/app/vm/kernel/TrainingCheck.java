package clock2cloud.app.vm.kernel;

import clock2cloud.vm.entitlement.Claim;
import clock2cloud.vm.entitlement.Entitlement;
import clock2cloud.vm.scheduler.BandwidthLimit;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The trainer by itself, then under quotas, then beside a busy neighbour. What the model knows is measured without any limit:
 * the CPU time of each step of the trainer left alone, and what its other threads use meanwhile, for the quota is theirs too.
 */
final class TrainingCheck {
    private static final double EPOCH_BOUND = 0.05;
    private static final double TAIL_BOUND = 0.15;
    private static final int EPOCH_STEPS = 469;
    private static final double[] QUOTAS = {0.25, 0.5, 0.8, 1.5};
    private static final int LONG_RUN = 20;

    private final ControlGroups groups;
    private final double seconds;
    private final Lines lines;

    /** Where a comparison goes. */
    interface Lines {
        void add(String name, double modelled, double measured, String unit, double bound);
    }

    TrainingCheck(ControlGroups groups, double seconds, Lines lines) {
        this.groups = groups;
        this.seconds = seconds;
        this.lines = lines;
    }

    void run() throws IOException {
        try (ControlGroup group = groups.create();
                TrainingProcess trainer = new TrainingProcess(group)) {
            for (double quota : QUOTAS) {
                quota(quota, group, trainer);
            }
            group.quota(0);
            if (groups.has("cpuset")) {
                beside(group, trainer);
            }
        }
    }

    /** Left alone, under the quota, left alone again: what drifts in between, drifts for the model too. */
    private void quota(double quota, ControlGroup group, TrainingProcess trainer) throws IOException {
        TrainingProcess.Steps before = trainer.steps(seconds / 2);
        group.quota(quota);
        trainer.steps(0.5);
        double[] measured = trainer.steps(2 * seconds).wallSeconds();
        group.quota(0);
        TrainingProcess.Steps alone = before.and(trainer.steps(seconds / 2));
        BandwidthLimit limit = BandwidthLimit.ofCores(quota);
        BandwidthLimit.StepTimes modelled = quota < 1
                ? limit.beside(alone.otherCores()).steps(alone.workSeconds(), 1, LONG_RUN * measured.length)
                : limit.steps(alone.wallSeconds(), 1, LONG_RUN * measured.length);
        String under = " under a quota of " + Math.round(quota * 100) + "%";
        lines.add(
                "training epoch" + under,
                EPOCH_STEPS * modelled.meanSeconds(),
                EPOCH_STEPS * mean(measured),
                "s",
                EPOCH_BOUND);
        if (quota < 1) {
            double[] sorted = measured.clone();
            Arrays.sort(sorted);
            double p99 = sorted[(int) Math.ceil(0.99 * sorted.length) - 1];
            lines.add("p99 training step" + under, 1000 * modelled.p99Seconds(), 1000 * p99, "ms", TAIL_BOUND);
        }
    }

    private void beside(ControlGroup group, TrainingProcess trainer) throws IOException {
        double step = trainer.steps(seconds).meanSeconds();
        try (ControlGroup other = groups.create()) {
            group.processors("0");
            other.processors("0");
            other.weight(1);
            group.weight(1);
            try (BusyProcess busy = new BusyProcess(other)) {
                trainer.steps(0.5);
                double measured = trainer.steps(2 * seconds).meanSeconds();
                double share = Entitlement.divide(1, List.of(Claim.of("a", 1, 1), Claim.of("b", 1, 1)))[0];
                lines.add(
                        "training epoch beside a busy one, weights 1:1",
                        EPOCH_STEPS * step / share,
                        EPOCH_STEPS * measured,
                        "s",
                        EPOCH_BOUND);
                if (busy.cpuSeconds() <= 0) {
                    throw new IOException("the busy neighbour did not run");
                }
            }
        }
    }

    private static double mean(double... values) {
        return Arrays.stream(values).average().orElse(0);
    }
}
