package clock2cloud.app.story.forecast;

import clock2cloud.app.story.NamedNets;
import clock2cloud.app.story.gpu.UpdateRule;
import clock2cloud.app.story.host.HostForecast;
import clock2cloud.app.story.machine.Machine;
import clock2cloud.app.story.machine.Machines;
import clock2cloud.nn.Net;
import clock2cloud.nn.kernel.Activation;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Thousands of forecasts from a CSV file; a row that cannot be forecast is named with its line, and the others are. */
public final class BatchFile {
    /** Columns that a file may have; the first three it must. */
    public static final List<String> COLUMNS = List.of(
            "machine",
            "net",
            "batch",
            "epochs",
            "rows",
            "validation_rows",
            "optimizer",
            "activation",
            "framework",
            "date",
            "region",
            "threads",
            "image_pixels",
            "classes",
            "seconds_per_step");

    private final Supplier<HostForecast> host;
    private final int hostThreads;
    private final Map<String, Machine> machines = new ConcurrentHashMap<>();
    private final Map<String, Net> nets = new ConcurrentHashMap<>();

    /** @param host the calibrated machine that we run on, asked for only when a row names it */
    public BatchFile(Supplier<HostForecast> host, int hostThreads) {
        this.host = host;
        this.hostThreads = hostThreads;
    }

    /** A row's forecast, or why there is none. */
    public record Line(int line, Optional<Forecast> forecast, Optional<String> refusal) {}

    /** Every row of a file. */
    public List<Line> forecast(Path file) {
        return CsvFile.read(file, COLUMNS.subList(0, 3), COLUMNS).rows().parallelStream()
                .map(this::line)
                .toList();
    }

    private Line line(CsvFile.Row row) {
        try {
            return new Line(row.line(), Optional.of(forecast(row)), Optional.empty());
        } catch (IllegalArgumentException e) {
            return new Line(row.line(), Optional.empty(), Optional.of(row.place() + ": " + e.getMessage()));
        }
    }

    private Forecast forecast(CsvFile.Row row) {
        String name = row.required("machine");
        Workload work = workload(row);
        if (name.equals("this")) {
            return HostSteps.forecast(host.get(), work, row.count("threads", hostThreads), conditions(row));
        }
        return Forecaster.forecast(machines.computeIfAbsent(name, Machines::named), work, conditions(row));
    }

    /** What a row wants to train. */
    public Workload workload(CsvFile.Row row) {
        String net = row.required("net");
        String pixels = row.cell("image_pixels").orElse("");
        String classes = row.cell("classes").orElse("");
        String activation = row.cell("activation").orElse("relu");
        Net shape = nets.computeIfAbsent(
                net + "|" + pixels + "|" + classes + "|" + activation, key -> shape(row, net, activation));
        String called = net.toLowerCase(Locale.ROOT).replace('_', '-').replaceAll("[,x ]+", "-");
        return new Workload(
                shape,
                called,
                row.count("batch", 0),
                row.count("epochs", 1),
                row.count("rows", 60_000),
                row.count("validation_rows", 0),
                UpdateRule.of(row.cell("optimizer").orElse("sgd")));
    }

    private static Net shape(CsvFile.Row row, String net, String activation) {
        if (Character.isDigit(net.charAt(0))) {
            return NetText.dense(net, Activation.of(activation));
        }
        NamedNets.of(net, OptionalInt.empty(), OptionalInt.empty());
        return NetText.named(net, maybe(row, "image_pixels"), maybe(row, "classes"));
    }

    private static OptionalInt maybe(CsvFile.Row row, String column) {
        return row.cell(column).isPresent() ? OptionalInt.of(row.count(column, 0)) : OptionalInt.empty();
    }

    private static Conditions conditions(CsvFile.Row row) {
        Optional<LocalDate> day = row.cell("date").map(BatchFile::day);
        return new Conditions(
                row.cell("framework").map(Framework::of),
                day,
                row.cell("region").orElse(Machine.HOME_REGION),
                maybe(row, "threads"),
                Set.of());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("date '" + text + "' is no day: write 2017-07-20", e);
        }
    }
}
