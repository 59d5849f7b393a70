package clock2cloud.app.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.Main;
import clock2cloud.nn.checkpoint.Checkpoint;
import clock2cloud.nn.checkpoint.CheckpointFolder;
import clock2cloud.nn.checkpoint.Tensor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NnCommandsTest {
    @TempDir
    Path folder;

    private String data;
    private String out = "";
    private String err = "";

    /** Two clouds of points in the plane, around (1, 0) and (0, 1). */
    @BeforeEach
    void writePoints() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder csv = new StringBuilder("label,x,y\n");
        for (int row = 0; row < 100; row++) {
            csv.append(row % 2 == 0 ? "east" : "north");
            csv.append(',').append((row + 1) % 2 + random.nextDouble(-0.4, 0.4));
            csv.append(',').append(row % 2 + random.nextDouble(-0.4, 0.4)).append('\n');
        }
        data = Files.writeString(folder.resolve("points.csv"), csv).toString();
    }

    @Test
    void trainPrintsEpochsAsJson() throws IOException {
        JsonNode result =
                json("nn train --layers 2,8,2 --activation relu --batch 10 --epochs 3 --optimizer sgd --rate 0.5"
                        + " --threads 2 --format json --data " + data);
        assertEquals(3, result.get("epochs").size());
        for (JsonNode epoch : result.get("epochs")) {
            for (String key : new String[] {"seconds", "samplesPerSecond", "gflops", "trainLoss", "testAccuracy"}) {
                assertTrue(epoch.get(key).isNumber(), key);
            }
        }
        assertEquals(80, result.get("trainRows").asInt());
        assertEquals(42, result.get("parameters").asInt()); // 2 × 8 + 8 + 8 × 2 + 2
        assertTrue(result.get("testAccuracy").asDouble() > 0.9, out);
        assertEquals(20, sum(result.get("confusion")));
    }

    @Test
    void trainWritesItsFiguresWhereTheyAreWanted() {
        Path figures = folder.resolve("figures");
        ok("nn train --layers 2,8,2 --batch 10 --epochs 1 --quiet --data " + data + " --out " + figures);
        for (String slug : List.of("learning-curve", "confusion-matrix")) {
            assertTrue(Files.exists(figures.resolve(slug + ".svg")), slug);
        }
    }

    @Test
    void aRunThatIsCutAndResumedGivesTheSameBitsOnAnyNumberOfThreads() {
        for (String rule : List.of("sgd", "nesterov --momentum 0.8", "rmsprop", "adam --weight-decay 0.01")) {
            cutAndResume(rule + " --schedule cosine:5");
        }
    }

    private void cutAndResume(String rule) {
        String name = rule.substring(0, 3);
        String train = "nn train --layers 2,8,2 --batch 7 --rate 0.03 --quiet --optimizer " + rule + " --data " + data
                + " --save ";
        ok(train + folder + "/whole-" + name + " --epochs 4 --threads 1");
        ok(train + folder + "/cut-" + name + " --epochs 2 --threads 2");
        ok(train + folder + "/cut-" + name + " --epochs 4 --threads 2 --resume");
        Checkpoint whole = newest("whole-" + name);
        assertTrue(whole.tensors().size() >= 4, rule);
        Checkpoint cut = newest("cut-" + name);
        assertEquals(4, cut.epoch());
        assertEquals(whole.step(), cut.step());
        assertEquals(whole.configuration(), cut.configuration());
        for (Tensor tensor : whole.tensors()) {
            assertArrayEquals(tensor.values(), cut.tensor(tensor.name()).values(), tensor.name());
        }
    }

    /** All epochs are in the checkpoint: what is told of the test set is the same as when they were trained. */
    @Test
    void aRunThatIsResumedAtItsEndTellsTheSameOfTheTestSet() throws IOException {
        String train = "nn train --layers 2,8,2 --batch 10 --epochs 2 --format json --data " + data + " --save "
                + folder + "/done";
        JsonNode trained = json(train);
        JsonNode resumed = json(train + " --resume");
        for (String key : List.of("epochs", "testLoss", "testAccuracy", "confusion")) {
            assertEquals(trained.get(key), resumed.get(key), key);
        }
        assertEquals(trained.get("epochs").get(1).get("testLoss"), trained.get("testLoss"));
    }

    @Test
    void aSavedNetIsHeldAgainstDataAndNamesRowsAndIsWritten() throws IOException {
        String net = folder + "/net";
        ok("nn train --layers 2,8,2 --batch 10 --rate 0.5 --epochs 3 --data " + data + " --save " + net);
        JsonNode evaluated = json("nn evaluate " + net + " --format json --data " + data);
        assertTrue(evaluated.get("testAccuracy").asDouble() > 0.9, out);
        assertEquals("east", evaluated.get("classes").get(0).get("name").asText());
        JsonNode predicted = json("nn predict " + net + " --rows 4 --format json --data " + data);
        assertEquals(4, predicted.get("predictions").size());
        assertEquals("east", predicted.get("predictions").get(0).get("truth").asText());
        JsonNode inspected = json("nn inspect " + net + " --format json");
        assertEquals(3, inspected.get("epoch").asInt());
        assertEquals(3, inspected.get("epochs").size());
        assertEquals(
                "dense1.weight", inspected.get("tensors").get(0).get("name").asText());
        ok("nn inspect " + net);
        assertTrue(out.contains("Trained with batch 10, classes east/north, data " + data), out);
        assertTrue(out.contains("Last epoch 3: "), out);
        JsonNode exported = json("nn export " + net + " --format json --onnx " + folder + "/net.onnx");
        assertEquals(
                Files.size(folder.resolve("net.onnx")), exported.get("bytes").asLong());
    }

    @Test
    void benchPrintsMedianMinimumAndMaximum() throws IOException {
        for (String pass : List.of("forward", "input-gradient", "weight-gradient")) {
            JsonNode result = json("nn bench --gemm 8,9,7 --threads 1 --for 1ms --format json --pass " + pass);
            assertEquals(8, result.get("m").asInt());
            double median = result.get("gflopsMedian").asDouble();
            assertTrue(result.get("gflopsMinimum").asDouble() <= median, out);
            assertTrue(median <= result.get("gflopsMaximum").asDouble(), out);
            double peak = result.get("peakGflopsMedian").asDouble();
            assertEquals(median / peak, result.get("fractionOfPeak").asDouble(), 1e-6);
        }
    }

    @Test
    void benchTimesLayersAsItTimesANamedNet() throws IOException {
        JsonNode result = json("nn bench --layers 6,4,3 --epochs 1 --format json --batch 500");
        assertEquals("6-4-3", result.get("net").asText());
        assertEquals(2, result.get("epochs").size());
    }

    @Test
    void explainsSpeedAndAccuracy() {
        ok("nn train --layers 2,8,2 --batch 10 --epochs 1 --explain --threads 1 --data " + data);
        assertTrue(out.contains("Speed of an epoch") && out.contains("operations for 10 rows, 80 rows in"), out);
        assertTrue(out.contains("a = right / rows"), out);
    }

    @Test
    void dataSaysWhatItFound() throws IOException {
        JsonNode result = json("nn data --format json " + data);
        assertEquals("CSV", result.get("format").asText());
        assertEquals(100, result.get("trainRows").asInt());
        assertEquals(50, result.get("classes").get(1).get("trainRows").asInt());
        assertEquals("east", result.get("classes").get(0).get("name").asText());
        ok("nn data " + data);
        assertTrue(out.contains("CSV: 100 rows, none kept apart for a test"), out);
        ok("nn data --format csv " + data);
        assertTrue(out.startsWith("class,trainRows,testRows\neast,50,\n"), out);
    }

    @Test
    void stopsEarly() throws IOException {
        JsonNode result =
                json("nn train --layers 2,8,2 --rate 1e-30 --epochs 9 --patience 2 --format json --data " + data);
        assertEquals(3, result.get("epochs").size());
        assertTrue(result.get("stopped").asText().contains("2 epochs"), out);
    }

    @Test
    void aDamagedPictureThatIsLeftOutIsNamed() throws IOException {
        for (String name : List.of("dark", "light")) {
            Path of = Files.createDirectories(folder.resolve("pictures").resolve(name));
            BufferedImage picture = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
            picture.getRaster().setSample(0, 0, 0, name.equals("dark") ? 10 : 200);
            for (int i = 0; i < 8; i++) {
                ImageIO.write(picture, "png", of.resolve(i + ".png").toFile());
            }
        }
        Files.writeString(folder.resolve("pictures/dark/torn.png"), "no picture");
        json("nn train --layers 16,4,2 --batch 4 --epochs 1 --format json --skip-damaged --data "
                + folder.resolve("pictures"));
        assertTrue(err.contains("left out: ") && err.contains("torn.png"), err);
    }

    @Test
    void badInputIsOneLineAndExitTwo() throws IOException {
        String train = "nn train --epochs 1 --data " + data + " ";
        refused("the net takes 784 inputs, the data set has 2 features", train + "--layers 784,10");
        refused("the net tells 1 classes apart, the data set has 2", train + "--layers 2,1");
        refused("no activation is called step", train + "--layers 2,2 --activation step");
        refused("guess", train + "--optimizer guess");
        refused("--net E is not known", train + "--net E");
        refused("names the layers already", train + "--net A --layers 784,30,10");
        refused("batch 0 must be at least 1", train + "--batch 0");
        refused("rate -1.0 must be above 0", train + "--rate -1");
        refused("--epochs 0", "nn train --epochs 0 --data " + data);
        refused("no such file", "nn train --data " + folder + "/absent");
        refused("--resume goes with --save", train + "--resume");
        refused("cannot be written there (is no folder)", train + "--save " + data);
        refused("--out", train + "--out " + data);
        refused("--gemm takes three sizes", "nn bench --gemm 8,8");
        refused("name what to measure", "nn bench");
        refused("leave --net and --layers out", "nn bench --gemm 8,8,8 --net A");
        refused("MiB that Java may use", "nn bench --gemm 40000,40000,40000 --threads 1");
        refused("'3x' is no size in pixels; write for example 28x28", "nn data mnist --size 3x");
        refused("width and height must be 1 to 4096", "nn data mnist --size 0x5");
        refused("no whole checkpoint", "nn evaluate " + folder);
        refused("not a safetensors file", "nn inspect " + data);
        Path labels = Files.writeString(folder.resolve("one.csv"), "1,2\n1,3\n");
        refused("one class only [1]", "nn data " + labels);
        String net = folder + "/net";
        ok(train + "--save " + net);
        refused("--invert goes with pictures", "nn predict --invert " + net + " --data " + data);
        refused("the net takes rows of 2×1, which are no pictures", "nn predict " + net + " " + data);
    }

    @Test
    void aLossThatIsNoNumberStopsAndNamesTheLastGoodCheckpoint() {
        String train =
                "nn train --layers 2,8,2 --activation relu --batch 10 --data " + data + " --save " + folder + "/net ";
        ok(train + "--epochs 1 --rate 0.5");
        refused("--resume: the checkpoint was made with rate 0.5, not 0.25", train + "--rate 0.25 --epochs 2 --resume");
        refused("; nothing was saved", train + "--epochs 30 --rate 1e30");
        assertTrue(err.contains("at step "), err);
        refused(
                "the last good checkpoint is " + folder + "/net/step-00000",
                train + "--epochs 90 --output identity --cost quadratic --rate 2.4");
    }

    @Test
    void aNewRunPutsTheCheckpointsOfAnEarlierOneAside() throws IOException {
        String train = "nn train --layers 2,8,2 --batch 10 --data " + data + " --save " + folder + "/net ";
        ok(train + "--epochs 2");
        ok(train + "--epochs 1 --seed 3");
        assertTrue(err.contains("checkpoints of an earlier run are now in " + folder + "/net/earlier-1"), err);
        assertEquals(3, newest("net").seed());
        assertEquals(2, newest("net/earlier-1").epoch());
    }

    @Test
    void aRunGoesOnOnlyWithTheSameRowsAndNotBeyondWhereItStopped() throws IOException {
        String train = "nn train --layers 2,8,2 --rate 1e-30 --patience 2 --epochs 9 --format json --data " + data
                + " --save " + folder + "/net ";
        assertEquals(3, json(train).get("epochs").size());
        JsonNode resumed = json(train + "--resume");
        assertEquals(3, resumed.get("epochs").size());
        assertTrue(resumed.get("stopped").asText().contains("2 epochs"), out);
        refused("was made with testRows 20, not 50", train + "--resume --test-fraction 50%");
    }

    @Test
    void aNetIsHeldAgainstRowsByTheNamesOfTheirClasses() throws IOException {
        String net = folder + "/net";
        ok("nn train --layers 2,8,2 --batch 10 --rate 0.5 --epochs 3 --data " + data + " --save " + net);
        String north = Files.readString(Path.of(data)).replace("east", "zenith").replace("zenith,", "north,");
        Path other = Files.writeString(folder.resolve("other.csv"), north + "east,1,0\n");
        JsonNode result = json("nn evaluate " + net + " --format json --data " + other);
        assertEquals("north", result.get("classes").get(1).get("name").asText());
        assertEquals(20, result.get("classes").get(1).get("rows").asInt());
        assertTrue(result.get("classes").get(0).get("recallFraction") == null, out);
        Path west = Files.writeString(folder.resolve("west.csv"), north + "west,1,0\nwest,1,0\n");
        refused("rows of class west, which is none of east, north", "nn evaluate " + net + " --data " + west);
    }

    private Checkpoint newest(String name) {
        return new CheckpointFolder(folder.resolve(name), 1)
                .newest()
                .checkpoint()
                .orElseThrow();
    }

    private static int sum(JsonNode matrix) {
        int sum = 0;
        for (JsonNode line : matrix) {
            for (JsonNode cell : line) {
                sum += cell.asInt();
            }
        }
        return sum;
    }

    private int execute(String line) {
        StringWriter stdout = new StringWriter();
        StringWriter stderr = new StringWriter();
        List<String> args = new ArrayList<>(Arrays.asList(line.strip().split(" +", -1)));
        int code = Main.execute(new PrintWriter(stdout), new PrintWriter(stderr), args.toArray(String[]::new));
        out = stdout.toString();
        err = stderr.toString();
        return code;
    }

    private void ok(String line) {
        assertEquals(0, execute(line), err);
    }

    private JsonNode json(String line) throws IOException {
        ok(line);
        return new ObjectMapper().readTree(out);
    }

    private void refused(String part, String line) {
        assertEquals(2, execute(line), err);
        List<String> refusal =
                err.lines().filter(one -> one.startsWith("c2c: ")).toList();
        assertEquals(1, refusal.size(), err);
        assertTrue(refusal.get(0).contains(part), err);
        assertTrue(!err.contains("\tat "), err);
    }
}
