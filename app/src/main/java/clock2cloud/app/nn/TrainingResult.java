package clock2cloud.app.nn;

import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Table;
import clock2cloud.nn.Evaluation;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.Work;
import clock2cloud.nn.checkpoint.NetText;
import clock2cloud.nn.data.TrainTest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a training came to: the JSON of {@code c2c nn train}, its table, and how its numbers came about. */
record TrainingResult(
        String net,
        long parameters,
        String data,
        int trainRows,
        int testRows,
        int batch,
        String optimizer,
        double rate,
        long seed,
        int threads,
        String kernels,
        List<EpochLine> epochs,
        Optional<String> stopped,
        double testLoss,
        double testAccuracy,
        List<String> classNames,
        int[][] confusion) {
    static TrainingResult of(
            Trainer trainer,
            String kernels,
            String optimizer,
            String dataName,
            TrainTest data,
            TrainingRun run,
            Evaluation evaluation) {
        return new TrainingResult(
                NetText.of(trainer.net()),
                trainer.net().parameters(),
                dataName,
                data.train().rows(),
                data.test().rows(),
                trainer.settings().batch(),
                optimizer,
                trainer.settings().rate(),
                trainer.settings().seed(),
                trainer.settings().threads(),
                kernels,
                run.epochs(),
                run.stopped(),
                evaluation.loss(),
                evaluation.accuracy(),
                data.train().classNames(),
                evaluation.confusion());
    }

    Table table() {
        Table table = Table.of(
                "epoch",
                "seconds",
                "samplesPerSecond",
                "flopsPerSecond",
                "trainLoss",
                "testLoss",
                "testAccuracyFraction");
        for (EpochLine one : epochs) {
            table = table.row(
                    one.epoch(),
                    one.seconds(),
                    one.samplesPerSecond(),
                    one.gflops() * 1e9,
                    one.trainLoss(),
                    one.testLoss(),
                    one.testAccuracy());
        }
        return table;
    }

    String words() {
        return String.format(
                        Locale.ROOT,
                        "%s, %,d parameters, %s with batch %d and rate %s on %d thread%s (%s): %.2f%% of %,d test rows are right.",
                        net,
                        parameters,
                        optimizer,
                        batch,
                        rate,
                        threads,
                        threads == 1 ? "" : "s",
                        kernels,
                        100 * testAccuracy,
                        testRows)
                + stopped.map(why -> "\nStopped early: " + why + ".").orElse("");
    }

    /** The speed of the last epoch and the test's accuracy, as their formulas have them. */
    Explanation[] explanations() {
        Work work = Work.of(NetText.net(net), batch);
        EpochLine last = epochs.get(epochs.size() - 1);
        return new Explanation[] {
            EpochLine.speed(
                    String.format(
                            Locale.ROOT,
                            "%,d operations for %d rows, %,d rows in %.3f s: %.1f GFLOP/s in epoch %d",
                            work.flopsPerStep(),
                            batch,
                            trainRows,
                            last.seconds(),
                            last.gflops(),
                            last.epoch()),
                    "the look at the test rows and saving are not in the seconds"),
            explanation(testAccuracy, testRows)
        };
    }

    static Explanation explanation(double accuracy, int rows) {
        return Explanation.of(
                "Accuracy",
                "a = right / rows, give or take √(a (1 − a) / rows)",
                String.format(
                        Locale.ROOT,
                        "%,d / %,d = %.2f%%, give or take %.2f%%",
                        Math.round(accuracy * rows),
                        rows,
                        100 * accuracy,
                        100 * Math.sqrt(accuracy * (1 - accuracy) / rows)),
                "test rows are drawn apart from one another",
                "one standard deviation of a binomial share");
    }
}
