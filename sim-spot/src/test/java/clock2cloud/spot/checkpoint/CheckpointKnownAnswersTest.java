package clock2cloud.spot.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Source: J. T. Daly, FGCS 22 (2006), figures 3 to 5 (117, 57 and 9.1 min), recomputed to two decimals; the 5-hour job is
 * worked from the equations. Tolerance: the last printed digit.
 */
class CheckpointKnownAnswersTest {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    @ParameterizedTest
    @CsvSource({"24, 116.69, 116.69, 120.00", "6, 56.71, 56.71, 60.00", "0.25, 9.14, 9.17, 12.25"})
    void optimumIntervals(double meanHours, double daly, double exact, double young) {
        CheckpointedRun run = new CheckpointedRun(500 * HOUR, 5 * MINUTE, 10 * MINUTE, meanHours * HOUR);
        assertEquals(daly, CheckpointRule.DALY.intervalSeconds(run) / MINUTE, 0.005);
        assertEquals(exact, CheckpointRule.EXACT.intervalSeconds(run) / MINUTE, 0.005);
        assertEquals(young, CheckpointRule.YOUNG.intervalSeconds(run) / MINUTE, 0.005);
    }

    @ParameterizedTest
    @CsvSource({"24, 1.0958", "6, 1.2204", "0.25, 5.0083"})
    void wholeRunAtTheOptimum(double meanHours, double stretch) {
        CheckpointedRun run = new CheckpointedRun(500 * HOUR, 5 * MINUTE, 10 * MINUTE, meanHours * HOUR);
        double interval = CheckpointRule.DALY.intervalSeconds(run);
        assertEquals(stretch, run.dalyExpectedSeconds(interval) / run.workSeconds(), 5e-5);
    }

    @Test
    void youngPaysForItsOrderWhenLivesAreShort() {
        CheckpointedRun run = new CheckpointedRun(500 * HOUR, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE);
        double young = CheckpointRule.YOUNG.intervalSeconds(run);
        assertEquals(5.1470, run.dalyExpectedSeconds(young) / run.workSeconds(), 5e-5);
    }

    @Test
    void theFiveHourJob() {
        assertEquals(
                8.591, new CheckpointedRun(5 * HOUR, 0, 0, 5 * HOUR).expectedSecondsWithoutCheckpoint() / HOUR, 5e-4);
        CheckpointedRun run = new CheckpointedRun(5 * HOUR, 2 * MINUTE, 5 * MINUTE, 5 * HOUR);
        assertEquals(8.736, run.expectedSecondsWithoutCheckpoint() / HOUR, 5e-4);
        assertEquals(33.32, CheckpointRule.EXACT.intervalSeconds(run) / MINUTE, 0.005);
        assertEquals(33.32, CheckpointRule.DALY.intervalSeconds(run) / MINUTE, 0.005);
        assertEquals(34.64, CheckpointRule.YOUNG.intervalSeconds(run) / MINUTE, 0.005);
        assertEquals(341.110, run.expectedSeconds(30 * MINUTE) / MINUTE, 5e-4);
    }
}
