package clock2cloud.app.chart;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** A plot on whose edge a dot is whole and a line has its full width. */
final class EdgePlot extends XYPlot {
    private static final long serialVersionUID = 1;
    private static final double HALF_A_LINE = 1.3;
    private static final double HALF_A_DOT = 5;
    private final List<Double> rooms = new ArrayList<>();

    /** The next data set is of this mark. */
    void next(Mark mark) {
        boolean dots = mark instanceof Mark.Dots || mark instanceof Mark.Range || mark instanceof Mark.Span;
        boolean line = mark instanceof Mark.Line || mark instanceof Mark.Step;
        rooms.add(dots ? HALF_A_DOT : line ? HALF_A_LINE : 0);
    }

    @Override
    public boolean render(Graphics2D g, Rectangle2D area, int index, PlotRenderingInfo info, CrosshairState crosshair) {
        double room = rooms.get(index);
        Shape clip = g.getClip();
        g.setClip(new Rectangle2D.Double(
                area.getX() - room, area.getY() - room, area.getWidth() + 2 * room, area.getHeight() + 2 * room));
        boolean drawn = super.render(g, area, index, info, crosshair);
        g.setClip(clip);
        return drawn;
    }
}
