package clock2cloud.spot.job;

import java.util.Arrays;

/**
 * What many runs came to. The mean lies within four standard errors of the truth but for one time in 16,000.
 *
 * @param standardError of the mean, s / sqrt(n)
 */
public record Distribution(
        int runs,
        double mean,
        double standardError,
        double standardDeviation,
        double minimum,
        double p5,
        double p25,
        double median,
        double p75,
        double p95,
        double maximum) {

    public static Distribution of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a distribution needs at least one value");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).average().orElseThrow();
        double squares = Arrays.stream(sorted)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double deviation = sorted.length == 1 ? 0 : Math.sqrt(squares / (sorted.length - 1));
        return new Distribution(
                sorted.length,
                mean,
                deviation / Math.sqrt(sorted.length),
                deviation,
                sorted[0],
                quantile(sorted, 0.05),
                quantile(sorted, 0.25),
                quantile(sorted, 0.5),
                quantile(sorted, 0.75),
                quantile(sorted, 0.95),
                sorted[sorted.length - 1]);
    }

    /** The smallest value that at least this share of the values does not exceed. */
    static double quantile(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    /** Whether a closed form lies within four standard errors of the mean. */
    public boolean agreesWith(double closedForm) {
        return Math.abs(mean - closedForm) <= 4 * standardError + 1e-9 * Math.abs(closedForm);
    }
}
