package clock2cloud.app.chart;

import clock2cloud.app.table.Unit;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** A figure as a JFreeChart, without its title and labels, which {@link Drawing} sets. */
public final class Plots {
    /** Room above the numbers of the horizontal axis, so that the first stands clear of the vertical axis's lowest. */
    private static final RectangleInsets BELOW_THE_CORNER = new RectangleInsets(8, 4, 2, 4);

    private Plots() {}

    /** The chart: one data set a mark, in the order of the marks. */
    static JFreeChart chart(Figure figure, Theme theme) {
        EdgePlot plot = new EdgePlot();
        plot.setDomainAxis(axis(figure.x(), theme));
        plot.getDomainAxis().setTickLabelInsets(BELOW_THE_CORNER);
        plot.setRangeAxis(axis(figure.y(), theme));
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setBackgroundPaint(theme.paper());
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(!figure.y().rows().isEmpty());
        plot.setDomainGridlinePaint(theme.grid());
        plot.setDomainGridlineStroke(Theme.THIN);
        plot.setRangeGridlinesVisible(figure.y().rows().isEmpty());
        plot.setRangeGridlinePaint(theme.grid());
        plot.setRangeGridlineStroke(Theme.THIN);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        int index = 0;
        for (Mark mark : figure.marks()) {
            Color colour = colour(figure, mark, theme);
            Optional<XYDataset> data = data(mark);
            if (data.isPresent()) {
                plot.next(mark);
                plot.setDataset(index, data.get());
                plot.setRenderer(index, renderer(mark, colour, theme));
                index++;
            }
            if (mark instanceof Mark.Rule rule) {
                plot.addRangeMarker(new ValueMarker(rule.y(), theme.grey(), Theme.DASHED));
            }
            if (mark instanceof Mark.Moment moment) {
                plot.addDomainMarker(new ValueMarker(moment.x(), theme.grey(), Theme.DASHED));
            }
        }
        for (Mark mark : figure.marks()) {
            if (mark instanceof Mark.Rule rule) {
                include(plot.getRangeAxis(), figure.y(), rule.y());
            }
        }
        evenTicks(plot.getDomainAxis(), figure.x());
        evenTicks(plot.getRangeAxis(), figure.y());
        JFreeChart chart = new JFreeChart(null, Theme.plain(12f), plot, false);
        chart.setBackgroundPaint(theme.paper());
        return chart;
    }

    /** The colour of a mark: one a label in order of appearance, grey without a label. */
    static Color colour(Figure figure, Mark mark, Theme theme) {
        if (mark.label().isEmpty() || mark instanceof Mark.Note) {
            return theme.grey();
        }
        List<String> labels = new ArrayList<>();
        for (Mark other : figure.marks()) {
            boolean coloured =
                    !(other instanceof Mark.Rule || other instanceof Mark.Moment || other instanceof Mark.Note);
            if (coloured && !other.label().isEmpty() && !labels.contains(other.label())) {
                labels.add(other.label());
            }
        }
        int at = labels.indexOf(mark.label());
        return at < 0 ? theme.grey() : theme.palette().get(at % theme.palette().size());
    }

    private static ValueAxis axis(Scale scale, Theme theme) {
        ValueAxis axis;
        if (!scale.rows().isEmpty()) {
            SymbolAxis symbols = new SymbolAxis(null, scale.rows().toArray(new String[0]));
            symbols.setInverted(true);
            symbols.setGridBandsVisible(false);
            axis = symbols;
        } else if (scale.logarithmic()) {
            axis = new DecadeAxis(new HumanFormat(scale.human()), scale.ticks());
        } else {
            NumberAxis number = new NumberAxis();
            number.setAutoRangeIncludesZero(false);
            number.setNumberFormatOverride(new HumanFormat(scale.human()));
            axis = number;
        }
        scale.limits().ifPresent(limits -> axis.setRange(limits[0], limits[1]));
        axis.setTickLabelFont(Theme.plain(12f));
        axis.setTickLabelPaint(theme.grey());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setLowerMargin(0.02);
        axis.setUpperMargin(0.02);
        return axis;
    }

    /** A line that the data do not reach is still to be seen; {@code limits} of the figure's own stand. */
    private static void include(ValueAxis axis, Scale scale, double value) {
        Range range = axis.getRange();
        if (scale.limits().isEmpty() && scale.rows().isEmpty() && !range.contains(value)) {
            double margin = scale.logarithmic() ? 0.02 * value : 0.02 * range.getLength();
            axis.setRange(
                    Range.expandToInclude(range, value > range.getUpperBound() ? value + margin : value - margin));
        }
    }

    /** About six ticks at a round step, whatever the font says. */
    private static void evenTicks(ValueAxis axis, Scale scale) {
        if (axis instanceof NumberAxis number && !(axis instanceof SymbolAxis)) {
            double raw = number.getRange().getLength() / 6;
            double decade = Math.pow(10, Math.floor(Math.log10(raw)));
            double step = raw / decade;
            double round = step <= 1 ? 1 : step <= 2 ? 2 : step <= 2.5 ? 2.5 : step <= 5 ? 5 : 10;
            boolean clock = scale.human().equals(Optional.of(Unit.SECONDS)) && raw > 20;
            number.setTickUnit(new NumberTickUnit(clock ? ofClock(raw) : round * decade));
        }
    }

    /** Minutes, hours and days are round in sixties and twelves. */
    private static double ofClock(double leastSeconds) {
        return DoubleStream.of(30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400)
                .filter(step -> step >= leastSeconds)
                .findFirst()
                .orElse(86_400 * Math.ceil(leastSeconds / 86_400));
    }

    private static Optional<XYDataset> data(Mark mark) {
        if (mark instanceof Mark.Line m) {
            return Optional.of(series(m.label(), m.xs(), m.ys()));
        }
        if (mark instanceof Mark.Step m) {
            return Optional.of(steps(m));
        }
        if (mark instanceof Mark.Dots m) {
            return Optional.of(series(m.label(), m.xs(), m.ys()));
        }
        if (mark instanceof Mark.Range m) {
            return Optional.of(intervals(m.label(), m.xs(), m.xs(), m.xs(), m.lows(), m.ys(), m.highs()));
        }
        if (mark instanceof Mark.Span m) {
            return Optional.of(intervals(m.label(), m.lows(), m.xs(), m.highs(), m.ys(), m.ys(), m.ys()));
        }
        if (mark instanceof Mark.Band m) {
            YIntervalSeries series = new YIntervalSeries(m.label());
            for (int i = 0; i < m.xs().length; i++) {
                series.add(m.xs()[i], (m.lows()[i] + m.highs()[i]) / 2, m.lows()[i], m.highs()[i]);
            }
            YIntervalSeriesCollection all = new YIntervalSeriesCollection();
            all.addSeries(series);
            return Optional.of(all);
        }
        if (mark instanceof Mark.Blocks m) {
            XYIntervalSeries series = new XYIntervalSeries(m.label(), false, true);
            for (Mark.Block b : m.blocks()) {
                series.add((b.x0() + b.x1()) / 2, b.x0(), b.x1(), (b.y0() + b.y1()) / 2, b.y0(), b.y1());
            }
            XYIntervalSeriesCollection all = new XYIntervalSeriesCollection();
            all.addSeries(series);
            return Optional.of(all);
        }
        return Optional.empty();
    }

    /** Each value holds until the next: two points a step, joined by one path. */
    private static XYDataset steps(Mark.Step m) {
        int n = m.xs().length;
        double[] xs = new double[2 * n - 1];
        double[] ys = new double[2 * n - 1];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = m.xs()[(i + 1) / 2];
            ys[i] = m.ys()[i / 2];
        }
        return series(m.label(), xs, ys);
    }

    private static XYDataset series(String label, double[] xs, double[] ys) {
        XYSeries series = new XYSeries(label, false, true);
        for (int i = 0; i < xs.length; i++) {
            series.add(xs[i], ys[i]);
        }
        return new XYSeriesCollection(series);
    }

    private static XYDataset intervals(
            String label, double[] xLow, double[] x, double[] xHigh, double[] yLow, double[] y, double[] yHigh) {
        XYIntervalSeries series = new XYIntervalSeries(label, false, true);
        for (int i = 0; i < x.length; i++) {
            series.add(x[i], xLow[i], xHigh[i], y[i], yLow[i], yHigh[i]);
        }
        XYIntervalSeriesCollection all = new XYIntervalSeriesCollection();
        all.addSeries(series);
        return all;
    }

    private static XYItemRenderer renderer(Mark mark, Color colour, Theme theme) {
        XYItemRenderer renderer;
        if (mark instanceof Mark.Blocks blocks) {
            return new BlockRenderer(blocks.blocks(), colour, theme);
        } else if (mark instanceof Mark.Dots) {
            XYLineAndShapeRenderer dots = new XYLineAndShapeRenderer(false, true);
            dots.setDrawOutlines(false);
            renderer = dots;
        } else if (mark instanceof Mark.Range || mark instanceof Mark.Span) {
            XYErrorRenderer error = new XYErrorRenderer();
            error.setDrawXError(mark instanceof Mark.Span);
            error.setDrawYError(mark instanceof Mark.Range);
            error.setErrorPaint(colour);
            error.setErrorStroke(new BasicStroke(1.6f));
            error.setCapLength(6);
            error.setDefaultLinesVisible(false);
            renderer = error;
        } else if (mark instanceof Mark.Band) {
            DeviationRenderer band = new DeviationRenderer(false, false);
            band.setAlpha(Theme.BAND);
            band.setSeriesFillPaint(0, colour);
            renderer = band;
        } else {
            XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, false);
            line.setDrawSeriesLineAsPath(true);
            renderer = line;
        }
        renderer.setSeriesPaint(0, colour);
        renderer.setSeriesStroke(0, Theme.LINE);
        double radius = !(mark instanceof Mark.Dots dots) ? 4 : dots.xs().length > 200 ? 2.1 : 4.5;
        renderer.setSeriesShape(0, new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
        return renderer;
    }
}
