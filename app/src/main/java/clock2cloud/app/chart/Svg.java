package clock2cloud.app.chart;

import java.awt.Color;
import java.util.Locale;
import org.jfree.svg.MeetOrSlice;
import org.jfree.svg.PreserveAspectRatio;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/** A figure as SVG: the same bytes on every run, readable by a screen reader. */
public final class Svg {
    private Svg() {}

    /** A document of its own, with its title in the picture. */
    public static String document(Figure figure, Theme theme) {
        return named(element(figure, theme, true, figure.slug()), figure, figure.slug()) + "\n";
    }

    /**
     * An element for a page: no title in it, no size, and colours that the page's style sheet may set as {@code --paper,
     * --ink, --grey, --grid, --c0 … --c5}.
     *
     * @param id of the element, and the beginning of every id in it
     */
    public static String inline(Figure figure, String id) {
        String svg = named(element(figure, Theme.LIGHT, false, id), figure, id);
        svg = svg.replaceFirst(" width='[^']*' height='[^']*'", "")
                .replace("xmlns:jfreesvg='http://www.jfree.org/jfreesvg/svg' ", "");
        svg = variable(svg, Theme.LIGHT.paper(), "paper");
        svg = variable(svg, Theme.LIGHT.ink(), "ink");
        svg = variable(svg, Theme.LIGHT.grey(), "grey");
        svg = variable(svg, Theme.LIGHT.grid(), "grid");
        for (int i = 0; i < Theme.LIGHT.palette().size(); i++) {
            svg = variable(svg, Theme.LIGHT.palette().get(i), "c" + i);
        }
        return svg;
    }

    /** The style sheet's variables for a theme. */
    public static String variables(Theme theme) {
        StringBuilder css = new StringBuilder();
        css.append("--paper:").append(rgb(theme.paper())).append(";--ink:").append(rgb(theme.ink()));
        css.append(";--grey:").append(rgb(theme.grey())).append(";--grid:").append(rgb(theme.grid()));
        for (int i = 0; i < theme.palette().size(); i++) {
            css.append(";--c").append(i).append(':').append(rgb(theme.palette().get(i)));
        }
        return css.toString();
    }

    private static String variable(String svg, Color colour, String name) {
        return svg.replace(rgb(colour), "var(--" + name + ")");
    }

    private static String rgb(Color c) {
        return "rgb(" + c.getRed() + "," + c.getGreen() + "," + c.getBlue() + ")";
    }

    private static String element(Figure figure, Theme theme, boolean titled, String id) {
        Theme.requireFonts();
        SVGGraphics2D g = new SVGGraphics2D(Drawing.WIDTH, figure.height());
        g.setDefsKeyPrefix(id);
        g.setGeomDoubleConverter(Svg::geometry);
        g.setTransformDoubleConverter(value -> String.format(Locale.ROOT, "%.4f", value));
        g.setFontFunction(family -> "Roboto, Helvetica, Arial, sans-serif");
        Drawing.draw(figure, theme, titled, g);
        ViewBox view = new ViewBox(0, 0, Drawing.WIDTH, figure.height());
        return ShapeRuns.joined(g.getSVGElement(id, true, view, PreserveAspectRatio.XMID_YMID, MeetOrSlice.MEET));
    }

    /** Hundredths of a pixel, without needless zeros. */
    private static String geometry(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "").replaceAll("^-0$", "0");
    }

    private static String named(String svg, Figure figure, String id) {
        int end = svg.indexOf('>');
        return svg.substring(0, end) + " role='img' aria-labelledby='" + id + "-title " + id + "-desc'><title id='" + id
                + "-title'>" + escaped(figure.title()) + "</title><desc id='" + id + "-desc'>" + escaped(figure.alt())
                + "</desc>" + svg.substring(end + 1);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
