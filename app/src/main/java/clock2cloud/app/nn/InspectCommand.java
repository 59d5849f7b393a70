package clock2cloud.app.nn;

import clock2cloud.app.Common;
import clock2cloud.app.table.Table;
import clock2cloud.nn.checkpoint.Checkpoint;
import clock2cloud.nn.checkpoint.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what a checkpoint holds. */
@Command(
        name = "inspect",
        description = "What a checkpoint holds: net, settings, epoch, and each tensor's shape and spread.",
        footer = {"", "Example: ./c2c nn train --epochs 1 --save runs/b && ./c2c nn inspect runs/b"})
final class InspectCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODEL", description = "A checkpoint, or a folder of them: the newest.")
    private Path model;

    @Mixin
    private Common common;

    /** The JSON of {@code c2c nn inspect}. */
    record Result(
            String model,
            long seed,
            int epoch,
            long step,
            Map<String, String> configuration,
            List<EpochLine> epochs,
            List<TensorLine> tensors) {}

    /** One tensor and the spread of its values. */
    record TensorLine(String name, List<Integer> shape, double mean, double deviation, double least, double most) {}

    @Override
    public Integer call() {
        SavedNet saved = SavedNet.open(model, common::progress);
        Checkpoint checkpoint = saved.checkpoint();
        List<TensorLine> tensors = new ArrayList<>();
        Table table = Table.of("tensor", "shape", "mean", "deviation", "least", "most");
        for (Tensor tensor : checkpoint.tensors()) {
            TensorLine line = line(tensor);
            tensors.add(line);
            table = table.row(
                    line.name(), line.shape().toString(), line.mean(), line.deviation(), line.least(), line.most());
        }
        Result result = new Result(
                saved.file().toString(),
                checkpoint.seed(),
                checkpoint.epoch(),
                checkpoint.step(),
                checkpoint.configuration(),
                EpochLine.parse(checkpoint.state().getOrDefault("epochs", "")),
                tensors);
        return common.report().json(result).table(table).say(words(result)).print();
    }

    private static String words(Result result) {
        String settings = result.configuration().entrySet().stream()
                .filter(setting ->
                        !setting.getKey().equals("net") && !setting.getKey().equals("seed"))
                .map(setting -> setting.getKey() + " " + setting.getValue().replace("\n", "/"))
                .collect(Collectors.joining(", "));
        String last = result.epochs().stream()
                .reduce((before, after) -> after)
                .map(epoch -> "\nLast " + epoch.words() + ".")
                .orElse("");
        return String.format(
                Locale.ROOT,
                "%s: %s, epochs done: %d, steps: %d, seed %d.\nTrained with %s.%s",
                result.model(),
                result.configuration().get("net"),
                result.epoch(),
                result.step(),
                result.seed(),
                settings,
                last);
    }

    private static TensorLine line(Tensor tensor) {
        double sum = 0;
        double squares = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (float value : tensor.values()) {
            sum += value;
            squares += (double) value * value;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double mean = sum / tensor.values().length;
        double variance = Math.max(0, squares / tensor.values().length - mean * mean);
        return new TensorLine(tensor.name(), tensor.shape(), mean, Math.sqrt(variance), least, most);
    }
}
