package clock2cloud.app.notebook;

import clock2cloud.app.Figures;
import clock2cloud.app.chart.Figure;
import clock2cloud.app.chart.FigureFiles;
import clock2cloud.app.chart.Svg;
import clock2cloud.app.chart.Theme;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a walkthrough shows a figure: in plain JShell as files in the folder {@code figures}, in Jupyter below the cell, on a
 * page inside the text. Everywhere its finding is printed.
 */
public final class Gallery {
    /** As all commands have it. */
    private static final long SEED = 2017;

    private static final ThreadLocal<List<Figure>> WALL = new ThreadLocal<>();

    private Gallery() {}

    /** Shows a figure of {@code ./c2c figures} by its name. */
    public static void show(String name) {
        show(Figures.named(name, SEED));
    }

    /** Shows a figure of one's own. */
    public static void show(Figure figure) {
        System.out.println("figure " + figure.slug() + ": " + figure.title());
        List<Figure> wall = WALL.get();
        if (wall != null) {
            wall.add(figure);
        } else if (!shownInJupyter(figure)) {
            FigureFiles.write(figure, Path.of("figures"));
        }
    }

    /** Figures of this thread are kept from now on instead of being written. */
    static void open() {
        WALL.set(new ArrayList<>());
    }

    /** What was shown since the last call. */
    static List<Figure> taken() {
        List<Figure> wall = WALL.get();
        List<Figure> taken = wall == null ? List.of() : List.copyOf(wall);
        open();
        return taken;
    }

    static void close() {
        WALL.remove();
    }

    /** The Jupyter kernel, where this runs inside it, displays by MIME type; it is no dependency of ours. */
    private static boolean shownInJupyter(Figure figure) {
        try {
            Class<?> kernel = Class.forName("org.rapaio.jupyter.kernel.global.Global");
            Method display = kernel.getMethod("display", String.class, Object.class);
            display.invoke(null, "image/svg+xml", Svg.document(figure, Theme.LIGHT));
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
