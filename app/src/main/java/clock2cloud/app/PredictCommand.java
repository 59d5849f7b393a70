package clock2cloud.app;

import clock2cloud.app.story.Job;
import clock2cloud.app.story.host.CalibrationCache;
import clock2cloud.app.story.host.HostForecast;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import clock2cloud.nn.Net;
import clock2cloud.nn.kernel.Activation;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Forecasts the training of one net on this machine, without training it. */
@Command(
        name = "predict",
        description = "Forecast the training of one net on this machine, without training it.",
        footer = {"", "Example: ./c2c predict --layers 784,512,512,10 --batch 128 --epochs 10 --explain"})
final class PredictCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(names = "--layers", split = ",", required = true, description = "Neurons a layer, from inputs to classes.")
    private int[] layers;

    @Option(
            names = "--activation",
            defaultValue = "relu",
            description = "Of the hidden layers (default: ${DEFAULT-VALUE}).")
    private Activation activation;

    @Option(names = "--batch", defaultValue = "32", description = "Rows a step (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--epochs", defaultValue = "10", description = "Passes over the data (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--rows",
            defaultValue = "60000",
            description = "Rows of the training set (default: ${DEFAULT-VALUE}).")
    private int rows;

    /** The JSON of {@code c2c predict}. */
    record Result(
            String net,
            int batch,
            int threads,
            double secondsPerStep,
            double lowSecondsPerEpoch,
            double secondsPerEpoch,
            double highSecondsPerEpoch,
            double secondsPerRun,
            String limitingTerm,
            Map<String, Double> partsSeconds) {}

    @Override
    public Integer call() {
        Job job = new Job(Net.dense(activation, layers), batch, epochs, rows, (layers[0] + 1.0) * rows);
        HostForecast host = HostForecast.of(
                CalibrationCache.ofUser(common::progress).get(common.threads(), CalibrationCache.QUICK_SECONDS));
        HostForecast.Step step = host.step(job.net(), batch, common.threads());
        HostForecast.Step epoch = host.epoch(job.net(), batch, common.threads(), rows);
        String largest = step.parts().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        Result result = new Result(
                job.shape(),
                batch,
                common.threads(),
                step.seconds(),
                epoch.lowSeconds(),
                epoch.seconds(),
                epoch.highSeconds(),
                epoch.seconds() * epochs,
                largest,
                step.parts());
        Table table = Table.of("part", "stepSeconds");
        for (Map.Entry<String, Double> part : step.parts().entrySet()) {
            table = table.row(part.getKey(), part.getValue());
        }
        String sum = step.parts().values().stream()
                .map(seconds -> Quantities.format(seconds, Unit.SECONDS))
                .collect(Collectors.joining(" + "));
        return common.report()
                .json(result)
                .table(table)
                .say(Quantities.format(epoch.seconds(), Unit.SECONDS) + " an epoch (nine in ten between "
                        + Quantities.format(epoch.lowSeconds(), Unit.SECONDS) + " and "
                        + Quantities.format(epoch.highSeconds(), Unit.SECONDS) + "), "
                        + Quantities.format(result.secondsPerRun(), Unit.SECONDS) + " for " + epochs
                        + " epochs; most of it is "
                        + largest + ".")
                .explain(Explanation.of(
                        "A step on this machine",
                        "t = ratio × Σ operations and barriers",
                        Quantities.format(step.seconds(), Unit.SECONDS) + " = ratio × (" + sum + ")",
                        "operands as warm as in the micro-benchmarks; the ratio of whole steps to their sum is that of made-up nets",
                        "./c2c calibrate, on this machine"))
                .print();
    }
}
