package clock2cloud.app.story.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.Run;
import clock2cloud.app.story.host.HostForecast;
import clock2cloud.app.story.host.MadeUpMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchFileTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), text);
    }

    /** What is learned for a number of threads is learned once, though rows are forecast side by side. */
    @Test
    void rowsOnThisMachineMayAskForAnyThreads() throws IOException {
        HostForecast host = HostForecast.of(MadeUpMachine.calibration());
        int all = Runtime.getRuntime().availableProcessors();
        String rows = IntStream.range(0, 400)
                .mapToObj(i -> "this,784-" + (64 + i % 7) + "-10,64," + (1 + i % all))
                .collect(Collectors.joining("\n"));
        List<BatchFile.Line> lines =
                new BatchFile(() -> host, 1).forecast(file("machine,net,batch,threads\n" + rows), Map.of());
        assertEquals(400, lines.stream().flatMap(l -> l.forecast().stream()).count());
        assertEquals(
                7L * all,
                lines.stream()
                        .map(l -> l.forecast().orElseThrow().net() + " "
                                + l.forecast().orElseThrow().threads())
                        .distinct()
                        .count());
    }

    /** Columns in any order, cells in quotes, lines of Windows, a comment, and what the command line says of every row. */
    @Test
    void theCommandLineSaysWhatTheRowsDoNot() throws IOException {
        Path file = file("# mine\r\nbatch, Net ,machine\r\n32,\"784,30,10\",p100\r\n 64 , lenet5 ,\r\n");
        Run run = Run.of(("predict --batch-file " + file
                        + " --machine p2.xlarge --date 2021-06-01 --image-pixels 64 --epochs 3" + " --format csv")
                .split(" "));
        assertEquals(0, run.code(), run.err());
        List<String> lines = run.out().lines().toList();
        assertTrue(lines.get(1).startsWith("3,p100,784-30-10,,32,"), lines.get(1));
        assertTrue(lines.get(2).startsWith("4,p2.xlarge,lenet5,64,64,tensorflow-2,"), lines.get(2));
    }

    @Test
    void aRowMayBeginWithConvolutions() throws IOException {
        Path file = file("machine,layers,batch,conv,image_pixels,framework\n"
                + "t4,\"128,10\",32,\"32x3p,32x3,pool\",32,tensorflow-2\nt4,784-10,32,,,\nt4,10,32,32x3,,\n");
        List<BatchFile.Line> lines =
                new BatchFile(() -> HostForecast.of(MadeUpMachine.calibration()), 1).forecast(file, Map.of());
        Run one = Run.of(
                "predict --conv 32x3p,32x3,pool --image-pixels 32 --layers 128,10 --batch 32 --machine t4 --format csv"
                        .split(" "));
        Forecast first = lines.get(0).forecast().orElseThrow();
        assertTrue(one.out().contains("," + first.secondsPerStep() + ","), one.out());
        assertTrue(lines.get(2).refusal().orElseThrow().endsWith("rows.csv:4: image_pixels is missing"));
    }

    @Test
    void aHeaderThatCannotBeIsOneLine() throws IOException {
        BatchFile reader = new BatchFile(() -> HostForecast.of(MadeUpMachine.calibration()), 1);
        Path file = file("machine,batch\np100,32\n");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> reader.forecast(file, Map.of()))
                .getMessage()
                .endsWith("the column net is missing; there must be machine, net, batch"));
        file("machine,net,batch,net\np100,784-10,32,784-10\n");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> reader.forecast(file, Map.of()))
                .getMessage()
                .endsWith("rows.csv:1: the column net stands there twice"));
    }

    /** Each refused row has a line of its own, ten at most. */
    @Test
    void manyRefusalsDoNotFillTheScreen() throws IOException {
        Path file = file("machine,net,batch\n" + "p100,784-10,0\n".repeat(25) + "p100,784-10,1\n");
        Run run = Run.of("predict", "--quiet", "--batch-file", file.toString());
        assertEquals(2, run.code());
        assertEquals(11, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("rows.csv:2: batch 0") && run.err().contains("and 15 more rows"), run.err());
    }
}
