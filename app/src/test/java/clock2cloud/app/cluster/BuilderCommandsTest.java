package clock2cloud.app.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.FigureRecipe;
import clock2cloud.app.Main;
import clock2cloud.app.TrustLine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of cores, the file system and training, through the command line. */
class BuilderCommandsTest {
    @TempDir
    Path folder;

    private String err = "";

    private String run(int code, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        assertEquals(code, Main.execute(new PrintWriter(out), new PrintWriter(errors), arguments), errors::toString);
        err = errors.toString();
        return out.toString();
    }

    private JsonNode json(String line) throws IOException {
        return new ObjectMapper().readTree(run(0, (line + " --format json").split(" ", -1)));
    }

    @Test
    void theSumIsForecastAddedAndRight() throws IOException {
        JsonNode sum = json("cluster sum --numbers 2e7 --workers 1,2");
        assertEquals("200000010000000", sum.get("sum").asText());
        assertEquals(2, sum.get("workers").size());
        assertTrue(sum.get("workers").get(1).get("forecastSeconds").asDouble() > 0);
        assertTrue(sum.get("workers").get(1).get("measuredSeconds").asDouble() > 0);
    }

    @Test
    void aSumThatTakesTooLongIsOnlyForecast() throws IOException {
        JsonNode sum = json("cluster sum --numbers 1e12 --workers 1 --limit 1ms");
        assertEquals("500000000000500000000000", sum.get("sum").asText());
        assertFalse(sum.get("workers").get(0).has("measuredSeconds"));
    }

    @Test
    void speedupHasAmdahlsLimit() throws IOException {
        JsonNode speedup = json("cluster speedup --serial 10% --workers 8");
        assertEquals(10, speedup.get("amdahlLimit").asDouble(), 1e-9);
        assertEquals(
                4.705882352941177, speedup.get("workers").get(0).get("amdahl").asDouble(), 1e-9);
        assertFalse(json("cluster speedup --serial 0% --coherency 0%").has("amdahlLimit"));
    }

    @Test
    void uslFitsAFileAndNamesItsMistakes() throws IOException {
        Path file = Files.writeString(
                folder.resolve("m.csv"),
                "n,x\n1,64.9\n18,995.9\n36,1652.4\n72,1853.2\n108,1828.9\n144,1775\n216,1702.2\n");
        JsonNode fit = json("cluster usl --fit " + file);
        assertEquals(0.0277285, fit.get("alpha").get("estimate").asDouble(), 1e-6);
        assertEquals(96.51956, fit.get("peakWorkers").asDouble(), 1e-3);
        Files.writeString(file, "n,x\n1,64.9\n18,abc\n");
        run(2, "cluster", "usl", "--fit", file.toString());
        assertTrue(err.contains("m.csv:3:2: x is 'abc'"), err);
    }

    @Test
    void hdfsTellsWhatIsLostAndWhatIsNotDone() throws IOException {
        JsonNode one = json("cluster hdfs --file 1GB --block 100MB --nodes 4 --capacity 100TB --kill 1 --years 5");
        assertEquals(10, one.get("layout").get("blocks").asInt());
        assertEquals(3e9, one.get("layout").get("storedBytes").asDouble());
        assertEquals(0, one.get("failure").get("lostBlocks").asInt());
        JsonNode dead = json("cluster hdfs --kill 0,1,2,3");
        assertTrue(dead.get("notes").toString().contains("all nodes are dead"));
        assertTrue(json("cluster hdfs --replication 9").get("notes").toString().contains("9 replicas on 4"));
        assertTrue(json("cluster hdfs --capacity 1GB").get("notes").toString().contains("not written"));
    }

    @Test
    void trainingSaysFromWhichMachineOnItIsSlower() throws IOException {
        JsonNode training = json("cluster train --layers 784,800,10 --batch 256 --compute 50ms");
        assertEquals(4 * (785 * 800 + 801 * 10), training.get("gradientBytes").asInt());
        assertEquals(9, training.get("ringSlowerFrom").asInt());
        assertEquals(2, training.get("serverSlowerFrom").asInt());
    }

    @Test
    void twoProcessesEndWithTheBitsOfOne() {
        LoopbackTraining.Result result = LoopbackTraining.run(new int[] {784, 16, 10}, 16, 5, 3);
        assertTrue(result.sameBits());
        assertEquals(4 * (785 * 16 + 17 * 10), result.gradientBytes());
    }

    @Test
    void rooflineNamesWhatBounds() throws IOException {
        assertEquals(
                "memory",
                json("cluster roofline --flops 1MFLOP --bytes 100MB")
                        .get("bound")
                        .asText());
        assertEquals(
                "flops",
                json("cluster roofline --flops 1GFLOP --bytes 1MB").get("bound").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cluster sum --numbers 0",
                "cluster sum --workers 0",
                "cluster sum --numbers 1e14",
                "cluster speedup --serial 200%",
                "cluster speedup --workers 0",
                "cluster usl --fit no-such-file.csv",
                "cluster roofline --cores 3",
                "cluster roofline --flops -5GFLOP",
                "cluster hdfs --replication 0",
                "cluster hdfs --racks 9",
                "cluster hdfs --racks x",
                "cluster hdfs --kill 4",
                "cluster hdfs --kill-rack 1",
                "cluster hdfs --writer 7",
                "cluster hdfs --block 0B",
                "cluster hdfs --capacity 0B",
                "cluster hdfs --repair 0s --years 1",
                "cluster train --layers 784",
                "cluster train --workers 0",
                "cluster train --batch 0",
                "cluster train --link 0Gbit/s",
                "cluster train --layers 4,2 --check"
            })
    void badInputIsOneClearLine(String line) {
        assertEquals("", run(2, line.split(" ", -1)));
        assertTrue(err.startsWith("c2c: "), err);
        assertFalse(err.contains("Exception") || err.contains("NaN"), err);
    }

    @Test
    void figuresAndChecksHold() {
        for (FigureRecipe recipe : BuilderFigures.all()) {
            assertFalse(recipe.make().apply(7).title().isEmpty());
            assertEquals(recipe.name(), recipe.make().apply(7).slug());
        }
        for (TrustLine line : ClusterChecks.lines()) {
            assertTrue(line.holds(), line.toString());
        }
    }
}
