package clock2cloud.spot.eviction;

import clock2cloud.spot.trace.CsvTable;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Lives of real machines, from {@code machine_type,lifetime_s}; 1,442 of Google's preemptible machines of 2019 ship. */
public record RecordedLives(String name, List<Life> lives) {

    /** One machine's. */
    public record Life(String machineType, double seconds) {}

    public RecordedLives {
        lives = List.copyOf(lives);
    }

    /** Kadupitiya, Jadhao and Sharma's data set: kadupitiya/goog-preemption-data. */
    public static RecordedLives google2019() {
        String file = "gcp-preemptible-lifetimes-2019.csv";
        return read(
                file,
                new InputStreamReader(
                        Objects.requireNonNull(CsvTable.class.getResourceAsStream(file)), StandardCharsets.UTF_8));
    }

    public static RecordedLives read(String name, Reader reader) {
        return new RecordedLives(
                name,
                CsvTable.read(name, reader).rows().stream()
                        .map(row -> life(name, row))
                        .toList());
    }

    private static Life life(String name, CsvTable.Row row) {
        double seconds = row.number("lifetime_s");
        if (!(seconds >= 0 && seconds < 1e10)) {
            throw new IllegalArgumentException(
                    name + ":" + row.line() + ": lifetime_s is " + seconds + "; 0 to 1e10 was expected");
        }
        return new Life(row.has("machine_type") ? row.text("machine_type") : "", seconds);
    }

    /** The lives of the types that begin so, in the order of the file; an empty beginning is all of them. */
    public double[] seconds(String machineType) {
        double[] seconds = lives.stream()
                .filter(life -> life.machineType().startsWith(machineType))
                .mapToDouble(Life::seconds)
                .toArray();
        if (seconds.length == 0) {
            throw new IllegalArgumentException(name + ": no lives of '" + machineType + "'; it has "
                    + String.join(
                            ", ",
                            lives.stream()
                                    .map(Life::machineType)
                                    .distinct()
                                    .sorted()
                                    .toList()));
        }
        return seconds;
    }

    /** These lives as a law to draw from. */
    public EmpiricalLife law(String machineType) {
        return EmpiricalLife.of(seconds(machineType));
    }
}
