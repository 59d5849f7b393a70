package clock2cloud.spot.bill;

import clock2cloud.spot.trace.CsvTable;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** On-demand, reserved and spot prices of an instance type in us-east-1 on 20 July 2017. */
public final class Tariff {
    private static final double YEAR_HOURS = 8760;

    private Tariff() {}

    /**
     * One way to pay.
     *
     * @param dollarsPerHour effective, when the machine is used all the time
     * @param upfrontDollars paid at the beginning
     * @param breakEvenFraction share of the time in use from which it is cheaper than on-demand by the hour
     */
    public record Line(String name, double dollarsPerHour, double upfrontDollars, double breakEvenFraction) {}

    /** All ways to pay for a type; spot at the given price. */
    public static List<Line> of(String instanceType, double spotDollarsPerHour) {
        CsvTable.Row row = rows().stream()
                .filter(candidate -> candidate.text("instance_type").equals(instanceType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no tariff for '" + instanceType + "' in the catalogue of 20 July 2017"));
        double onDemand = row.number("linux_ondemand_usd_h");
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("on demand", onDemand, 0, 1));
        add(lines, row, "linux_1yr_std_allupfront", "reserved 1 year, all upfront", 1, onDemand);
        add(lines, row, "linux_3yr_std_allupfront", "reserved 3 years, all upfront", 3, onDemand);
        lines.add(new Line("spot", spotDollarsPerHour, 0, spotDollarsPerHour / onDemand));
        return List.copyOf(lines);
    }

    private static void add(
            List<Line> lines, CsvTable.Row row, String column, String name, int years, double onDemand) {
        row.maybe(column)
                .ifPresent(hourly -> lines.add(new Line(name, hourly, hourly * years * YEAR_HOURS, hourly / onDemand)));
    }

    private static List<CsvTable.Row> rows() {
        String file = "instances-us-east-1-2017-07-20.csv";
        return CsvTable.read(
                        file,
                        new InputStreamReader(
                                Objects.requireNonNull(Tariff.class.getResourceAsStream(file)), StandardCharsets.UTF_8))
                .rows();
    }
}
