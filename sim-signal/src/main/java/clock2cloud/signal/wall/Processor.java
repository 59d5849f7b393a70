package clock2cloud.signal.wall;

import clock2cloud.signal.Csv;
import clock2cloud.signal.logic.FanoutOfFour;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A processor as it was sold: year, process, supply, pipeline stages, clock, power, from 5 V TTL to 3 nm.
 *
 * <p>Its gate's delay is the FO4 rule at its gate length, or the data sheet's where gates are not CMOS.
 */
public record Processor(
        String name,
        double year,
        OptionalDouble processMetres,
        OptionalDouble gateMetres,
        double supplyVolts,
        int stages,
        double clockHertz,
        OptionalDouble watts,
        double gateDelaySeconds,
        String source) {

    /** The table shipped in the jar, oldest first. */
    public static List<Processor> all() {
        return Csv.rows(Processor.class, "processors.csv", ",").stream()
                .skip(1)
                .map(Processor::of)
                .sorted((a, b) -> Double.compare(a.year, b.year))
                .toList();
    }

    private static Processor of(List<String> row) {
        OptionalDouble gate = number(row.get(3), 1e-9);
        double delay = number(row.get(8), 1e-12).orElseGet(() -> new FanoutOfFour(gate.orElseThrow()).typicalSeconds());
        return new Processor(
                row.get(0),
                Double.parseDouble(row.get(1)),
                number(row.get(2), 1e-9),
                gate,
                Double.parseDouble(row.get(4)),
                Integer.parseInt(row.get(5)),
                1e6 * Double.parseDouble(row.get(6)),
                number(row.get(7), 1),
                delay,
                row.get(9));
    }

    private static OptionalDouble number(String text, double unit) {
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(unit * Double.parseDouble(text));
    }

    /** The length of its clock in gate delays: what its slowest stage has to fit into. */
    public double gatesPerClock() {
        return 1 / (clockHertz * gateDelaySeconds);
    }
}
