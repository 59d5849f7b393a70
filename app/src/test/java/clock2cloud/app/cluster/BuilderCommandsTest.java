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

    /** eduWRENCH: 10, 16, 4, 5, 11 s on 2 cores take 23 s at least, 30 in even blocks. */
    @Test
    void schedulesAreHeldAgainstTheirBound() throws IOException {
        JsonNode answer = json("cluster schedule --lengths 10s,16s,4s,5s,11s --workers 2 --overhead 0s");
        assertEquals(23, answer.get("lowerBoundSeconds").asDouble(), 1e-12);
        assertEquals(30, answer.get("schedules").get(0).get("makespanSeconds").asDouble(), 1e-12);
    }

    /** One lock, 1 ms outside and 0.5 ms inside, is full with 3 threads; SMT: 2 cores, 4 threads, 1.25 each. */
    @Test
    void coresShareThemselvesACacheTheMemoryAndALock() throws IOException {
        JsonNode cores = json("cluster cores --workers 1,4 --cores 2 --compute 1ms --held 0.5ms");
        assertEquals(3, cores.get("lockSaturationThreads").asDouble(), 1e-12);
        assertEquals(2.5, cores.get("threads").get(1).get("smtSpeedup").asDouble(), 1e-12);
    }

    /** M/M/1 at 0.8: 4 present, 4 s of waiting. */
    @Test
    void aQueueObeysLittle() throws IOException {
        JsonNode one = json("cluster queue --servers 1 --arrivals 0.8 --service 1s")
                .get("servers")
                .get(0);
        assertEquals(4, one.get("present").asDouble(), 1e-12);
        assertEquals(4, one.get("waitSeconds").asDouble(), 1e-12);
        run(2, "cluster", "queue", "--servers", "1", "--arrivals", "2");
        assertTrue(err.contains("below 1"), err);
    }

    /** 8 workers, 1 MiB, 10 us, 1.25 GB/s: 14 x (10 us + 131072 / 1.25e9 s) = 1.608 ms; LogP's broadcast to 8 takes 24. */
    @Test
    void collectivesHaveClosedForms() throws IOException {
        JsonNode answer = json("cluster collective --bytes 1MiB --workers 8 --latency 10us --bandwidth 1.25GB/s");
        assertEquals(1.6080064e-3, answer.get("allReduce").get(0).get("seconds").asDouble(), 1e-9);
        JsonNode logP = json("cluster collective --workers 8 --latency 6s --overhead 2s --gap 4s");
        assertEquals(24, logP.get("broadcast").get(0).get("broadcastSeconds").asDouble(), 1e-12);
    }

    /** p = 0.1: 1 - 0.9^10 = 0.651; 400 jobs are within 4 standard errors (0.095) of it. */
    @Test
    void waitingForASlotPays() throws IOException {
        JsonNode ten = json("cluster locality --replicas 3 --nodes 30 --offers 10 --tasks 5")
                .get("offers")
                .get(0);
        assertEquals(0.6513215599, ten.get("localProbability").asDouble(), 1e-10);
        assertEquals(0.6513, ten.get("firstLocalFraction").asDouble(), 0.095);
    }

    @Test
    void aReaderBesideItsBlocksTakesAShortCircuit() throws IOException {
        JsonNode hdfs = json("cluster hdfs --file 1GB --nodes 4 --writer 0 --reader 0 --short-circuit --balance 10%");
        assertEquals(8, hdfs.get("reading").get("shortCircuitBlocks").asInt());
        assertEquals(10, hdfs.get("reading").get("seconds").asDouble(), 1e-9);
        assertTrue(hdfs.get("balancing").get("balanced").asBoolean());
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
