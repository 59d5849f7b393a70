package clock2cloud.spot.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.spot.bill.BillingRule;
import clock2cloud.spot.checkpoint.CheckpointedRun;
import clock2cloud.spot.eviction.ExponentialLife;
import clock2cloud.spot.eviction.FixedLife;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Simulation beside closed form, within four standard errors at a fixed seed. */
class StudyTest {
    private static final double MINUTE = 60;

    private static Function<RandomGenerator, Study.Trial> exponential(Job job, CheckpointPolicy policy, double mean) {
        return random -> Study.Trial.of(
                new JobRun(job, policy, BillingRule.SECOND, -1),
                new RenewalSpells(new ExponentialLife(mean), new FixedLife(0), 0.17, random));
    }

    private static Study study(int runs, Function<RandomGenerator, Study.Trial> trial) {
        return Study.of(runs, 7, SplittableRandom::new, trial);
    }

    /** 341.110 min exact; 200,000 runs elsewhere gave 341.152 +- 0.056, sd 25.08. */
    @Test
    void theFiveHourJobInTenPieces() {
        Job job = new Job(300 * MINUTE, 5 * MINUTE, 2 * MINUTE);
        Distribution makespan = study(100_000, exponential(job, Checkpoints.fixed(30 * MINUTE), 300 * MINUTE))
                .makespanSeconds()
                .orElseThrow();
        assertTrue(makespan.agreesWith(341.110 * MINUTE), makespan.toString());
        assertEquals(25.08, makespan.standardDeviation() / MINUTE, 0.4);
    }

    @ParameterizedTest
    @CsvSource({"60, 0, 30", "20, 5, 7", "300, 10, 1000"})
    void everyMeanMeetsDaly(double meanMinutes, double restartMinutes, double intervalMinutes) {
        Job job = new Job(100 * MINUTE, restartMinutes * MINUTE, MINUTE);
        CheckpointedRun law =
                new CheckpointedRun(job.workSeconds(), job.dumpSeconds(), job.restartSeconds(), meanMinutes * MINUTE);
        Study study =
                study(40_000, exponential(job, Checkpoints.fixed(intervalMinutes * MINUTE), meanMinutes * MINUTE));
        double expected = law.expectedSeconds(intervalMinutes * MINUTE);
        assertTrue(study.makespanSeconds().orElseThrow().agreesWith(expected));
        assertTrue(study.evictions().orElseThrow().agreesWith(law.expectedEvictions(expected)));
        assertTrue(study.costDollars().orElseThrow().agreesWith(expected * 0.17 / 3600));
    }

    /** Perfect checkpoints on an on/off renewal process: mean T (1 + v/u), variance 2 T v^2 / u. */
    @Test
    void perfectCheckpoints() {
        Job job = new Job(50_000, 0, 0);
        Study study = study(
                40_000,
                random -> Study.Trial.of(
                        new JobRun(job, Checkpoints.onNotice(), BillingRule.SECOND, 0),
                        new RenewalSpells(new ExponentialLife(5000), new ExponentialLife(2000), 1, random)));
        Distribution makespan = study.makespanSeconds().orElseThrow();
        assertTrue(makespan.agreesWith(50_000 * 1.4), makespan.toString());
        assertEquals(Math.sqrt(2 * 50_000.0 * 2000 * 2000 / 5000), makespan.standardDeviation(), 150);
        assertEquals(0, study.lostSeconds().orElseThrow().maximum());
    }

    @Test
    void theSameOnAnyNumberOfThreads() throws Exception {
        Job job = new Job(5000, 60, 10);
        Study[] studies = new Study[2];
        for (int i = 0; i < 2; i++) {
            ForkJoinPool pool = new ForkJoinPool(1 + 3 * i);
            studies[i] = pool.submit(() -> study(5000, exponential(job, Checkpoints.fixed(600), 3000)))
                    .get();
            pool.shutdown();
        }
        assertArrayEquals(studies[0].sortedCosts(), studies[1].sortedCosts());
        assertArrayEquals(studies[0].sortedMakespans(), studies[1].sortedMakespans());
    }
}
