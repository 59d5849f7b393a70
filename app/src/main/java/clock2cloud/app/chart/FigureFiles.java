package clock2cloud.app.chart;

import clock2cloud.app.table.Json;
import clock2cloud.app.table.Table;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import javax.imageio.ImageIO;

/** A figure as PNG (2x), SVG, CSV and JSON; each file appears whole or not at all. */
public final class FigureFiles {
    private FigureFiles() {}

    /** What stands beside the picture. */
    record Sidecar(
            String name,
            String title,
            String subtitle,
            String alt,
            String command,
            long seed,
            String theme,
            String version,
            List<String> sources) {}

    /**
     * Writes {@code slug.png, .svg, .csv, .json} into a folder.
     *
     * @throws IllegalArgumentException when the folder cannot be written to or this machine has no fonts
     */
    public static void write(Figure figure, Path folder) {
        write(figure, folder, Theme.LIGHT);
    }

    /** As {@link #write(Figure, Path)}, on the theme's paper. */
    public static void write(Figure figure, Path folder, Theme theme) {
        try {
            Files.createDirectories(folder);
            whole(folder.resolve(figure.slug() + ".png"), png(figure, theme));
            whole(
                    folder.resolve(figure.slug() + ".svg"),
                    Svg.document(figure, theme).getBytes(StandardCharsets.UTF_8));
            whole(folder.resolve(figure.slug() + ".csv"), csv(figure).getBytes(StandardCharsets.UTF_8));
            whole(
                    folder.resolve(figure.slug() + ".json"),
                    sidecar(figure, theme).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot write figure " + figure.slug() + " into " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void whole(Path file, byte[] content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, content);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    static byte[] png(Figure figure, Theme theme) {
        Theme.requireFonts();
        BufferedImage image = new BufferedImage(2 * Drawing.WIDTH, 2 * figure.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(2, 2);
        Drawing.draw(figure, theme, true, g);
        g.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Every number of the figure: one row a point. */
    public static String csv(Figure figure) {
        Table table = Table.of("mark", "label", "x", "y", "low", "high");
        for (Mark mark : figure.marks()) {
            table = table.rows(rows(mark));
        }
        return table.csv();
    }

    private static List<List<Object>> rows(Mark mark) {
        List<List<Object>> rows = new java.util.ArrayList<>();
        if (mark instanceof Mark.Line m) {
            points(rows, "line", m.label(), m.xs(), m.ys());
        } else if (mark instanceof Mark.Step m) {
            points(rows, "step", m.label(), m.xs(), m.ys());
        } else if (mark instanceof Mark.Dots m) {
            points(rows, "dots", m.label(), m.xs(), m.ys());
        } else if (mark instanceof Mark.Range m) {
            intervals(rows, "range", m.label(), new double[][] {m.xs(), m.ys(), m.lows(), m.highs()});
        } else if (mark instanceof Mark.Span m) {
            intervals(rows, "span", m.label(), new double[][] {m.xs(), m.ys(), m.lows(), m.highs()});
        } else if (mark instanceof Mark.Band m) {
            intervals(rows, "band", m.label(), new double[][] {m.xs(), m.highs(), m.lows(), m.highs()});
        } else if (mark instanceof Mark.Rule m) {
            rows.add(List.of("rule", m.label(), "", m.y(), "", ""));
        } else if (mark instanceof Mark.Moment m) {
            rows.add(List.of("moment", m.label(), m.x(), "", "", ""));
        } else if (mark instanceof Mark.Note m) {
            rows.add(List.of("note", m.label(), m.x(), m.y(), "", ""));
        } else if (mark instanceof Mark.Blocks m) {
            for (Mark.Block b : m.blocks()) {
                String label = m.label() + (b.text().isEmpty() ? "" : " " + b.text());
                rows.add(List.of("block", label.strip(), b.x0(), b.y0(), b.x1(), b.y1()));
            }
        }
        return rows;
    }

    private static void points(List<List<Object>> rows, String kind, String label, double[] xs, double[] ys) {
        for (int i = 0; i < xs.length; i++) {
            rows.add(List.of(kind, label, xs[i], ys[i], "", ""));
        }
    }

    private static void intervals(List<List<Object>> rows, String kind, String label, double[][] columns) {
        for (int i = 0; i < columns[0].length; i++) {
            rows.add(List.of(kind, label, columns[0][i], columns[1][i], columns[2][i], columns[3][i]));
        }
    }

    private static String sidecar(Figure figure, Theme theme) {
        return Json.write(new Sidecar(
                figure.slug(),
                figure.title(),
                figure.subtitle(),
                figure.alt(),
                figure.command(),
                figure.seed(),
                theme.name(),
                "clock2cloud 0.1.0",
                figure.sources()));
    }
}
