package clock2cloud.app.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** The name of a mark at the side of the plot, behind a sample of it: a dash, a dot, a patch. */
record Key(Mark mark, Color colour, double wantedY) {
    private static final double WIDTH = 12;

    /** Draws the sample to the right of x, at the height where the name has found room. */
    void sample(Graphics2D g, double x, double y) {
        g.setPaint(colour);
        if (mark instanceof Mark.Dots) {
            g.fill(dot(x + WIDTH / 2, y));
        } else if (mark instanceof Mark.Band) {
            g.setPaint(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), Math.round(255 * Theme.BAND)));
            g.fill(patch(x, y));
        } else if (mark instanceof Mark.Blocks blocks) {
            g.setPaint(BlockRenderer.washed(colour, 1, BlockRenderer.densest(blocks.blocks())));
            g.fill(patch(x, y));
        } else {
            g.setStroke(mark instanceof Mark.Rule ? Theme.DASHED : Theme.LINE);
            g.draw(new Line2D.Double(x, y, x + WIDTH, y));
            if (mark instanceof Mark.Range || mark instanceof Mark.Span) {
                g.fill(dot(x + WIDTH / 2, y));
            }
        }
    }

    private static Ellipse2D dot(double x, double y) {
        return new Ellipse2D.Double(x - 4, y - 4, 8, 8);
    }

    private static Rectangle2D patch(double x, double y) {
        return new Rectangle2D.Double(x, y - 5, WIDTH, 10);
    }
}
