package clock2cloud.app.story.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.Run;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictCommandTest {
    @TempDir
    private Path folder;

    private static JsonNode json(String line) throws IOException {
        Run run = Run.of((line + " --format json").split(" "));
        assertEquals(0, run.code(), run.err());
        return new ObjectMapper().readTree(run.out());
    }

    /** The blogger's question, with the hour that he would have paid. */
    @Test
    void theRentedK80OfJuly2017() throws IOException {
        JsonNode forecast = json("predict --layers 784,512,512,10 --batch 128 --epochs 20 --optimizer rmsprop"
                + " --validation-rows 10000 --machine p2.xlarge --date 2017-07-20");
        assertEquals("keras-2017", forecast.get("framework").asText());
        assertEquals("host", forecast.get("limitingTerm").asText());
        assertEquals(0.90, forecast.get("cost").get("dollars").asDouble(), 1e-9);
        assertEquals(3.19, forecast.get("secondsPerEpoch").asDouble(), 0.3);
        double sum = 0;
        for (JsonNode part : forecast.get("parts")) {
            sum += part.get("hidden").asBoolean() ? 0 : part.get("seconds").asDouble();
        }
        assertEquals(forecast.get("secondsPerStep").asDouble(), sum, 1e-12);
    }

    @Test
    void narrowIntervalsLieWithinWideOnes() throws IOException {
        JsonNode run = json("predict --net lenet5 --image-pixels 64 --batch 64 --machine g4dn.xlarge")
                .get("run");
        assertTrue(run.get("low90Seconds").asDouble() < run.get("low80Seconds").asDouble());
        assertTrue(
                run.get("high80Seconds").asDouble() < run.get("high90Seconds").asDouble());
    }

    /** The limits that hide from flops: 32 vCPU are slower than 16 for the small net, faster for the large one. */
    @Test
    void moreProcessorsCanBeSlower() throws IOException {
        String mlp = "predict --layers 784,512,512,10 --batch 128 --optimizer rmsprop --machine gce-";
        String cnn = "predict --net mnist-cnn --batch 128 --optimizer adadelta --machine gce-";
        assertTrue(json(mlp + "16vcpu").get("secondsPerEpoch").asDouble()
                < json(mlp + "32vcpu").get("secondsPerEpoch").asDouble());
        assertTrue(json(cnn + "16vcpu").get("secondsPerEpoch").asDouble()
                > json(cnn + "32vcpu").get("secondsPerEpoch").asDouble());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "predict --layers 784,30,10 --machine p2.xlage|did you mean p2.xlarge",
                "predict --net cifar10-cnn --image-pixels 256 --batch 256 --machine p2.xlarge|GB",
                "predict --layers 784,30,10 --machine g5.xlarge --date 2019-01-01|2021-11-11",
                "predict --layers 784 --machine p100|inputs and classes",
                "predict --layers 784,10 --machine p100 --optimizer lion|no optimizer",
                "predict --layers 784,10 --machine c4.large --threads 9|hardware threads",
                "predict --net vgg --machine p100|no net with a name",
                "predict --machine p100|say which net",
                "calibrate --threads 4096|hardware threads, not 4096",
                "ladder --threads 4096|hardware threads, not 4096",
                "ladder --rate -1|--rate -1.0 must be above 0",
                "check --nets 3|--nets goes with --blind",
                "check --blind --write x.md|--write writes the ledger: leave --blind out",
                "check --blind --nets 0|--nets 0 and --processes 3 must be 1 or more",
                "predict --layers 784,-5,10 --machine p100|'' is no whole number",
                "predict --layers 784,10 --machine p100 --rows -1|--rows -1",
                "predict --layers 784,10 --machine p100 --without host|'host' is no part of this step; there are calls",
                "predict --layers 784,10 --machine p100 --image-pixels 32|--image-pixels goes with --net",
                "predict --layers 784,10 --machine p100 --classes 5|--classes goes with --net",
                "predict --layers 784,10 --machine mine.json|mine.json: there is no such file",
                "predict --layers 784,10 --machine p2.xlarge --region mars|in mars: no price of it is known there",
                "predict --layers 784,10 --threads 4096|hardware threads, not 4096",
                "predict --layers 784,10 --framework pytorch-2|pytorch-2",
                "predict --layers 784,10 --machine c4.large --framework pytorch-2|was timed on GPUs alone, and c4.large has none",
                "predict --layers 784,10 --machine c4.large --framework calls|say keras-2017 or tensorflow-2",
            })
    void badInputIsOneLine(String line, String part) {
        Run run = Run.of(line.split(" "));
        assertEquals(2, run.code(), run.out() + run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(part), run.err());
    }

    @Test
    void aFileOfManyRowsNamesThoseItCannotForecast() throws IOException {
        Path file = folder.resolve("many.csv");
        Files.writeString(
                file,
                "machine,net,batch,image_pixels\np2.xlarge,lenet5,32,64\np2.xlarge,\"784,30,10\",32,\nnone,784-10,5,\np100,784-10,x,\n");
        Run run = Run.of("predict", "--batch-file", file.toString(), "--format", "csv");
        assertEquals(2, run.code());
        assertEquals(3, run.out().lines().count(), run.out());
        assertTrue(run.err().contains("many.csv:4:") && run.err().contains("many.csv:5: batch 'x'"), run.err());
    }

    /** A net with commas and no quotes is not taken for a net and a batch; a byte order mark is no part of a column's name. */
    @Test
    void aRowWithTooManyCellsIsRefused() throws IOException {
        Path file = folder.resolve("wide.csv");
        Files.writeString(file, "\uFEFFmachine,net,batch\nh100,784,128,10,32\nh100,\"784,128,10\",32\n");
        Run run = Run.of("predict", "--batch-file", file.toString(), "--format", "csv");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("wide.csv:2: 5 cells, but the header has 3"), run.err());
        assertEquals(2, run.out().lines().count(), run.out());
        Files.writeString(file, "machine,net,batch\nh100,\"784-128-10,32\n");
        assertTrue(Run.of("predict", "--batch-file", file.toString()).err().contains("wide.csv:2: a quote is opened"));
    }

    /** A framework on a machine that it was never timed on is forecast with a word about it, and with wide intervals. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p2.xlarge --framework pytorch-2|beside an H100 and an H200 alone",
                "h100 --framework keras-2017|knows no GPU of this generation",
                "c5.large --framework tensorflow-2|not TensorFlow 2; its constants are taken",
                "p100 --framework own|is not used: this project's trainer runs on processors",
            })
    void aFrameworkWhereItWasNeverTimedIsFlagged(String machine, String flag) throws IOException {
        JsonNode forecast = json("predict --layers 784,128,10 --batch 32 --machine " + machine);
        assertTrue(
                forecast.get("flags").toString().contains(flag),
                forecast.get("flags").toString());
        assertTrue(forecast.get("step").get("high90Seconds").asDouble()
                > 1.5 * forecast.get("secondsPerStep").asDouble());
    }

    @Test
    void convolutionsAreWrittenInShort() throws IOException {
        JsonNode named =
                json("predict --net cifar10-cnn --image-pixels 32 --batch 32 --machine v100 --framework tensorflow-2");
        JsonNode written = json("predict --conv 32x3p,32x3,pool,64x3p,64x3,pool --image-pixels 32 --layers 512,10"
                + " --batch 32 --machine v100 --framework tensorflow-2");
        assertEquals(
                1,
                written.get("secondsPerStep").asDouble()
                        / named.get("secondsPerStep").asDouble(),
                0.2);
    }

    /** A batch in ordinary memory reaches a young GPU slower than PyTorch's kernels work on large pictures of a small net. */
    @Test
    void youngGpusAreForecastUnderPyTorch() throws IOException {
        JsonNode small = json("predict --layers 784,128,10 --batch 32 --machine p5.4xlarge");
        assertEquals("pytorch-2", small.get("framework").asText());
        assertEquals("timed", small.get("trust").asText());
        assertEquals("issue", small.get("limitingTerm").asText());
        JsonNode large = json("predict --net lenet5 --image-pixels 256 --batch 256 --machine h200");
        assertEquals(4.0 * 256 * 256 * 256 * 3 / 9e9, part(large, "feed"), 1e-9);
        assertEquals(0.0424, large.get("secondsPerStep").asDouble(), 0.1 * 0.0424); // as timed
        assertEquals(
                "tensorflow-2",
                json("predict --layers 784,128,10 --batch 32 --machine a100 --date 2021-06-01")
                        .get("framework")
                        .asText());
    }

    private static double part(JsonNode forecast, String name) {
        for (JsonNode part : forecast.get("parts")) {
            if (part.get("name").asText().equals(name)) {
                return part.get("seconds").asDouble();
            }
        }
        throw new AssertionError(name + " is no part of " + forecast);
    }

    /** A step that took twice as long as forecast moves the forecast of another batch the same way. */
    @Test
    void measuredStepsMoveTheForecast() throws IOException {
        String line = "predict --layers 784,512,10 --batch 64 --machine v100 --framework tensorflow-2";
        double before = json(line).get("secondsPerStep").asDouble();
        String row = "784-512-10,32," + 2 * before + "\n";
        double one = json(line + anchors(row)).get("secondsPerStep").asDouble();
        double twenty =
                json(line + anchors(row.repeat(20))).get("secondsPerStep").asDouble();
        assertTrue(one > 1.15 * before && one < 1.9 * before, "one of twice the time moves " + one / before);
        assertTrue(twenty > 1.8 * before && twenty < 2.1 * before, "twenty move " + twenty / before);
    }

    /** Measured steps leave less in doubt, and the passes forward are moved too. */
    @Test
    void measuredStepsNarrowTheInterval() throws IOException {
        String line = "predict --layers 784,512,10 --batch 64 --validation-rows 60000 --machine v100 --framework calls";
        JsonNode before = json(line);
        double step = before.get("secondsPerStep").asDouble();
        JsonNode after = json(line + anchors(("784-512-10,64," + 2 * step + "\n").repeat(20)));
        assertTrue(ratio(after) < 0.8 * ratio(before), ratio(before) + " to " + ratio(after));
        assertEquals(
                2,
                after.get("secondsPerEpoch").asDouble()
                        / before.get("secondsPerEpoch").asDouble(),
                0.2);
    }

    private static double ratio(JsonNode forecast) {
        return Math.log(forecast.get("step").get("high90Seconds").asDouble()
                / forecast.get("step").get("low90Seconds").asDouble());
    }

    private String anchors(String rows) throws IOException {
        Path file = folder.resolve("anchors.csv");
        Files.writeString(file, "net,batch,seconds_per_step\n" + rows);
        return " --anchors " + file;
    }

    /** The map of the blogger's question: about even where he stands, six times for wide nets, and fewer processors win. */
    @Test
    void theGainOfTheGpuHasTwoRegimes() {
        assertEquals(1.1, SpeedGainMap.gain("gce-k80", "gce-16vcpu", 512, 128), 0.15);
        assertTrue(SpeedGainMap.gain("gce-k80", "gce-16vcpu", 4096, 512) > 5);
        assertTrue(SpeedGainMap.gain("gce-32vcpu", "gce-16vcpu", 512, 128) < 1);
    }

    @Test
    void everyFigureIsMade() {
        TruthFigures.all().forEach(recipe -> recipe.make().apply(1));
    }
}
