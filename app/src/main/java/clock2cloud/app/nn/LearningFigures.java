package clock2cloud.app.nn;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.chart.Mark;
import clock2cloud.nn.Evaluation;
import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Panels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a net learned: its losses, its mistakes, its first weights. */
final class LearningFigures {
    /** Neurons shown, and how many in a line. */
    private static final int NEURONS = 24;

    private static final int IN_LINE = 8;
    /** Weights that are averaged into one cell, each way. */
    private static final int CELL = 2;

    private static final int GAP = 2;

    /** Neighbours of one shade are one block. */
    private static final int SHADES = 12;
    /** Pictures below this width are drawn weight by weight. */
    private static final int SMALL = 14;

    private LearningFigures() {}

    static Figure curve(List<EpochLine> epochs, String conditions, String command, long seed) {
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
                .y("mean loss of a row", "nat")
                .line("training rows", xs, train)
                .line("test rows", xs, test)
                .command(command)
                .seed(seed);
    }

    /** Mistakes class by class; the diagonal, which outweighs all, stays pale. */
    static Figure confusion(Evaluation evaluation, List<String> known, String conditions, String command, long seed) {
        int[][] confusion = evaluation.confusion();
        int classes = confusion.length;
        List<String> names = IntStream.range(0, classes)
                .mapToObj(c -> c < known.size() ? known.get(c) : Integer.toString(c))
                .toList();
        int worst = 1;
        for (int i = 0; i < classes * classes; i++) {
            boolean mistake = i / classes != i % classes;
            worst = mistake && at(confusion, i, classes) > at(confusion, worst, classes) ? i : worst;
        }
        int most = Math.max(1, at(confusion, worst, classes));
        List<Mark.Block> cells = new ArrayList<>();
        for (int i = 0; i < classes * classes; i++) {
            int truth = i / classes;
            int said = i % classes;
            int count = at(confusion, i, classes);
            double strength = truth == said ? 0 : (double) count / most;
            String text = count == 0 ? "" : Integer.toString(count);
            cells.add(new Mark.Block(said - 0.5, said + 0.5, truth - 0.5, truth + 0.5, text, strength));
        }
        return Figure.of("confusion-matrix")
                .title(mistakes(evaluation, names.get(worst / classes) + " for " + names.get(worst % classes)))
                .subtitle(conditions)
                .x("number of the class that the net says", "")
                .xLimits(-0.5, classes - 0.5)
                .y("class that it is", "")
                .rows(names)
                .blocks("", cells)
                .alt("Counts, a line for each true class: " + Arrays.deepToString(confusion))
                .command(command)
                .seed(seed)
                .height(660);
    }

    private static String mistakes(Evaluation evaluation, String worst) {
        int mistaken = evaluation.rows() - evaluation.right();
        return mistaken == 0
                ? String.format(Locale.ROOT, "All of %,d test rows are right", evaluation.rows())
                : String.format(
                        Locale.ROOT,
                        "%,d of %,d test rows are mistaken, most often %s",
                        mistaken,
                        evaluation.rows(),
                        worst);
    }

    private static int at(int[][] confusion, int i, int classes) {
        return confusion[i / classes][i % classes];
    }

    /** The weights of the first neurons, each as the picture that it looks for. */
    static Figure weights(Panels weights, ImageShape shape, String conditions, String command, long seed) {
        int side = Math.min(shape.width(), shape.height()) < SMALL ? 1 : CELL;
        int neurons = Math.min(NEURONS, weights.columns());
        double largest = 0;
        for (int i = 0; i < shape.features() * neurons; i++) {
            largest = Math.max(largest, Math.abs(weights.get(i / neurons, i % neurons)));
        }
        List<Mark.Block> up = new ArrayList<>();
        List<Mark.Block> down = new ArrayList<>();
        int top = (neurons + IN_LINE - 1) / IN_LINE * (shape.height() + GAP * side) - GAP * side;
        int columns = shape.width() / side;
        for (int neuron = 0; neuron < neurons; neuron++) {
            double left = neuron % IN_LINE * (shape.width() + GAP * side);
            for (int row = 0; row < shape.height() / side; row++) {
                double y = top - (neuron / IN_LINE * (shape.height() + GAP * side) + row * side);
                int from = 0;
                for (int column = 1; column <= columns; column++) {
                    int shade = shade(mean(weights, shape.width(), side, neuron, row, from), largest);
                    boolean ends = column == columns
                            || shade(mean(weights, shape.width(), side, neuron, row, column), largest) != shade;
                    if (ends && shade != 0) {
                        double strength = (double) Math.abs(shade) / SHADES;
                        (shade > 0 ? up : down)
                                .add(new Mark.Block(
                                        left + from * side, left + column * side, y - side, y, "", strength));
                    }
                    from = ends ? column : from;
                }
            }
        }
        Comparator<Mark.Block> byShade = Comparator.comparingDouble(Mark.Block::strengthFraction);
        up.sort(byShade);
        down.sort(byShade);
        return Figure.of("first-layer-weights")
                .title("The first layer looks for strokes: weights up to "
                        + String.format(Locale.ROOT, "%.2f", largest))
                .subtitle(conditions + "; the first " + neurons + " neurons, " + side + "×" + side + " weights a cell")
                .x("pixels", "")
                .y("pixels", "")
                .blocks("wants ink", up)
                .blocks("wants none", down)
                .alt("Each neuron's weights as a picture: where it wants ink and where it wants none.")
                .height(620)
                .command(command)
                .seed(seed);
    }

    private static double mean(Panels weights, int width, int side, int neuron, int row, int column) {
        double sum = 0;
        for (int i = 0; i < side * side; i++) {
            sum += weights.get((row * side + i / side) * width + column * side + i % side, neuron);
        }
        return sum / (side * side);
    }

    /** How much ink a cell wants in steps, half the largest weight and more being the last; negative where it wants none. */
    private static int shade(double weight, double largest) {
        double steps = Math.min(SHADES, 2 * SHADES * Math.abs(weight) / largest);
        return (int) (Math.signum(weight) * Math.round(steps));
    }
}
