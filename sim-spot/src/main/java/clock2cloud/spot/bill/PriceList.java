package clock2cloud.spot.bill;

import clock2cloud.spot.trace.CsvTable;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/** The price lists of us-east-1 that ship with this module, oldest first; effective dollars per hour. */
public enum PriceList {
    /** With every kind of reservation. Published as Amazon lists them, without a word on the operating system. */
    DECEMBER_2016("2016-12-01", "prices-us-east-1-2016-12.csv"),
    /** The catalogue of the blog's day, Linux: on demand, and reserved with all paid upfront. */
    JULY_2017("2017-07-20", "prices-us-east-1-2017-07-20.csv"),
    /** Linux, on demand only: this list holds no reservations. */
    JULY_2026("2026-07-01", "prices-us-east-1-2026-07.csv");

    private final LocalDate from;
    private final String file;

    PriceList(String from, String file) {
        this.from = LocalDate.parse(from);
        this.file = file;
    }

    public LocalDate from() {
        return from;
    }

    /** The newest list that is not from after a day; before the first list, the first. */
    public static PriceList on(LocalDate day) {
        PriceList found = DECEMBER_2016;
        for (PriceList list : values()) {
            found = day.isBefore(list.from) ? found : list;
        }
        return found;
    }

    /** The row of a type; refused by name when the list has none. */
    CsvTable.Row row(String instanceType) {
        return rows().stream()
                .filter(candidate -> candidate.text("instance_type").equals(instanceType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no tariff for '" + instanceType + "' in the price list of " + from + ", us-east-1"));
    }

    public double onDemandDollarsPerHour(String instanceType) {
        return row(instanceType).number("ondemand_usd_h");
    }

    /** Dedicated bandwidth to the network disk, bytes per second; empty where this list does not say. */
    public OptionalDouble diskBytesPerSecond(String instanceType) {
        CsvTable.Row row = row(instanceType);
        OptionalDouble megabits = row.has("disk_Mbit_s") ? row.maybe("disk_Mbit_s") : OptionalDouble.empty();
        return megabits.isPresent() ? OptionalDouble.of(megabits.getAsDouble() * 1e6 / 8) : megabits;
    }

    private List<CsvTable.Row> rows() {
        return CsvTable.read(
                        file,
                        new InputStreamReader(
                                Objects.requireNonNull(PriceList.class.getResourceAsStream(file)),
                                StandardCharsets.UTF_8))
                .rows();
    }
}
