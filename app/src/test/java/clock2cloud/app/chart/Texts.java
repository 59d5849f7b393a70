package clock2cloud.app.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of an SVG and the boxes that they fill. */
public final class Texts {
    private static final Pattern TEXT =
            Pattern.compile("<text x='([^']*)' y='([^']*)' style='([^']*)'[^>]*>([^<]*)</text>");
    private static final Pattern SIZE = Pattern.compile("font-size: ([0-9.]+)px");

    private Texts() {}

    /** A text and its box, from the cap line to the baseline. */
    public record Box(String text, Rectangle2D area) {}

    public static List<Box> of(String svg) {
        FontRenderContext context = new FontRenderContext(null, true, true);
        List<Box> boxes = new ArrayList<>();
        Matcher found = TEXT.matcher(svg);
        while (found.find()) {
            Matcher size = SIZE.matcher(found.group(3));
            float pixels = size.find() ? Float.parseFloat(size.group(1)) : 12;
            Font font = found.group(3).contains("bold") ? Theme.bold(pixels) : Theme.plain(pixels);
            String text =
                    found.group(4).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
            double width = font.getStringBounds(text, context).getWidth();
            double x = Double.parseDouble(found.group(1));
            double baseline = Double.parseDouble(found.group(2));
            boxes.add(new Box(text, new Rectangle2D.Double(x, baseline - 0.72 * pixels, width, 0.74 * pixels)));
        }
        return boxes;
    }
}
