package clock2cloud.app.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.table.Unit;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
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

    /** One figure with every mark, drawn alike by every Java: the number is that of the bytes on JDK 17 and on JDK 25. */
    @Test
    void svgAndCsvAreTheSameOnEveryJava() throws Exception {
        Figure figure = everyMark();
        assertEquals("54f8076143940c06", hash(Svg.document(figure, Theme.LIGHT)));
        assertEquals("a9a95a91895b84a6", hash(FigureFiles.csv(figure)));
    }

    private static Figure everyMark() {
        double[] xs = {1, 10, 100};
        return crowded()
                .step("step", xs, new double[] {1, 2, 3})
                .dots("dots", xs, new double[] {Math.PI, Math.E, 1 / 3.0})
                .range("range", xs, new double[] {1, 2, 3}, new double[] {2, 3, 4}, new double[] {4, 5, 6})
                .span("span", new double[] {1, 2, 3}, xs, new double[] {4, 40, 400}, new double[] {5, 6, 7})
                .band("band", xs, new double[] {0.1, 0.2, 0.3}, new double[] {1.1, 1.2, 1.3})
                .blocks("block", List.of(new Mark.Block(2, 20, 0, 1, "7", 0.5)))
                .note("note: 1/3 ≈ 0.333 µs", 20, 7);
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 8);
    }

    /** A step of a quarter of an hour, not of 13.3 minutes, and no per cent that is rounded to a wrong one. */
    @Test
    void ticksStandAtRoundPlaces() {
        Figure figure = Figure.of("round")
                .title("t")
                .x("time", "")
                .xHuman(Unit.SECONDS)
                .xLimits(0, 700)
                .y("part", "")
                .yHuman(Unit.FRACTION)
                .yLimits(0, 0.15)
                .line("a", new double[] {0, 700}, new double[] {0, 0.15});
        String svg = Svg.document(figure, Theme.LIGHT);
        assertTrue(svg.contains(">2 min<") && svg.contains(">10 min<") && svg.contains(">12.5%<"), svg);
        String asked = Svg.document(
                Figure.of("asked")
                        .title("t")
                        .xLog("batch", "")
                        .xTicks(32, 512)
                        .y("y", "")
                        .line("a", new double[] {16, 600}, new double[] {0, 1}),
                Theme.LIGHT);
        assertTrue(asked.contains(">32<") && asked.contains(">512<") && !asked.contains(">100<"), asked);
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
