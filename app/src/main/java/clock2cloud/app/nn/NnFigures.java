package clock2cloud.app.nn;

import clock2cloud.app.FigureRecipe;
import clock2cloud.app.chart.Figure;
import clock2cloud.app.chart.Mark;
import clock2cloud.nn.Evaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The figures of this floor. */
public final class NnFigures {
    private NnFigures() {}

    public static List<FigureRecipe> all() {
        return List.of();
    }

    /** Training loss and test accuracy, epoch by epoch. */
    static Figure learningCurve(List<EpochLine> epochs, String conditions, String command, long seed) {
        double[] xs = epochs.stream().mapToDouble(EpochLine::epoch).toArray();
        double[] train = epochs.stream().mapToDouble(EpochLine::trainLoss).toArray();
        double[] test = epochs.stream().mapToDouble(EpochLine::testLoss).toArray();
        EpochLine last = epochs.get(epochs.size() - 1);
        return Figure.of("learning-curve")
                .title(String.format(
                        Locale.ROOT,
                        "After %d epochs %.2f%% of the test rows are right",
                        last.epoch(),
                        100 * last.testAccuracy()))
                .subtitle(conditions)
                .x("epoch", "")
                .y("mean loss of a row", "")
                .line("training rows, as they are met", xs, train)
                .line("test rows, at the end of the epoch", xs, test)
                .command(command)
                .seed(seed);
    }

    /** Rows that are mistaken, class by class; the diagonal, which outweighs all, is left white. */
    static Figure confusion(Evaluation evaluation, List<String> names, String command, long seed) {
        int[][] confusion = evaluation.confusion();
        int classes = names.size();
        int most = 1;
        int worst = 0;
        for (int i = 0; i < classes * classes; i++) {
            int count = i / classes == i % classes ? 0 : confusion[i / classes][i % classes];
            if (count > most) {
                most = count;
                worst = i;
            }
        }
        List<Mark.Block> cells = new ArrayList<>();
        for (int truth = 0; truth < classes; truth++) {
            for (int said = 0; said < classes; said++) {
                int count = confusion[truth][said];
                double strength = truth == said ? 0 : (double) count / most;
                cells.add(new Mark.Block(
                        said - 0.5, said + 0.5, truth - 0.5, truth + 0.5, count == 0 ? "" : "" + count, strength));
            }
        }
        return Figure.of("confusion-matrix")
                .title(String.format(
                        Locale.ROOT,
                        "%d of %d test rows are mistaken, %s for %s most often",
                        evaluation.rows() - evaluation.right(),
                        evaluation.rows(),
                        names.get(worst / classes),
                        names.get(worst % classes)))
                .subtitle("rows: the class that it is; columns: the class that the net says")
                .x("the net says class", "")
                .y("it is", "")
                .rows(names)
                .blocks("", cells)
                .alt("Counts of true against predicted classes: " + Arrays.deepToString(confusion))
                .command(command)
                .seed(seed)
                .height(680);
    }
}
