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
import clock2cloud.app.story.forecast.Workload;
import clock2cloud.app.story.gpu.UpdateRule;
import clock2cloud.app.story.host.CalibrationCache;
import clock2cloud.app.story.host.HostForecast;
import clock2cloud.app.story.machine.Machine;
import clock2cloud.app.story.machine.Machines;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
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
    /** Options that say nothing of a single forecast. */
    private static final Set<String> OF_ANY_RUN = Set.of("batch_file", "format", "out", "quiet", "seed");

    @Spec
    private CommandSpec spec;

    @Mixin
    private Common common;

    @Mixin
    private ForecastNet net;

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
        Workload work =
                new Workload(net.net(), net.name(), batch, epochs, rows, validationRows, UpdateRule.of(optimizer));
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

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
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
}
