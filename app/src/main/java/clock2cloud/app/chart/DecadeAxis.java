package clock2cloud.app.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A logarithmic axis with ticks at powers of ten, or at 1, 2 and 5 where those are few. */
final class DecadeAxis extends LogAxis {
    private static final long serialVersionUID = 1;
    private static final int MOST_TICKS = 9;
    private final HumanFormat format;

    DecadeAxis(HumanFormat format) {
        this.format = format;
        setSmallestValue(1e-30);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        int first = (int) Math.floor(Math.log10(getRange().getLowerBound()) - 1e-9);
        int last = (int) Math.ceil(Math.log10(getRange().getUpperBound()) + 1e-9);
        int[] digits = last - first <= 3 ? new int[] {1, 2, 5} : new int[] {1};
        int stride = last - first <= MOST_TICKS ? 1 : 3 * ((last - first) / (3 * MOST_TICKS) + 1);
        TextAnchor anchor = RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        List<NumberTick> ticks = new ArrayList<>();
        for (int decade = first; decade <= last; decade++) {
            for (int digit : digits) {
                double value = digit * Math.pow(10, decade);
                if (Math.floorMod(decade, stride) == 0 && getRange().contains(value)) {
                    ticks.add(new NumberTick(value, format.text(value), anchor, TextAnchor.CENTER, 0.0));
                }
            }
        }
        return ticks;
    }
}
