package clock2cloud.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class DataParallelTrainingTest {
    /** 32 samples of 1 ms; 1 MB over 1 ms + 100 MB/s; two workers on a ring: 16 ms + 2 (1 ms + 5 ms) = 28 ms. */
    private final DataParallelTraining step =
            new DataParallelTraining(0, 1e-3, 1e6, new AlphaBeta(1e-3, 1e8), AllReduce.RING, 0);

    @Test
    void twoWorkersOnARing() {
        assertEquals(0.032, step.strong(1, 32).seconds(), 1e-12);
        assertEquals(0.028, step.strong(2, 32).seconds(), 1e-12);
        assertEquals(0.012 / 0.028, step.strong(2, 32).communicationFraction(), 1e-12);
    }

    /** p = 3: 11 ms + 4 (1 + 10/3) = 28.33 ms: the third machine already makes it slower. */
    @Test
    void theThirdMachineMakesItSlower() {
        assertEquals(3, step.slowerFrom(32, 10).orElseThrow());
        assertEquals(2, step.bestWorkers(32, 10));
    }

    @Test
    void aServersOneLinkLosesAgainstTheRing() {
        DataParallelTraining server =
                new DataParallelTraining(0, 1e-3, 1e6, step.link(), AllReduce.PARAMETER_SERVER, 0);
        assertTrue(server.weakSpeedup(8, 32) < step.weakSpeedup(8, 32));
    }

    @Property(tries = 200)
    void scalingIsNeverMoreThanTheMachines(
            @ForAll AllReduce algorithm,
            @ForAll @IntRange(min = 1, max = 256) int workers,
            @ForAll @IntRange(min = 1, max = 4096) int batch,
            @ForAll @Scale(3) @DoubleRange(max = 1) double overlap) {
        DataParallelTraining any =
                new DataParallelTraining(1e-4, 1e-5, 4e5, new AlphaBeta(5e-5, 1.25e8), algorithm, overlap);
        assertTrue(any.strongSpeedup(workers, batch) <= workers * (1 + 1e-12));
        assertTrue(any.weakSpeedup(workers, batch) <= workers * (1 + 1e-12));
        assertTrue(any.strong(workers, batch).seconds()
                >= any.strong(workers, batch).computeSeconds());
    }
}
