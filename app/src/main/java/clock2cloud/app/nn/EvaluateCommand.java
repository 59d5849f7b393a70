package clock2cloud.app.nn;

import clock2cloud.app.Common;
import clock2cloud.app.table.Table;
import clock2cloud.nn.Evaluation;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.data.DataSet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds a saved net against labelled rows. */
@Command(
        name = "evaluate",
        description = "Hold a saved net against the test rows of a data set.",
        footer = {"", "Example: ./c2c nn train --epochs 1 --save runs/b && ./c2c nn evaluate runs/b"})
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODEL", description = "A checkpoint, or a folder of them: the newest.")
    private Path model;

    @Option(
            names = DataOptions.DATA,
            defaultValue = DataOptions.MNIST,
            description = "mnist, or a file or folder (default: mnist).")
    private String dataName;

    @Mixin
    private DataOptions dataOptions;

    @Mixin
    private Common common;

    /** The JSON of {@code c2c nn evaluate}. */
    record Result(
            String model,
            String data,
            int testRows,
            double testLoss,
            double testAccuracy,
            List<ClassResult> classes,
            int[][] confusion) {}

    /** How one class fares: of its rows, the fraction found; of the rows called so, the fraction that are. */
    record ClassResult(String name, int rows, Optional<Double> recallFraction, Optional<Double> precisionFraction) {}

    @Override
    public Integer call() {
        SavedNet saved = SavedNet.open(model, common::progress);
        DataSet test =
                dataOptions.read(dataName, common.seed(), common::progress).test();
        try (Trainer trainer = saved.trainer(common.threads())) {
            Evaluation evaluation = trainer.evaluate(saved.known(test));
            Result result = new Result(
                    saved.file().toString(),
                    dataName,
                    evaluation.rows(),
                    evaluation.loss(),
                    evaluation.accuracy(),
                    classes(saved, evaluation.confusion()),
                    evaluation.confusion());
            Table table = Table.of("class", "rows", "recallFraction", "precisionFraction");
            for (ClassResult one : result.classes()) {
                table = table.row(one.name(), one.rows(), one.recallFraction(), one.precisionFraction());
            }
            return common.report()
                    .json(result)
                    .table(table)
                    .say(String.format(
                            Locale.ROOT,
                            "%.2f%% of %,d rows are right, mean loss %.4f.",
                            100 * result.testAccuracy(),
                            result.testRows(),
                            result.testLoss()))
                    .explain(TrainingResult.explanation(result.testAccuracy(), result.testRows()))
                    .figure(LearningFigures.confusion(
                            evaluation,
                            saved.classNames(),
                            saved.file() + " on " + dataName,
                            common.commandLine(),
                            common.seed()))
                    .print();
        }
    }

    private static List<ClassResult> classes(SavedNet saved, int[][] confusion) {
        ClassResult[] results = new ClassResult[confusion.length];
        for (int c = 0; c < results.length; c++) {
            int rows = Arrays.stream(confusion[c]).sum();
            int called = 0;
            for (int[] line : confusion) {
                called += line[c];
            }
            results[c] = new ClassResult(
                    saved.className(c), rows, fraction(confusion[c][c], rows), fraction(confusion[c][c], called));
        }
        return List.of(results);
    }

    /** Empty where there is nothing to have a part of. */
    private static Optional<Double> fraction(int part, int all) {
        return all == 0 ? Optional.empty() : Optional.of((double) part / all);
    }
}
