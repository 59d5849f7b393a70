package clock2cloud.app.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** Draws a figure: bold left title, grey subtitle, the plot, and labels at the ends of the lines, pushed apart. */
public final class Drawing {
    public static final int WIDTH = 960;
    private static final double LINE_HEIGHT = 16;
    private static final double SIDE = 28;

    /** Room beside the plot for the half of a number that stands under its right edge. */
    private static final double HALF_TICK = 20;

    /** A text and where it stands; boxes never overlap and lie inside the canvas. */
    public record Label(String text, Rectangle2D box) {}

    private final Figure figure;
    private final Theme theme;
    private final boolean titled;
    private final Graphics2D g;
    private final List<Label> labels = new ArrayList<>();

    private Drawing(Figure figure, Theme theme, boolean titled, Graphics2D g) {
        this.figure = figure;
        this.theme = theme;
        this.titled = titled;
        this.g = g;
    }

    /**
     * Draws at scale 1 and returns every label with its box.
     *
     * @param titled whether the title and the subtitle are part of the picture; on a page they are text
     */
    static List<Label> draw(Figure figure, Theme theme, boolean titled, Graphics2D g) {
        Theme.requireFonts();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        Drawing drawing = new Drawing(figure, theme, titled, g);
        drawing.all();
        return drawing.labels;
    }

    private void all() {
        g.setPaint(theme.paper());
        g.fill(new Rectangle2D.Double(0, 0, WIDTH, figure.height()));
        double y = titled ? titles() : 14;
        double top = y + (figure.y().text().isEmpty() ? 0 : 28) + (moments().isEmpty() ? 0 : 18);
        double bottom = figure.height() - 30;
        Rectangle2D plotArea =
                new Rectangle2D.Double(SIDE - 8, top - 8, WIDTH - SIDE - rightMargin() + HALF_TICK, bottom - top);
        JFreeChart chart = Plots.chart(figure, theme);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        RectangleInsets insets = chart.getPlot().getInsets();
        chart.getPlot()
                .setInsets(new RectangleInsets(
                        insets.getTop(), insets.getLeft(), insets.getBottom(), insets.getRight() + HALF_TICK));
        ChartRenderingInfo info = new ChartRenderingInfo();
        chart.draw(g, plotArea, info);
        Rectangle2D data = info.getPlotInfo().getDataArea();
        XYPlot plot = chart.getXYPlot();
        text(figure.y().text(), SIDE, top - 16 - (moments().isEmpty() ? 0 : 18), Theme.plain(12f), theme.grey());
        double xName = width(figure.x().text(), Theme.plain(12f));
        text(figure.x().text(), data.getMaxX() - xName, figure.height() - 18, Theme.plain(12f), theme.grey());
        moments(plot, data, top);
        keys(plot, data);
        notes(plot, data);
    }

    private double titles() {
        double y = wrapped(figure.title(), Theme.bold(20f), theme.ink(), 36, 25);
        return wrapped(figure.subtitle(), Theme.plain(13.5f), theme.grey(), y - 2, 18);
    }

    private double wrapped(String text, Font font, Color colour, double from, double lineHeight) {
        double y = from;
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, font) > WIDTH - 2 * SIDE) {
                text(line.toString(), SIDE, y, font, colour);
                y += lineHeight;
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        text(line.toString(), SIDE, y, font, colour);
        return y + lineHeight;
    }

    private List<Mark.Moment> moments() {
        return figure.marks().stream()
                .filter(mark -> mark instanceof Mark.Moment && !mark.label().isEmpty())
                .map(mark -> (Mark.Moment) mark)
                .toList();
    }

    private void moments(XYPlot plot, Rectangle2D data, double top) {
        Font font = Theme.plain(12f);
        double free = SIDE;
        double right = 0;
        for (Mark.Moment moment : moments()) {
            right += width(moment.label(), font) + 10;
        }
        for (Mark.Moment moment : moments()) {
            double x = plot.getDomainAxis().valueToJava2D(moment.x(), data, plot.getDomainAxisEdge());
            double width = width(moment.label(), font);
            double left = Math.max(free, Math.min(x - width / 2, WIDTH - SIDE - right));
            text(moment.label(), left, top - 6, font, theme.grey());
            free = left + width + 10;
            right -= width + 10;
        }
    }

    private void keys(XYPlot plot, Rectangle2D data) {
        List<Key> keys = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Mark mark : figure.marks()) {
            double[] at = end(mark);
            if (at.length == 0 || mark.label().isEmpty() || !seen.add(mark.label())) {
                continue;
            }
            double y = plot.getRangeAxis().valueToJava2D(at[0], data, plot.getRangeAxisEdge());
            Color colour = mark instanceof Mark.Rule ? theme.grey() : Plots.colour(figure, mark, theme);
            keys.add(new Key(mark, colour, Math.max(data.getMinY(), Math.min(data.getMaxY(), y))));
        }
        keys.sort((a, b) -> Double.compare(a.wantedY(), b.wantedY()));
        double[] wanted = keys.stream().mapToDouble(Key::wantedY).toArray();
        double[] placed = Spread.apart(wanted, LINE_HEIGHT, data.getMinY(), figure.height() - 44.0);
        double x = data.getMaxX() + 10;
        for (int i = 0; i < placed.length; i++) {
            keys.get(i).sample(g, x, placed[i]);
            text(keys.get(i).mark().label(), x + 18, placed[i] + 4, Theme.plain(13f), theme.ink());
        }
    }

    /** The y value that the label of a mark stands beside, or nothing for marks that are not named at the side. */
    private static double[] end(Mark mark) {
        if (mark instanceof Mark.Line m) {
            return last(m.ys());
        }
        if (mark instanceof Mark.Step m) {
            return last(m.ys());
        }
        if (mark instanceof Mark.Dots m) {
            return last(m.ys());
        }
        if (mark instanceof Mark.Range m) {
            return last(m.ys());
        }
        if (mark instanceof Mark.Span m) {
            return last(m.ys());
        }
        if (mark instanceof Mark.Band m) {
            int n = m.lows().length - 1;
            return new double[] {(m.lows()[n] + m.highs()[n]) / 2};
        }
        if (mark instanceof Mark.Rule m) {
            return new double[] {m.y()};
        }
        if (mark instanceof Mark.Blocks m && !m.blocks().isEmpty()) {
            Mark.Block block = m.blocks().get(m.blocks().size() - 1);
            return new double[] {(block.y0() + block.y1()) / 2};
        }
        return new double[0];
    }

    private static double[] last(double[] values) {
        return new double[] {values[values.length - 1]};
    }

    private double rightMargin() {
        double widest = 0;
        for (Mark mark : figure.marks()) {
            if (!(mark instanceof Mark.Note)
                    && !(mark instanceof Mark.Moment)
                    && !mark.label().isEmpty()) {
                widest = Math.max(widest, width(mark.label(), Theme.plain(13f)) + 28);
            }
        }
        return Math.min(widest + 14, WIDTH * 0.45);
    }

    private void notes(XYPlot plot, Rectangle2D data) {
        for (Mark mark : figure.marks()) {
            if (mark instanceof Mark.Note note) {
                double x = plot.getDomainAxis().valueToJava2D(note.x(), data, plot.getDomainAxisEdge());
                double y = plot.getRangeAxis().valueToJava2D(note.y(), data, plot.getRangeAxisEdge());
                double width = width(note.label(), Theme.plain(12f));
                text(note.label(), Math.min(x + 6, WIDTH - 8 - width), y + 4, Theme.plain(12f), theme.ink());
            }
        }
    }

    private double width(String text, Font font) {
        return g.getFontMetrics(font).getStringBounds(text, g).getWidth();
    }

    private void text(String text, double x, double baseline, Font font, Color colour) {
        if (text.isEmpty()) {
            return;
        }
        g.setFont(font);
        g.setPaint(colour);
        g.drawString(text, (float) x, (float) baseline);
        double height = font.getSize2D();
        labels.add(
                new Label(text, new Rectangle2D.Double(x, baseline - 0.78 * height, width(text, font), 0.98 * height)));
    }
}
