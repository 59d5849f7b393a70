package clock2cloud.app.nn;

import clock2cloud.app.Common;
import clock2cloud.app.table.Table;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.Pictures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Names pictures by a saved net. */
@Command(
        name = "predict",
        description = "Name pictures, or the test rows of a data set, by a saved net.",
        footer = {"", "Example: ./c2c nn train --epochs 1 --save runs/b && ./c2c nn predict runs/b --rows 5"})
final class PredictCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "MODEL", description = "A checkpoint, or a folder of them: the newest.")
    private Path model;

    @Parameters(index = "1..*", paramLabel = "PICTURE", description = "Pictures to name (else test rows of --data).")
    private List<Path> pictures = List.of();

    @Option(
            names = DataOptions.DATA,
            defaultValue = DataOptions.MNIST,
            description = "mnist, or a file or folder (default: mnist).")
    private String dataName;

    @Option(names = "--rows", defaultValue = "10", description = "How many test rows (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Option(names = "--invert", description = "Turn dark on light into light on dark, as MNIST is.")
    private boolean invert;

    @Mixin
    private DataOptions dataOptions;

    @Mixin
    private Common common;

    /** The JSON of {@code c2c nn predict}. */
    record Result(String model, List<Prediction> predictions) {}

    /** What the net says of one picture; {@code values} are its outputs, class by class. */
    record Prediction(String picture, String said, double value, Optional<String> truth, List<Double> values) {}

    @Override
    public Integer call() {
        SavedNet saved = SavedNet.open(model, common::progress);
        if (rows < 1) {
            throw new IllegalArgumentException("--rows " + rows + " must be at least 1");
        }
        if (invert && pictures.isEmpty()) {
            throw new IllegalArgumentException("--invert goes with pictures: the rows of --data are taken as they are");
        }
        DataSet data = pictures.isEmpty()
                ? dataOptions
                        .read(dataName, common.seed(), common::progress)
                        .test()
                        .first(rows)
                : inverted(Pictures.read(pictures, saved.shape(), saved.classNames()));
        Result result = new Result(saved.file().toString(), predictions(saved, data));
        Table table = Table.of("picture", "said", "value", "truth");
        for (Prediction one : result.predictions()) {
            table = table.row(one.picture(), one.said(), one.value(), one.truth());
        }
        return common.report().json(result).table(table).print();
    }

    private DataSet inverted(DataSet data) {
        if (invert) {
            for (int i = 0; i < data.pixels().length; i++) {
                data.pixels()[i] = (byte) ~data.pixels()[i];
            }
        }
        return data;
    }

    private List<Prediction> predictions(SavedNet saved, DataSet data) {
        List<Prediction> predictions = new ArrayList<>();
        try (Trainer trainer = saved.trainer(common.threads())) {
            float[] outputs = trainer.outputs(data);
            int classes = saved.net().classes();
            for (int row = 0; row < data.rows(); row++) {
                int best = 0;
                List<Double> values = new ArrayList<>();
                for (int c = 0; c < classes; c++) {
                    values.add((double) outputs[row * classes + c]);
                    best = values.get(c) > values.get(best) ? c : best;
                }
                predictions.add(new Prediction(
                        pictures.isEmpty()
                                ? "row " + (row + 1)
                                : pictures.get(row).toString(),
                        saved.className(best),
                        values.get(best),
                        pictures.isEmpty() ? Optional.of(data.classNames().get(data.labels()[row])) : Optional.empty(),
                        values));
            }
        }
        return predictions;
    }
}
