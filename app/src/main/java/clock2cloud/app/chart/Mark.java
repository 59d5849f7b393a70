package clock2cloud.app.chart;

import java.util.List;

/** What a figure shows; marks of one label share one colour, and the empty label is drawn in grey without a name. */
public sealed interface Mark {
    String label();

    /** Points joined by straight lines. */
    record Line(String label, double[] xs, double[] ys) implements Mark {}

    /** Points joined by steps: a value holds until the next. */
    record Step(String label, double[] xs, double[] ys) implements Mark {}

    /** Points alone. */
    record Dots(String label, double[] xs, double[] ys) implements Mark {}

    /** Points with a vertical interval each. */
    record Range(String label, double[] xs, double[] lows, double[] ys, double[] highs) implements Mark {}

    /** Points with a horizontal interval each. */
    record Span(String label, double[] lows, double[] xs, double[] highs, double[] ys) implements Mark {}

    /** The area between two curves. */
    record Band(String label, double[] xs, double[] lows, double[] highs) implements Mark {}

    /** A horizontal line at a value. */
    record Rule(String label, double y) implements Mark {}

    /** A vertical line at a value. */
    record Moment(String label, double x) implements Mark {}

    /** Rectangles: bars, Gantt tasks, cells of a heat map. */
    record Blocks(String label, List<Block> blocks) implements Mark {}

    /** A text to the right of a point. */
    record Note(String label, double x, double y) implements Mark {}

    /**
     * One rectangle.
     *
     * @param text written inside when it fits, may be empty
     * @param strengthFraction 0 (pale) to 1 (full colour)
     */
    record Block(double x0, double x1, double y0, double y1, String text, double strengthFraction) {}
}
