package clock2cloud.app.story.inverse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.Run;
import clock2cloud.nn.Net;
import clock2cloud.nn.kernel.Activation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineEstimateTest {
    @TempDir
    private Path folder;

    private static RandomGenerator dice(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** A made-up machine: 80 GFLOP/s a core, 4 cores, 20 GB/s, 2 µs a call; every timing off by a few per cent. */
    private static List<StepTiming> made(double noise, int... threads) {
        RandomGenerator dice = dice(7);
        List<StepTiming> rows = new ArrayList<>();
        for (int width : new int[] {30, 128, 512, 2048}) {
            for (int batch : new int[] {8, 64, 512}) {
                for (int count : threads) {
                    StepTiming work = StepTiming.of(Net.dense(Activation.RELU, 784, width, 10), batch, count, 1);
                    double seconds =
                            2e-6 * work.calls() + work.flops() / (80e9 * Math.min(4, count)) + work.bytes() / 20e9;
                    rows.add(work.taking(seconds * Math.exp(noise * dice.nextGaussian())));
                }
            }
        }
        return rows;
    }

    @Test
    void aMadeUpMachineIsFoundAgain() {
        MachineEstimate.Result result = MachineEstimate.of(made(0, 1, 2, 4, 8), 32, 1, dice(1));
        assertEquals(80e9, result.figure("rateFlopsPerSecondOfOneCore").middle(), 1e6);
        assertEquals(2.5e9, result.figure("clockHertz").middle(), 1e5);
        assertEquals(4, result.figure("cores").middle(), 1e-9);
        assertEquals(20e9, result.figure("memoryBytesPerSecond").middle(), 1e6);
        assertEquals(2e-6, result.figure("callOverheadSeconds").middle(), 1e-9);
    }

    @Test
    void theBoundsHoldTheTruthUnderNoise() {
        MachineEstimate.Result result = MachineEstimate.of(made(0.03, 1, 2, 4, 8), 32, 1, dice(1));
        MachineEstimate.Figure rate = result.figure("rateFlopsPerSecondOfOneCore");
        assertTrue(rate.low() < 80e9 && 80e9 < rate.high(), rate.toString());
        assertTrue(rate.high() < 1.5 * rate.low(), rate.toString());
        assertEquals(4, result.figure("cores").middle(), 1e-9);
    }

    /** Timings on one thread say nothing of the cores. */
    @Test
    void whatNeverVariesIsNotTold() {
        assertFalse(MachineEstimate.of(made(0.03, 1), 32, 1, dice(1))
                .figure("cores")
                .told());
    }

    /** One step five times: calls, flops or bytes alone explain it. */
    @Test
    void theSameStepAgainTellsNothing() {
        StepTiming step = StepTiming.of(Net.dense(Activation.RELU, 784, 128, 10), 32, 1, 1e-3);
        MachineEstimate.Result result = MachineEstimate.of(List.of(step, step, step, step, step), 32, 1, dice(1));
        assertTrue(result.figures().stream().noneMatch(MachineEstimate.Figure::told), result.toString());
        assertTrue(MachineEstimate.of(made(0.03, 1, 2, 4, 8), 32, 1, dice(1)).figures().stream()
                .allMatch(MachineEstimate.Figure::told));
    }

    /** The reference machine has 2 cores, and its fastest product ran at 157 GFLOP/s on one. */
    @Test
    void theReferenceMachineIsRecognised() {
        Run run = Run.of("infer", "../docs/examples/timings.csv", "--flops-per-cycle", "64", "--format", "csv");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("cores,2.00,2.00,2.00,yes"), run.out());
    }

    @Test
    void badRowsAreNamed() throws Exception {
        Path file = folder.resolve("t.csv");
        Files.writeString(file, "net,batch,threads,seconds_per_step\n784-10,5,1,0.1\n784-10,5,1,-1\n");
        Run run = Run.of("infer", file.toString());
        assertEquals(2, run.code());
        assertTrue(run.err().contains("t.csv:3: seconds_per_step -1 must be above 0"), run.err());
    }
}
