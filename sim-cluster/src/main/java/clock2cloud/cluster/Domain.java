package clock2cloud.cluster;

import java.util.Locale;

/** The domain of a law: what it refuses, in one line that says what, where and what would be right. */
public final class Domain {
    private Domain() {}

    /** Written positively by the caller, so that NaN breaks it too. */
    public static void require(boolean holds, String law, String field, String right, double value) {
        if (!holds) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s: %s must be %s, got %s", law, field, right, plain(value)));
        }
    }

    /** {@code value} is finite and above zero. */
    public static void positive(String law, String field, double value) {
        require(value > 0 && value < Double.POSITIVE_INFINITY, law, field, "above 0 and finite", value);
    }

    /** {@code value} is finite and not below zero. */
    public static void notNegative(String law, String field, double value) {
        require(value >= 0 && value < Double.POSITIVE_INFINITY, law, field, "0 or more and finite", value);
    }

    /** {@code value} is between 0 and 1, both included. */
    public static void fraction(String law, String field, double value) {
        require(value >= 0 && value <= 1, law, field, "from 0 to 1", value);
    }

    /** {@code value} is a count of at least {@code least}. */
    public static void atLeast(int least, String law, String field, double value) {
        require(value >= least && value < Double.POSITIVE_INFINITY, law, field, "at least " + least, value);
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
