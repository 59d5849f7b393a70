package clock2cloud.app.vm.kernel;

import java.util.Arrays;

/**
 * Steps of the trainer, one after the other.
 *
 * @param wallSeconds of each
 * @param cpuSeconds of the thread that trains, over all of them
 * @param switches how often the kernel took that thread off its processor
 * @param otherCores that the other threads used meanwhile: compilers, timers
 */
@SuppressWarnings("ArrayRecordComponent")
record TrainingSteps(double[] wallSeconds, double cpuSeconds, long switches, double otherCores) {
    /** Something that trains. */
    interface Trainee {
        /** Trains for about this time. */
        TrainingSteps steps(double seconds) throws java.io.IOException;
    }

    int count() {
        return wallSeconds.length;
    }

    private double wall() {
        return Arrays.stream(wallSeconds).sum();
    }

    double meanSeconds() {
        return Arrays.stream(wallSeconds).average().orElse(0);
    }

    /** CPU time of a step. */
    double meanWorkSeconds() {
        return cpuSeconds / count();
    }

    /** CPU time of each step: its wall time, without what other programs took from it in the mean. */
    double[] workSeconds() {
        double own = Math.min(1, cpuSeconds / wall());
        return Arrays.stream(wallSeconds).map(w -> w * own).toArray();
    }

    /** The part of the process's CPU time that trains. */
    double trainingFraction() {
        double own = cpuSeconds / wall();
        return own / (own + otherCores);
    }

    /** Both stretches; of the other threads the calmer one, for compilers finish. */
    TrainingSteps and(TrainingSteps later) {
        double[] both = Arrays.copyOf(wallSeconds, wallSeconds.length + later.wallSeconds.length);
        System.arraycopy(later.wallSeconds, 0, both, wallSeconds.length, later.wallSeconds.length);
        return new TrainingSteps(
                both, cpuSeconds + later.cpuSeconds, switches + later.switches, Math.min(otherCores, later.otherCores));
    }
}
