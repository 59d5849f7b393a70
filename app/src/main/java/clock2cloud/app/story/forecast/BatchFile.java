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
import java.util.regex.Pattern;

/** Thousands of forecasts from a CSV file; a row that cannot be forecast is named with its line, and the others are. */
public final class BatchFile {
    /** Columns that a file may have; the first three it must, but that layers is another word for net. */
    public static final List<String> COLUMNS = List.of(
            "machine",
            "net",
            "batch",
            "layers",
            "conv",
            "channels",
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

    private static final String HERE = "this";

    private static final Pattern BETWEEN_SIZES = Pattern.compile("[,x ]+");

    /** The columns that a net is made of. */
    private static final List<String> SHAPE =
            List.of("net", "layers", "conv", "image_pixels", "channels", "classes", "activation");

    private final Supplier<HostForecast> host;
    private final int hostThreads;
    private final Map<String, Machine> machines = new ConcurrentHashMap<>();
    private final Map<List<String>, Net> nets = new ConcurrentHashMap<>();

    /** @param host the calibrated machine that we run on, asked for only when a row names it */
    public BatchFile(Supplier<HostForecast> host, int hostThreads) {
        this.host = host;
        this.hostThreads = hostThreads;
    }

    /** A row's forecast, or why there is none. */
    public record Line(int line, Optional<Forecast> forecast, Optional<String> refusal) {}

    /**
     * Every row of a file.
     *
     * @param defaults by column, for cells that are empty or not there
     */
    public List<Line> forecast(Path file, Map<String, String> defaults) {
        List<CsvFile.Row> rows = read(file, defaults, COLUMNS.subList(0, 3)).rows();
        if (rows.stream().anyMatch(row -> row.holds("machine", HERE))) {
            host.get().ready();
        }
        return rows.parallelStream().map(this::line).toList();
    }

    /** A file whose rows name nets. */
    public static CsvFile read(Path file, Map<String, String> defaults, List<String> needed) {
        CsvFile csv = CsvFile.read(
                file, needed.stream().filter(name -> !name.equals("net")).toList(), COLUMNS, defaults);
        if (needed.contains("net") && !csv.has("net") && !csv.has("layers")) {
            throw new IllegalArgumentException(
                    file + ": the column net is missing; there must be " + String.join(", ", needed));
        }
        return csv;
    }

    private Line line(CsvFile.Row row) {
        try {
            return new Line(row.line(), Optional.of(forecast(row).ofLine(row.line())), Optional.empty());
        } catch (IllegalArgumentException e) {
            return new Line(row.line(), Optional.empty(), Optional.of(row.place() + ": " + e.getMessage()));
        }
    }

    private Forecast forecast(CsvFile.Row row) {
        String name = row.required("machine");
        Workload work = workload(row);
        if (name.equals(HERE)) {
            return HostSteps.forecast(host.get(), work, row.count("threads", hostThreads), conditions(row));
        }
        return Forecaster.forecast(machines.computeIfAbsent(name, Machines::named), work, conditions(row));
    }

    /** What a row wants to train. */
    public Workload workload(CsvFile.Row row) {
        Net shape = nets.computeIfAbsent(
                SHAPE.stream().map(column -> row.cell(column).orElse("")).toList(), key -> shape(row));
        return new Workload(
                shape,
                called(row),
                row.count("batch", 0),
                row.count("epochs", 1),
                row.count("rows", 60_000),
                row.count("validation_rows", 0),
                UpdateRule.of(row.cell("optimizer").orElse("sgd")));
    }

    private static String sizes(CsvFile.Row row) {
        return row.cell("net")
                .or(() -> row.cell("layers"))
                .orElseThrow(() -> new IllegalArgumentException("net is missing"));
    }

    private static String called(CsvFile.Row row) {
        String lower = sizes(row).toLowerCase(Locale.ROOT).replace('_', '-');
        String net = BETWEEN_SIZES.matcher(lower).replaceAll("-");
        return row.cell("conv").map(convolutions -> convolutions + "-" + net).orElse(net);
    }

    private static Net shape(CsvFile.Row row) {
        String net = sizes(row);
        Activation hidden = Activation.of(row.cell("activation").orElse("relu"));
        Optional<String> convolutions = row.cell("conv");
        if (convolutions.isPresent()) {
            row.required("image_pixels");
            return NetText.convolved(
                    convolutions.get(), row.count("image_pixels", 0), row.count("channels", 3), net, hidden);
        }
        if (Character.isLetter(net.charAt(0))) {
            NamedNets.of(net, OptionalInt.empty(), OptionalInt.empty());
            return NetText.named(net, maybe(row, "image_pixels"), maybe(row, "classes"));
        }
        return NetText.dense(net, hidden);
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
