package clock2cloud.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.chart.Figure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

final class ReportTest {
    @TempDir
    Path folder;

    private int made;

    @Command(name = "draw")
    private final class Draw implements Callable<Integer> {
        @Mixin
        private Common common;

        @Override
        public Integer call() {
            return common.report().figures(this::line).print();
        }

        private List<Figure> line() {
            made++;
            double[] xs = {1, 2};
            return List.of(Figure.of("one-line")
                    .title("A line")
                    .subtitle("of two points")
                    .x("x", "")
                    .y("y", "")
                    .line("line", xs, xs)
                    .command("draw")
                    .seed(1));
        }
    }

    @Test
    void figuresAreMadeOnlyWhereTheyAreWritten() {
        draw();
        assertEquals(0, made);
        draw("--out", folder.toString());
        assertEquals(1, made);
        assertTrue(Files.exists(folder.resolve("one-line.svg")));
    }

    private void draw(String... args) {
        StringWriter said = new StringWriter();
        PrintWriter to = new PrintWriter(said);
        assertEquals(
                0,
                new CommandLine(new Draw())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setOut(to)
                        .setErr(to)
                        .execute(args),
                said::toString);
    }
}
