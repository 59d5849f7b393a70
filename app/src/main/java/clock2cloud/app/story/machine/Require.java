package clock2cloud.app.story.machine;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Refuses figures that no machine can have, by the name that they have in its file. */
final class Require {
    private Require() {}

    static void positive(double value, String field, String unit) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    field + " must be above 0 " + unit + (value == 0 ? ", and is missing or 0" : ", not " + value));
        }
    }

    static void between(double value, double low, double high, String field, String unit) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(field + " must be from " + plain(low) + " to " + plain(high) + " " + unit
                    + (value == 0 ? ", and is missing or 0" : ", not " + plain(value)));
        }
    }

    static void present(Object value, String field) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw new IllegalArgumentException(field + " is missing");
        }
    }

    /** An ISO day. */
    static void day(String text, String field) {
        try {
            LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(field + " '" + text + "' is no day: write 2017-07-20", e);
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
