package clock2cloud.signal.wire;

import clock2cloud.signal.Domain;

/**
 * What the far end of a linear wire does when its driver steps from 0 to 1: everything that a linear wire does to a
 * message follows from it by superposition.
 */
@FunctionalInterface
public interface StepResponse {

    /** The far end, as a fraction of its final value, {@code seconds} after the step; 0 before it. */
    double at(double seconds);

    /** How far {@link #at} may be off: what is nearer to its end than this has settled. */
    default double accuracy() {
        return 1e-9;
    }

    /**
     * The first time at which the response reaches {@code fraction}, found by doubling and bisection from {@code
     * scaleSeconds}, a time over which the response changes.
     */
    default double delaySeconds(double fraction, double scaleSeconds) {
        Domain.fraction("step response", "fraction", fraction);
        double step = scaleSeconds / 64;
        double high = step;
        while (at(high) < fraction) {
            high += step;
            step *= 1.02;
            Domain.require(high < 1e9 * scaleSeconds, "step response: never reaches %s of its final value", fraction);
        }
        double low = high - step;
        for (int i = 0; i < 80 && low < high; i++) {
            double middle = 0.5 * (low + high);
            if (at(middle) < fraction) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * Steps of {@code gridSeconds} until the response stays within {@link #accuracy} of 1; {@code limit + 1} when it has not
     * by then.
     */
    default int settlingSteps(double gridSeconds, int limit) {
        int last = 0;
        for (int i = 1; i <= limit; i++) {
            if (Math.abs(1 - at(i * gridSeconds)) > accuracy()) {
                last = i;
            } else if (i > 2 * last + 16) {
                break;
            }
        }
        return last + 1;
    }
}
