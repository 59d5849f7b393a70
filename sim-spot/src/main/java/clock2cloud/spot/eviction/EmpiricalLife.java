package clock2cloud.spot.eviction;

import clock2cloud.spot.trace.AvailabilityTrace;
import java.util.Arrays;

/**
 * Lives drawn from recorded ones: with the up runs and the down runs of a trace, the semi-Markov model of its
 * availability.
 */
public final class EmpiricalLife implements LifeLaw {
    private final double[] sortedSeconds;
    private final double meanSeconds;

    private EmpiricalLife(double[] sortedSeconds) {
        if (sortedSeconds.length == 0) {
            throw new IllegalArgumentException("empirical life: no complete runs to draw from");
        }
        Arrays.sort(sortedSeconds);
        LifeLaw.require(sortedSeconds[0] >= 0, "empirical life", "shortest", sortedSeconds[0], "0 s or more");
        this.sortedSeconds = sortedSeconds;
        this.meanSeconds = Arrays.stream(sortedSeconds).average().orElseThrow();
    }

    public static EmpiricalLife of(double... seconds) {
        return new EmpiricalLife(seconds.clone());
    }

    /** The complete runs of one state of a trace. */
    public static EmpiricalLife ofRuns(AvailabilityTrace trace, boolean available, double tickSeconds) {
        return new EmpiricalLife(Arrays.stream(trace.completeRuns(available))
                .mapToDouble(ticks -> ticks * tickSeconds)
                .toArray());
    }

    public int size() {
        return sortedSeconds.length;
    }

    @Override
    public double cdf(double seconds) {
        int low = 0;
        int high = sortedSeconds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sortedSeconds[middle] <= seconds) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (double) low / sortedSeconds.length;
    }

    @Override
    public double quantile(double probability) {
        return sortedSeconds[Math.min(sortedSeconds.length - 1, (int) (probability * sortedSeconds.length))];
    }

    @Override
    public double meanSeconds() {
        return meanSeconds;
    }
}
