package clock2cloud.vm;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Supplier;

/** The doors of this island's laws: a value outside its domain (or NaN) is named and refused. */
public final class Domain {
    private Domain() {}

    /** Throws with {@code message} unless {@code holds}; written positively, so that NaN breaks it. */
    public static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** As {@link #require(boolean, String)}, with a message that is put together only when it is needed. */
    public static void require(boolean holds, Supplier<String> message) {
        if (!holds) {
            throw new IllegalArgumentException(message.get());
        }
    }

    /** A finite number above zero. */
    public static double positive(double value, String field, String unit) {
        if (value > 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw new IllegalArgumentException(
                field + " must be above 0" + (unit.isEmpty() ? "" : " " + unit) + ", not " + number(value));
    }

    /** A finite number of at least zero. */
    public static double notNegative(double value, String field, String unit) {
        if (value >= 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw new IllegalArgumentException(
                field + " must be at least 0" + (unit.isEmpty() ? "" : " " + unit) + ", not " + number(value));
    }

    /** A number above zero, be it infinite. */
    public static double aboveZero(double value, String field, String unit) {
        if (value > 0) {
            return value;
        }
        throw new IllegalArgumentException(field + " must be above 0 " + unit + ", not " + number(value));
    }

    /** A number in [0, 1]. */
    public static double fraction(double value, String field) {
        if (value >= 0 && value <= 1) {
            return value;
        }
        throw new IllegalArgumentException(field + " must be between 0% and 100%, not " + percent(value));
    }

    /** A count of at least one. */
    public static int atLeastOne(int value, String field) {
        if (value >= 1) {
            return value;
        }
        throw new IllegalArgumentException(field + " must be at least 1, not " + number(value));
    }

    /** Six significant digits without padding: 40, 2.4, 0.158900 as 0.1589. */
    public static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString()
                : Double.toString(value);
    }

    /** A fraction in percent. */
    public static String percent(double fraction) {
        return number(fraction * 100) + "%";
    }

    /** Bytes in GiB. */
    public static String gibibytes(double bytes) {
        return number(bytes / (1L << 30)) + " GiB";
    }
}
