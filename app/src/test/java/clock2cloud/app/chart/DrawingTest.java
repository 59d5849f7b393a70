package clock2cloud.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.table.Unit;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawingTest {
    @TempDir
    Path folder;

    /** Five lines that end within a hair of each other, a rule, two moments and a long title. */
    private static Figure crowded() {
        double[] xs = {1, 10, 100};
        Figure figure = Figure.of("crowded")
                .title("Ten builders build 4.7 times as fast as one, because a tenth of the work cannot be shared out")
                .subtitle("Amdahl's law, serial part 10%")
                .xLog("workers", "")
                .y("speedup", "times")
                .rule("limit 10", 10)
                .moment("one", 1)
                .moment("two", 1.1);
        for (int i = 0; i < 5; i++) {
            figure.line("line number " + i, xs, new double[] {1, 5, 9 + 0.01 * i});
        }
        return figure;
    }

    static List<Drawing.Label> labels(Figure figure) {
        BufferedImage image = new BufferedImage(Drawing.WIDTH, figure.height(), BufferedImage.TYPE_INT_RGB);
        return Drawing.draw(figure, Theme.LIGHT, true, image.createGraphics());
    }

    /** The rule that every figure keeps: no label leaves the canvas or touches another. */
    public static void assertNoCollision(Figure figure) {
        Rectangle2D canvas = new Rectangle2D.Double(0, 0, Drawing.WIDTH, figure.height());
        List<Drawing.Label> labels = labels(figure);
        for (int i = 0; i < labels.size(); i++) {
            Drawing.Label a = labels.get(i);
            assertTrue(canvas.contains(a.box()), figure.slug() + ": '" + a.text() + "' leaves the canvas: " + a.box());
            for (Drawing.Label b : labels.subList(i + 1, labels.size())) {
                assertFalse(
                        a.box().intersects(b.box()), figure.slug() + ": '" + a.text() + "' touches '" + b.text() + "'");
            }
        }
    }

    @Test
    void crowdedLabelsArePushedApart() {
        assertNoCollision(crowded());
    }

    @Test
    void eachMarkIsADataSet() {
        assertEquals(5, Plots.chart(crowded(), Theme.LIGHT).getXYPlot().getDatasetCount());
    }

    @Test
    void svgIsTheSameOnEveryRun() {
        assertEquals(Svg.document(crowded(), Theme.LIGHT), Svg.document(crowded(), Theme.LIGHT));
    }

    @Test
    void humanTicksCarryAPrefix() {
        Figure figure = Figure.of("human")
                .title("t")
                .xLog("time", "")
                .xHuman(Unit.SECONDS)
                .y("y", "")
                .line("a", new double[] {1e-9, 1}, new double[] {0, 1});
        String svg = Svg.document(figure, Theme.LIGHT);
        assertTrue(svg.contains(">1 ns<") && svg.contains(">1 ms<"), svg);
    }

    @Test
    void fourFilesAppear() throws Exception {
        FigureFiles.write(crowded(), folder);
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of("crowded.csv", "crowded.json", "crowded.png", "crowded.svg"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}
