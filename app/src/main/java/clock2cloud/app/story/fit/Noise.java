package clock2cloud.app.story.fit;

import clock2cloud.app.TrustLine;

/**
 * The error that a measurement has itself, as far as its repeats tell: the mean absolute error of a normal variable is 0.798
 * standard deviations, a median's deviation 1.253 times a mean's, and the range of n values d₂(n) deviations (Tippett 1925). Leaves
 * out what changes between one day and the next.
 */
public final class Noise {
    private static final double OF_MEDIAN = 1.253;

    /** Expected range of 2, 3, … 20 normal values, in standard deviations. */
    private static final double[] RANGES = {
        1.128, 1.693, 2.059, 2.326, 2.534, 2.704, 2.847, 2.970, 3.078, 3.173, 3.258, 3.336, 3.407, 3.472, 3.532, 3.588,
        3.640, 3.689, 3.735
    };

    private Noise() {}

    /** Mean error of the median of some repeats, by their standard deviation. */
    public static double ofMedian(double deviation, int repeats) {
        return TrustLine.MEAN_ABSOLUTE * OF_MEDIAN * deviation / Math.sqrt(repeats);
    }

    /** The same by the distance from the least to the most of 2 to 20 repeats. */
    public static double ofMedianByRange(double range, int repeats) {
        return ofMedian(range / RANGES[repeats - 2], repeats);
    }

    /** Mean error of one of some repeats, by the distance from the least to the most of them. */
    public static double ofOneByRange(double range, int repeats) {
        return TrustLine.MEAN_ABSOLUTE * range / RANGES[repeats - 2];
    }
}
