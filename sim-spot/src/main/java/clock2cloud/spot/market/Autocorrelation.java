package clock2cloud.spot.market;

import java.util.Arrays;

/**
 * How alike a series is to itself some places later: r(k) = Σ (x(i) − m)(x(i − k) − m) / Σ (x(i) − m)². Source: G. Box, G.
 * Jenkins, <i>Time Series Analysis</i> (1976), eq. 2.1.11. Leaves out the shrinking number of pairs: it is biased towards nought.
 */
public final class Autocorrelation {
    private Autocorrelation() {}

    /** From −1 to 1, for a series that is not constant and a lag of 0 or more. */
    public static double of(double[] values, int lag) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (int i = 0; i < values.length; i++) {
            below += (values[i] - mean) * (values[i] - mean);
            above += i < lag ? 0 : (values[i] - mean) * (values[i - lag] - mean);
        }
        return above / below;
    }
}
