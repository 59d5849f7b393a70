package clock2cloud.app.vm;

import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** A quantity in a JSON file: a number in SI units, or a text with its unit such as {@code "4GiB"}. */
record Amount(@JsonValue String text) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Amount of(Object value) {
        if (value instanceof Number || value instanceof String) {
            return new Amount(String.valueOf(value));
        }
        throw new IllegalArgumentException("a number or a text with a unit is needed, not " + value);
    }

    double in(Unit unit, String what) {
        try {
            return Quantities.parse(text, unit);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(what + ": " + e.getMessage(), e);
        }
    }

    static double or(Optional<Amount> amount, Unit unit, String what, double otherwise) {
        return amount.map(a -> a.in(unit, what)).orElse(otherwise);
    }
}
