package clock2cloud.app.chart;

import clock2cloud.app.table.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a chart shows, before it is drawn: a finding, the conditions, two axes, marks, and how it was made. Methods that
 * add something return this figure.
 */
public final class Figure {
    private final String slug;
    private String title = "";
    private String subtitle = "";
    private String alt = "";
    private String command = "";
    private long seed;
    private int height = 540;
    private Scale x = Scale.of("", "", false);
    private Scale y = Scale.of("", "", false);
    private final List<Mark> marks = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();

    private Figure(String slug) {
        this.slug = slug;
    }

    /** An empty figure; the slug names its files. */
    public static Figure of(String slug) {
        if (!slug.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException(
                    "figure name '" + slug + "' may hold small letters, digits and hyphens only");
        }
        return new Figure(slug);
    }

    /** The finding, computed from the data. */
    public Figure title(String text) {
        title = text;
        return this;
    }

    /** The conditions. */
    public Figure subtitle(String text) {
        subtitle = text;
        return this;
    }

    /** What somebody who cannot see the picture should know. */
    public Figure alt(String text) {
        alt = text;
        return this;
    }

    public Figure x(String name, String unit) {
        x = Scale.of(name, unit, false);
        return this;
    }

    public Figure xLog(String name, String unit) {
        x = Scale.of(name, unit, true);
        return this;
    }

    public Figure y(String name, String unit) {
        y = Scale.of(name, unit, false);
        return this;
    }

    public Figure yLog(String name, String unit) {
        y = Scale.of(name, unit, true);
        return this;
    }

    /** Ticks with a fitting prefix: values are SI in this unit. */
    public Figure xHuman(Unit unit) {
        return changeX(scale -> scale.withHuman(unit));
    }

    public Figure yHuman(Unit unit) {
        return changeY(scale -> scale.withHuman(unit));
    }

    public Figure xLimits(double low, double high) {
        return changeX(scale -> scale.withLimits(low, high));
    }

    public Figure yLimits(double low, double high) {
        return changeY(scale -> scale.withLimits(low, high));
    }

    /** Where the horizontal axis has its numbers; else at round ones. */
    public Figure xTicks(double... places) {
        return changeX(scale -> scale.withTicks(Arrays.stream(places).boxed().toList()));
    }

    /** Names for y = 0, 1, … from the top down. */
    public Figure rows(List<String> names) {
        return changeY(scale -> scale.withRows(List.copyOf(names)));
    }

    private Figure changeX(UnaryOperator<Scale> change) {
        x = change.apply(x);
        return this;
    }

    private Figure changeY(UnaryOperator<Scale> change) {
        y = change.apply(y);
        return this;
    }

    public Figure line(String label, double[] xs, double[] ys) {
        return mark(new Mark.Line(label, same(xs, ys), ys));
    }

    public Figure step(String label, double[] xs, double[] ys) {
        return mark(new Mark.Step(label, same(xs, ys), ys));
    }

    public Figure dots(String label, double[] xs, double[] ys) {
        return mark(new Mark.Dots(label, same(xs, ys), ys));
    }

    /** Points with a vertical interval. */
    public Figure range(String label, double[] xs, double[] lows, double[] ys, double[] highs) {
        return mark(new Mark.Range(label, same(xs, ys), same(lows, ys), ys, same(highs, ys)));
    }

    /** Points with a horizontal interval. */
    public Figure span(String label, double[] lows, double[] xs, double[] highs, double[] ys) {
        return mark(new Mark.Span(label, same(lows, ys), same(xs, ys), same(highs, ys), ys));
    }

    public Figure band(String label, double[] xs, double[] lows, double[] highs) {
        return mark(new Mark.Band(label, same(xs, lows), lows, same(highs, lows)));
    }

    /** A horizontal line. */
    public Figure rule(String label, double at) {
        return mark(new Mark.Rule(label, at));
    }

    /** A vertical line. */
    public Figure moment(String label, double at) {
        return mark(new Mark.Moment(label, at));
    }

    public Figure blocks(String label, List<Mark.Block> blocks) {
        return mark(new Mark.Blocks(label, List.copyOf(blocks)));
    }

    /** A text to the right of a point. */
    public Figure note(String text, double atX, double atY) {
        return mark(new Mark.Note(text, atX, atY));
    }

    private Figure mark(Mark mark) {
        marks.add(mark);
        return this;
    }

    private static double[] same(double[] values, double[] others) {
        if (values.length != others.length || values.length == 0) {
            throw new IllegalArgumentException("a mark needs as many x as y values, and at least one, not "
                    + values.length + " and " + others.length);
        }
        return values;
    }

    /** Where the data come from: source and licence. */
    public Figure source(String text) {
        sources.add(text);
        return this;
    }

    /** The exact command that makes this figure again. */
    public Figure command(String text) {
        command = text;
        return this;
    }

    public Figure seed(long root) {
        seed = root;
        return this;
    }

    /** Height of the canvas in pixels at scale 1; the width is always 960. */
    public Figure height(int pixels) {
        height = pixels;
        return this;
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    public String subtitle() {
        return subtitle;
    }

    public String alt() {
        return alt.isEmpty() ? title + ". " + subtitle : alt;
    }

    public String command() {
        return command;
    }

    public long seed() {
        return seed;
    }

    public int height() {
        return height;
    }

    public Scale x() {
        return x;
    }

    public Scale y() {
        return y;
    }

    public List<Mark> marks() {
        return List.copyOf(marks);
    }

    public List<String> sources() {
        return List.copyOf(sources);
    }
}
