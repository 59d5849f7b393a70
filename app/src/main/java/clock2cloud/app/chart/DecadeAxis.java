package clock2cloud.app.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A logarithmic axis with ticks where they were asked for; else at powers of ten, or at 1, 2 and 5 where those are few. */
final class DecadeAxis extends LogAxis {
    private static final long serialVersionUID = 1;
    private static final int MOST_TICKS = 9;
    private final HumanFormat format;

    private final double[] asked;

    DecadeAxis(HumanFormat format, List<Double> asked) {
        this.format = format;
        this.asked = asked.stream().mapToDouble(Double::doubleValue).toArray();
        setSmallestValue(1e-30);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        TextAnchor anchor = RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        List<NumberTick> ticks = new ArrayList<>();
        for (double value : asked.length > 0 ? asked : round()) {
            if (getRange().contains(value)) {
                ticks.add(new NumberTick(value, format.text(value), anchor, TextAnchor.CENTER, 0.0));
            }
        }
        return ticks;
    }

    private double[] round() {
        int first = (int) Math.floor(Math.log10(getRange().getLowerBound()) - 1e-9);
        int last = (int) Math.ceil(Math.log10(getRange().getUpperBound()) + 1e-9);
        int[] digits = last - first <= 3 ? new int[] {1, 2, 5} : new int[] {1};
        int stride = last - first <= MOST_TICKS ? 1 : 3 * ((last - first) / (3 * MOST_TICKS) + 1);
        return IntStream.rangeClosed(first, last)
                .filter(decade -> Math.floorMod(decade, stride) == 0)
                .boxed()
                .flatMapToDouble(decade -> Arrays.stream(digits).mapToDouble(digit -> digit * Math.pow(10, decade)))
                .toArray();
    }
}
