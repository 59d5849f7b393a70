package clock2cloud.vm.scheduler;

import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.positive;

/**
 * What a virtual CPU does all day: a step of computing, then a pause. Latency is measured per step.
 *
 * @param stepSeconds CPU time of a step (the mean, if random)
 * @param pauseSeconds time between steps; 0 is CPU-bound
 * @param random whether both are drawn from exponential distributions
 */
public record Load(double stepSeconds, double pauseSeconds, boolean random) {
    public Load {
        positive(stepSeconds, "load: step", "s");
        notNegative(pauseSeconds, "load: pause", "s");
    }

    /** Computes without pause, in steps of a fixed length. */
    public static Load cpuBound(double stepSeconds) {
        return new Load(stepSeconds, 0, false);
    }

    /** Random steps and pauses. */
    public static Load bursty(double stepSeconds, double pauseSeconds) {
        return new Load(stepSeconds, pauseSeconds, true);
    }

    /** The part of a core it uses when it never waits. */
    public double demandFraction() {
        return stepSeconds / (stepSeconds + pauseSeconds);
    }
}
