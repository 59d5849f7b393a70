package clock2cloud.app.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.Range;
import org.jfree.data.general.DatasetUtils;
import org.jfree.data.xy.XYDataset;

/** Draws rectangles, with a text inside those that are large enough. */
final class BlockRenderer extends AbstractXYItemRenderer {
    private static final long serialVersionUID = 1;
    private static final Font FONT = Theme.plain(11f);
    private final transient List<Mark.Block> blocks;
    private final Color colour;
    private final transient Theme theme;
    private final double densest;

    BlockRenderer(List<Mark.Block> blocks, Color colour, Theme theme) {
        this.blocks = blocks;
        this.colour = colour;
        this.theme = theme;
        this.densest = densest(blocks);
    }

    /** Pale where numbers stand in the blocks, else the full colour. */
    static double densest(List<Mark.Block> blocks) {
        return named(blocks) ? Theme.WASH : 1;
    }

    private static boolean named(List<Mark.Block> blocks) {
        return blocks.stream().anyMatch(block -> !block.text().isEmpty());
    }

    @Override
    public Range findDomainBounds(XYDataset data) {
        return DatasetUtils.findDomainBounds(data, true);
    }

    @Override
    public Range findRangeBounds(XYDataset data) {
        return DatasetUtils.findRangeBounds(data, true);
    }

    @Override
    public void drawItem(
            Graphics2D g,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis xAxis,
            ValueAxis yAxis,
            XYDataset data,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        Mark.Block block = blocks.get(item);
        double x0 = xAxis.valueToJava2D(block.x0(), area, plot.getDomainAxisEdge());
        double x1 = xAxis.valueToJava2D(block.x1(), area, plot.getDomainAxisEdge());
        double y0 = yAxis.valueToJava2D(block.y0(), area, plot.getRangeAxisEdge());
        double y1 = yAxis.valueToJava2D(block.y1(), area, plot.getRangeAxisEdge());
        Rectangle2D box =
                new Rectangle2D.Double(Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0));
        if (densest < 1) { // no line of the grid through a number
            g.setPaint(theme.paper());
            g.fill(box);
        }
        g.setPaint(washed(colour, block.strengthFraction(), densest));
        g.fill(box);
        g.setFont(FONT);
        double width = g.getFontMetrics().getStringBounds(block.text(), g).getWidth();
        if (!block.text().isEmpty() && width + 6 < box.getWidth() && box.getHeight() > 12) {
            g.setPaint(theme.ink());
            g.drawString(block.text(), (float) (box.getCenterX() - width / 2), (float) box.getCenterY() + 4);
        }
    }

    /** Transparent, so that the same rectangle does on white and on dark paper. */
    static Color washed(Color colour, double strengthFraction, double densest) {
        double s = Math.max(0.08, Math.min(1, strengthFraction));
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * s * densest));
    }
}
