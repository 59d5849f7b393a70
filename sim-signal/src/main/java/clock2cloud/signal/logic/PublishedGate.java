package clock2cloud.signal.logic;

import clock2cloud.signal.Csv;
import java.util.List;

/** An inverter's delay as its maker published it (CPU DB's table of gate delays). */
public record PublishedGate(
        int row,
        String maker,
        double processMetres,
        double gateMetres,
        double volts,
        double fanout,
        double delaySeconds) {

    /** The inverters that the jar carries, Intel's with fan-out 2, the others with fan-out 4. */
    public static List<PublishedGate> all() {
        return Csv.rows(PublishedGate.class, "gate-delays.csv", ",").stream()
                .skip(1)
                .map(row -> new PublishedGate(
                        Integer.parseInt(row.get(0)),
                        row.get(1),
                        1e-9 * Double.parseDouble(row.get(2)),
                        1e-9 * Double.parseDouble(row.get(3)),
                        Double.parseDouble(row.get(4)),
                        Double.parseDouble(row.get(5)),
                        1e-12 * Double.parseDouble(row.get(6))))
                .toList();
    }

    /** Its delay with four to drive; one with two is taken to be 1.6 times slower, (4 + 1) / (2 + 1) by logical effort. */
    public double fanoutOfFourSeconds() {
        return delaySeconds * (fanout == 2 ? 1.6 : 1);
    }

    /** How far the rule of {@link FanoutOfFour} is from it. */
    public double ruleErrorFraction() {
        return new FanoutOfFour(gateMetres).typicalSeconds() / fanoutOfFourSeconds() - 1;
    }
}
