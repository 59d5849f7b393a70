package clock2cloud.signal;

import java.util.Locale;

/** The domain of a law: what its inputs may be, and the one line that says so. */
public final class Domain {
    private Domain() {}

    /** Refuses, unless {@code holds}; the format takes its arguments as {@link String#format} does. */
    public static void require(boolean holds, String format, Object... arguments) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, format, arguments));
        }
    }

    /** {@code value} must be a finite number above zero. */
    public static double positive(String law, String field, double value, String unit) {
        require(
                value > 0 && value < Double.POSITIVE_INFINITY,
                "%s: %s must be above 0 %s, got %s",
                law,
                field,
                unit,
                value);
        return value;
    }

    /** {@code value} must be a finite number, zero or above. */
    public static double notNegative(String law, String field, double value, String unit) {
        require(
                value >= 0 && value < Double.POSITIVE_INFINITY,
                "%s: %s must be 0 %s or more, got %s",
                law,
                field,
                unit,
                value);
        return value;
    }

    /** {@code value} must lie strictly between 0 and 1. */
    public static double fraction(String law, String field, double value) {
        require(value > 0 && value < 1, "%s: %s must lie between 0 and 1, got %s", law, field, value);
        return value;
    }
}
