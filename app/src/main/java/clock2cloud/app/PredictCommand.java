package clock2cloud.app;

import clock2cloud.app.story.forecast.Anchors;
import clock2cloud.app.story.forecast.BatchFile;
import clock2cloud.app.story.forecast.Conditions;
import clock2cloud.app.story.forecast.Forecast;
import clock2cloud.app.story.forecast.ForecastFigures;
import clock2cloud.app.story.forecast.ForecastTables;
import clock2cloud.app.story.forecast.Forecaster;
import clock2cloud.app.story.forecast.Framework;
import clock2cloud.app.story.forecast.HostSteps;
import clock2cloud.app.story.forecast.NetText;
import clock2cloud.app.story.forecast.Workload;
import clock2cloud.app.story.gpu.UpdateRule;
import clock2cloud.app.story.host.CalibrationCache;
import clock2cloud.app.story.host.HostForecast;
import clock2cloud.app.story.machine.Machine;
import clock2cloud.app.story.machine.Machines;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import clock2cloud.nn.Net;
import clock2cloud.nn.kernel.Activation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Forecasts the training of a net on a machine, without training it. */
@Command(
        name = "predict",
        description =
                "Forecast how long a net trains on a machine, what it costs and how sure that is, without training it.",
        footer = {
            "",
            "Example: ./c2c predict --layers 784,512,512,10 --batch 128 --epochs 10 --machine p2.xlarge --date 2017-07-20 --explain",
            "Example: ./c2c predict --net cifar10-cnn --image-pixels 64 --batch 64 --machine g4dn.xlarge --format json",
            "",
            "--machine this is the machine that you sit at (calibrated at first use); the command machines lists the others.",
            "--batch-file columns: machine, net, batch; and if you like epochs, rows, validation_rows, optimizer, activation,",
            "framework, date, region, threads, image_pixels, classes, conv, channels. What a row does not say, an option may."
        })
final class PredictCommand implements Callable<Integer> {
    private static final int COLOURS = 3;

    /** Options that say nothing of a single forecast. */
    private static final Set<String> OF_ANY_RUN = Set.of("batch_file", "format", "out", "quiet", "seed");

    @Spec
    private CommandSpec spec;

    @Mixin
    private Common common;

    @Option(
            names = "--layers",
            paramLabel = "N,N",
            description = "Neurons a layer, from inputs to classes; behind --conv without the inputs.")
    private Optional<String> layers = Optional.empty();

    @Option(names = "--net", paramLabel = "NAME", description = "lenet5, mnist-cnn or cifar10-cnn.")
    private Optional<String> named = Optional.empty();

    @Option(
            names = "--conv",
            paramLabel = "SHAPE",
            description = "Convolutions before the layers: 32x3p,32x3,pool (filters x size, p keeps the size).")
    private Optional<String> convolutions = Optional.empty();

    @Option(
            names = "--image-pixels",
            description = "Width and height of colour pictures (default: the published net's own).")
    private Optional<Integer> pixels = Optional.empty();

    @Option(names = "--channels", description = "With --conv (default: 3).")
    private Optional<Integer> channels = Optional.empty();

    @Option(names = "--classes", description = "Of a net with a name (default: as in PROFET's data sets).")
    private Optional<Integer> classes = Optional.empty();

    @Option(
            names = "--activation",
            defaultValue = "relu",
            description = "Of hidden layers (default: ${DEFAULT-VALUE}).")
    private String activation;

    @Option(
            names = "--optimizer",
            defaultValue = "sgd",
            description = "none, sgd, momentum, rmsprop, adagrad, adadelta or adam (default: ${DEFAULT-VALUE}).")
    private String optimizer;

    @Option(names = "--batch", defaultValue = "32", description = "Rows a step (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--epochs", defaultValue = "10", description = "Passes over the data (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(names = "--rows", defaultValue = "60000", description = "Training rows (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Option(
            names = "--validation-rows",
            defaultValue = "0",
            description = "Passed forward after every epoch, as Keras does (default: ${DEFAULT-VALUE}).")
    private int validationRows;

    @Option(
            names = "--machine",
            defaultValue = "this",
            paramLabel = "NAME",
            description =
                    "this, a name that the command machines lists, or a JSON file of your own (default: ${DEFAULT-VALUE}).")
    private String machine;

    @Option(
            names = "--framework",
            paramLabel = "NAME",
            description =
                    "calls, keras-2017, keras-2017-pip, tensorflow-2, pytorch-2 or own (default: that of the machine and the day).")
    private Optional<String> framework = Optional.empty();

    @Option(names = "--date", paramLabel = "DAY", description = "Day of the price and the framework, as in 2017-07-20.")
    private Optional<LocalDate> date = Optional.empty();

    @Option(
            names = "--region",
            defaultValue = Machine.HOME_REGION,
            description = "Of the price (default: ${DEFAULT-VALUE}).")
    private String region;

    @Option(
            names = "--without",
            split = ",",
            paramLabel = "PART",
            description =
                    "Take these parts of the step to cost nothing; on this machine also residual, for the law of each"
                            + " part alone.")
    private List<String> without = List.of();

    @Option(names = "--batch-file", paramLabel = "FILE.csv", description = "Forecast every row of a file.")
    private Optional<Path> batchFile = Optional.empty();

    @Option(
            names = "--anchors",
            paramLabel = "FILE.csv",
            description =
                    "Steps that you measured on the machine (net, batch, seconds_per_step), to move the forecast.")
    private Optional<Path> anchorFile = Optional.empty();

    @Override
    public Integer call() {
        if (batchFile.isPresent()) {
            return many(batchFile.get());
        }
        require(rows >= 1, "--rows " + rows + " must be 1 or more");
        require(batch >= 1 && batch <= rows, "--batch " + batch + " must be from 1 to the " + rows + " training rows");
        require(epochs >= 1, "--epochs " + epochs + " must be 1 or more");
        require(
                anchorFile.isEmpty() || !machine.equals("this"),
                "--anchors moves the forecast of another machine; this one is calibrated");
        Workload work = new Workload(net(), name(), batch, epochs, rows, validationRows, UpdateRule.of(optimizer));
        Conditions conditions =
                new Conditions(framework.map(Framework::of), date, region, common.threadsAsked(), Set.copyOf(without));
        Forecast forecast = machine.equals("this")
                ? HostSteps.forecast(host(conditions), work, common.threads(), conditions)
                : Forecaster.forecast(Machines.named(machine), work, conditions, anchors(conditions));
        return common.report()
                .json(forecast)
                .table(ForecastTables.waterfall(forecast))
                .csv(ForecastTables.rows(List.of(forecast)))
                .say(ForecastTables.words(forecast))
                .explain(ForecastTables.explanations(forecast))
                .figure(ForecastFigures.waterfall(forecast, common.commandLine(), common.seed()))
                .print();
    }

    private Anchors anchors(Conditions conditions) {
        return anchorFile
                .map(file -> Anchors.read(file, Machines.named(machine), conditions))
                .orElse(Anchors.NONE);
    }

    private HostForecast host(Conditions conditions) {
        HostSteps.requireOwn(conditions);
        return host();
    }

    private HostForecast host() {
        HostSteps.requireThreads(common.threads());
        return HostForecast.now(
                CalibrationCache.ofUser(common::progress).get(common.threads(), CalibrationCache.QUICK_SECONDS));
    }

    private Net net() {
        Activation hidden = Activation.of(activation);
        OptionalInt size = pixels.map(OptionalInt::of).orElse(OptionalInt.empty());
        require(channels.isEmpty() || convolutions.isPresent(), "--channels goes with --conv");
        require(
                classes.isEmpty() || named.isPresent(),
                "--classes goes with --net; of --layers the last are the classes");
        require(
                pixels.isEmpty() || named.isPresent() || convolutions.isPresent(),
                "--image-pixels goes with --net or --conv");
        if (named.isPresent()) {
            require(
                    layers.isEmpty() && convolutions.isEmpty(),
                    "--net names the layers: leave --layers and --conv out");
            return NetText.named(named.get(), size, classes.map(OptionalInt::of).orElse(OptionalInt.empty()));
        }
        String sizes = layers.orElseThrow(
                () -> new IllegalArgumentException("say which net: --layers 784,128,10 or --net lenet5"));
        if (convolutions.isPresent()) {
            require(size.isPresent(), "--conv needs --image-pixels");
            return NetText.convolved(convolutions.get(), size.getAsInt(), channels.orElse(COLOURS), sizes, hidden);
        }
        return NetText.dense(sizes, hidden);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    private String name() {
        String dense =
                layers.map(text -> text.strip().replaceAll("[, x]+", "-")).orElse("");
        return named.map(text -> text.toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse(convolutions.map(text -> text + "-" + dense).orElse(dense));
    }

    private int many(Path file) {
        BatchFile reader = new BatchFile(new Once<>(this::host), common.threads());
        long began = System.nanoTime();
        List<BatchFile.Line> lines = reader.forecast(file, defaults());
        common.progress(lines.size() + " rows in " + Quantities.format((System.nanoTime() - began) / 1e9, Unit.SECONDS)
                + ", read and forecast");
        List<Forecast> forecasts =
                lines.stream().flatMap(line -> line.forecast().stream()).toList();
        List<String> refused =
                lines.stream().flatMap(line -> line.refusal().stream()).toList();
        return common.report()
                .json(new Many(forecasts, refused))
                .table(ForecastTables.rows(forecasts))
                .refused(refused)
                .print();
    }

    /** What the command line says of every row that does not say it itself, by column. */
    private Map<String, String> defaults() {
        Map<String, String> defaults = new HashMap<>();
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            String column = option.longestName().substring(2).replace('-', '_');
            if (BatchFile.COLUMNS.contains(column)) {
                defaults.put(column, option.originalStringValues().get(0));
            } else {
                require(OF_ANY_RUN.contains(column), option.longestName() + " does not go with --batch-file");
            }
        }
        return defaults;
    }

    /** The JSON of {@code --batch-file}. */
    record Many(List<Forecast> forecasts, List<String> refused) {}

    /** A value that is made when it is first asked for, and once. */
    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> maker;
        private Optional<T> made = Optional.empty();

        Once(Supplier<T> maker) {
            this.maker = maker;
        }

        @Override
        public synchronized T get() {
            T value = made.orElseGet(maker);
            made = Optional.of(value);
            return value;
        }
    }
}
