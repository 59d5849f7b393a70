package clock2cloud.app.story.fit;

import java.util.Arrays;

/** Relative errors, forecast over measured less one, and what is told of them. */
public record Errors(double... fractions) {
    public int count() {
        return fractions.length;
    }

    /** Of the absolute values. */
    public double mean() {
        return Arrays.stream(fractions).map(Math::abs).average().orElse(0);
    }

    public double max() {
        return Arrays.stream(fractions).map(Math::abs).max().orElse(0);
    }

    /** The mean with its sign. */
    public double bias() {
        return Arrays.stream(fractions).average().orElse(0);
    }

    /** Of the absolute values. */
    public double quantile(double probability) {
        double[] sorted = Arrays.stream(fractions).map(Math::abs).sorted().toArray();
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1, Math.floor(probability * sorted.length))];
    }
}
