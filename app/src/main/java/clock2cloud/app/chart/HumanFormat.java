package clock2cloud.app.chart;

import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Optional;

/** Tick labels: three digits without trailing zeros, with the unit's prefix where the axis has one. */
final class HumanFormat extends NumberFormat {
    private static final long serialVersionUID = 1;
    private final boolean human;
    private final Unit unit;

    HumanFormat(Optional<Unit> unit) {
        this.human = unit.isPresent();
        this.unit = unit.orElse(Unit.RATIO);
    }

    /** Years and other numbers below 10,000 without a comma. */
    String text(double value) {
        String text = !human
                ? Quantities.significant(value)
                : unit == Unit.FRACTION ? Quantities.significant(100 * value) + "%" : Quantities.format(value, unit);
        text = Math.abs(value) < 10_000 ? text.replace(",", "") : text;
        return text.replaceAll("(\\.\\d*?)0+(?=\\D|$)", "$1").replaceAll("\\.(?=\\D|$)", "");
    }

    @Override
    public StringBuffer format(double value, StringBuffer to, FieldPosition position) {
        return to.append(text(Math.abs(value) < 1e-12 && !human ? 0 : value)); // a sum of steps that should be 0
    }

    @Override
    public StringBuffer format(long value, StringBuffer to, FieldPosition position) {
        return to.append(text((double) value));
    }

    @Override
    public Number parse(String text, ParsePosition position) {
        throw new IllegalArgumentException("axis labels are not read back");
    }
}
