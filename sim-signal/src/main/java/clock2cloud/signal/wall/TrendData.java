package clock2cloud.signal.wall;

import clock2cloud.signal.Csv;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Fifty years of microprocessors as they were: Karl Rupp's trend data (CC-BY 4.0), 1971 to 2022.
 *
 * <p>Each file holds {@code year value}; here in SI units and plain counts.
 */
public enum TrendData {
    TRANSISTORS("transistors.dat", 1e3),
    CLOCK_HERTZ("frequency.dat", 1e6),
    WATTS("watts.dat", 1),
    CORES("cores.dat", 1),
    SPECINT("specint.dat", 1e-3);

    private final String file;
    private final double unit;

    TrendData(String file, double unit) {
        this.file = file;
        this.unit = unit;
    }

    /** The points as shipped, in the order of the file. */
    public List<ExponentialFit.Point> points() {
        return Csv.rows(TrendData.class, file, "\\s+").stream()
                .map(row ->
                        new ExponentialFit.Point(Double.parseDouble(row.get(0)), unit * Double.parseDouble(row.get(1))))
                .toList();
    }

    /** The geometric mean of a calendar year's points, where there are any. */
    public Optional<Double> meanOf(int year) {
        OptionalDouble mean = points().stream()
                .filter(p -> Math.floor(p.year()) == year)
                .mapToDouble(p -> Math.log(p.value()))
                .average();
        return mean.isPresent() ? Optional.of(Math.exp(mean.getAsDouble())) : Optional.empty();
    }
}
