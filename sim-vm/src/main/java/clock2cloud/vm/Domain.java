package clock2cloud.vm;

/** The doors of this island's laws: a value outside its domain (or NaN) is named and refused. */
public final class Domain {
    private Domain() {}

    /** Throws with {@code message} unless {@code holds}; written positively, so that NaN breaks it. */
    public static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** A finite number above zero. */
    public static double positive(double value, String field, String unit) {
        require(value > 0 && value < Double.POSITIVE_INFINITY, field + " must be above 0 " + unit + ", not " + value);
        return value;
    }

    /** A finite number of at least zero. */
    public static double notNegative(double value, String field, String unit) {
        require(
                value >= 0 && value < Double.POSITIVE_INFINITY,
                field + " must be at least 0 " + unit + ", not " + value);
        return value;
    }

    /** A number in [0, 1]. */
    public static double fraction(double value, String field) {
        require(value >= 0 && value <= 1, field + " must be between 0% and 100%, not " + value * 100 + "%");
        return value;
    }

    /** A count of at least one. */
    public static int atLeastOne(int value, String field) {
        require(value >= 1, field + " must be at least 1, not " + value);
        return value;
    }
}
