package clock2cloud.app.nn;

import java.util.Arrays;

/** Figures of a handful of measurements. */
final class Samples {
    private Samples() {}

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    static double smallest(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    static double largest(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
