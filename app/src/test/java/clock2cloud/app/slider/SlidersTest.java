package clock2cloud.app.slider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.Run;
import clock2cloud.app.story.Job;
import clock2cloud.app.story.Ladder;
import clock2cloud.app.story.Rung;
import clock2cloud.nn.Net;
import clock2cloud.nn.kernel.Activation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** What the sliders compute is what the commands print. */
class SlidersTest {
    private static JsonNode json(String line) throws Exception {
        Run run = Run.of((line + " --format json").split(" ", -1));
        assertEquals(0, run.code(), run.err());
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void theGeneratorIsThatOfTheJdk() {
        for (long seed : new long[] {0, 1, 2017, -5, Long.MIN_VALUE}) {
            RandomGenerator jdk = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            L64X128Mix ours = new L64X128Mix(seed);
            for (int i = 0; i < 1000; i++) {
                assertEquals(jdk.nextLong(), ours.nextLong());
                assertEquals(jdk.nextDouble(), ours.nextDouble());
            }
        }
    }

    @Test
    void theMessageIsThatOfTheCommand() throws Exception {
        double[] out = WireSlider.run(2.53e9, 1000, 774e-15, 2.5, 0b10101010);
        JsonNode json = json("signal message --bits 10101010 --tau 774ps --clock 2.53GHz --threshold 2.5V");
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < WireSlider.BITS; i++) {
            read.append((int) out[i]);
            assertEquals(json.at("/samples/" + i + "/volts").asDouble(), out[8 + i], 1e-12);
        }
        assertEquals(json.get("received").asText(), read.toString());
        assertEquals(json.get("worstCaseEyeVolts").asDouble(), out[16], 1e-12);
        assertEquals(json.get("highestClockHertz").asDouble(), out[17], 10);
    }

    @Test
    void theSpeedupIsThatOfTheCommand() throws Exception {
        double[] out = SpeedupSlider.run(32, 0.05, 0.001);
        JsonNode json = json("cluster speedup --serial 5% --coherency 0.1% --workers 32");
        assertEquals(json.at("/workers/0/amdahl").asDouble(), out[0], 1e-12);
        assertEquals(json.at("/workers/0/usl").asDouble(), out[1], 1e-12);
        assertEquals(json.get("uslPeakWorkers").asDouble(), out[2], 1e-12);
        assertEquals(0, SpeedupSlider.run(32, 0.05, 0)[2]); // no cost of agreement, no peak
    }

    @Test
    void theRungsAreThoseOfTheLadder() throws Exception {
        double[] out = LadderSlider.run(LadderFacts.shipped(), 2, 2048, 512, 7);
        Net net = Net.dense(Activation.RELU, 784, 2048, 2048, 10);
        // rented rungs ask nothing of the calibration of this machine
        Ladder ladder = new Ladder(new Job(net, 512, 7, 60_000, 47e6), null, 2);
        for (int i = 1; i < LadderSlider.RUNGS.size(); i++) {
            Rung rung = ladder.forecast(LadderSlider.RUNGS.get(i));
            int at = LadderSlider.COLUMNS * i;
            assertEquals(rung.forecastSecondsPerEpoch(), out[at], 1e-12 * out[at]);
            assertEquals(rung.lowSecondsPerEpoch(), out[at + 1], 1e-12 * out[at]);
            assertEquals(rung.highSecondsPerEpoch(), out[at + 2], 1e-12 * out[at]);
            assertEquals(rung.forecastSeconds(), out[at + 3], 1e-9);
            assertEquals(rung.costDollars().orElseThrow(), out[at + 4], 1e-9);
        }
    }

    @Test
    void theOldLaptopIsThatOfTheForecast() throws Exception {
        double[] out = LadderSlider.run(LadderFacts.shipped(), 1, 128, 32, 3);
        JsonNode json = json("predict --machine laptop-2009 --threads 1 --layers 784,128,10 --batch 32 --epochs 3");
        assertEquals(json.get("secondsPerEpoch").asDouble(), out[0], 1e-12);
        assertEquals(json.get("secondsPerRun").asDouble(), out[3], 1e-12);
    }

    @Test
    void theSpotJobIsThatOfTheCommand() throws Exception {
        double[] out = SpotSlider.run(0.17, 0.2, 1980, 2017, 1200);
        JsonNode json =
                json("spot job --work 5h --save fixed --interval 33min --mean-life 5h --price 0.17 --runs 1200");
        assertEquals(json.get("closedFormMakespanSeconds").asDouble(), out[0], 1e-6);
        assertEquals(json.at("/makespanSeconds/mean").asDouble(), out[1], 1e-6);
        assertEquals(json.at("/makespanSeconds/p95").asDouble(), out[6], 1e-6);
        assertEquals(json.at("/costDollars/mean").asDouble(), out[8], 1e-9);
        assertEquals(json.at("/evictions/mean").asDouble(), out[11], 1e-9);
        assertTrue(Math.abs(out[1] / out[0] - 1) < 0.05, "the simulation strays from the closed form");
    }
}
