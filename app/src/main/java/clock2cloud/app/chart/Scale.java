package clock2cloud.app.chart;

import clock2cloud.app.table.Unit;
import java.util.List;
import java.util.Optional;

/**
 * An axis: its name, the unit written behind it, whether it is logarithmic, and its limits where they are not taken from the
 * data.
 *
 * @param human ticks carry this unit with a fitting prefix ({@code 1 ms}, {@code 10 s}) instead of plain numbers
 * @param rows names of the integers 0, 1, … from the top down, or empty
 */
public record Scale(
        String name,
        String unit,
        boolean logarithmic,
        Optional<Unit> human,
        Optional<double[]> limits,
        List<String> rows,
        List<Double> ticks) {
    static Scale of(String name, String unit, boolean logarithmic) {
        return new Scale(name, unit, logarithmic, Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    String text() {
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }

    Scale withLimits(double low, double high) {
        return new Scale(name, unit, logarithmic, human, Optional.of(new double[] {low, high}), rows, ticks);
    }

    Scale withHuman(Unit quantity) {
        return new Scale(name, unit, logarithmic, Optional.of(quantity), limits, rows, ticks);
    }

    Scale withRows(List<String> names) {
        return new Scale(name, unit, logarithmic, human, limits, names, ticks);
    }

    Scale withTicks(List<Double> places) {
        return new Scale(name, unit, logarithmic, human, limits, rows, places);
    }
}
