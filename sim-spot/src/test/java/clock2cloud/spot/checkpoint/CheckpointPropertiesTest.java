package clock2cloud.spot.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class CheckpointPropertiesTest {
    private static final double HOUR = 3600;

    @Property(tries = 200)
    void exactSolvesItsEquation(@ForAll @DoubleRange(min = 1e-6, max = 20) @Scale(6) double dumpOverLife) {
        CheckpointedRun run = new CheckpointedRun(HOUR, dumpOverLife * HOUR, 0, HOUR);
        double x = CheckpointRule.EXACT.intervalSeconds(run) / HOUR;
        assertTrue(x > 0 && x <= 1);
        assertEquals(0, x < 1 - 1e-9 ? x + Math.log1p(-x) + dumpOverLife : 0, 1e-7 * (1 + dumpOverLife));
    }

    @Property(tries = 200)
    void noIntervalBeatsTheExactOne(
            @ForAll @DoubleRange(min = 1, max = 3000) double dumpSeconds,
            @ForAll @DoubleRange(min = 0.1, max = 4) double factor) {
        CheckpointedRun run = new CheckpointedRun(100 * HOUR, dumpSeconds, 60, HOUR);
        double best = CheckpointRule.EXACT.intervalSeconds(run);
        assertTrue(run.dalyExpectedSeconds(best) <= run.dalyExpectedSeconds(best * factor) * (1 + 1e-12));
    }

    @Property(tries = 200)
    void moreRestartNeverFinishesEarlier(
            @ForAll @DoubleRange(min = 0, max = 3600) double restart,
            @ForAll @DoubleRange(min = 0, max = 3600) double more,
            @ForAll @DoubleRange(min = 60, max = 20000) double interval) {
        CheckpointedRun run = new CheckpointedRun(5 * HOUR, 60, restart, 5 * HOUR);
        CheckpointedRun slower = new CheckpointedRun(5 * HOUR, 60, restart + more, 5 * HOUR);
        assertTrue(slower.expectedSeconds(interval) >= run.expectedSeconds(interval));
        assertTrue(run.expectedSeconds(interval) >= run.workSeconds() * (1 - 1e-12));
    }

    @Test
    void withoutEvictionsOnlyTheDumpsAreAdded() {
        CheckpointedRun run = new CheckpointedRun(10 * HOUR, 60, 300, Double.POSITIVE_INFINITY);
        assertEquals(10 * HOUR + 9 * 60, run.expectedSeconds(HOUR), 1e-6);
        assertEquals(10 * HOUR, run.expectedSeconds(CheckpointRule.NONE), 1e-9);
        assertEquals(0, run.expectedEvictions(10 * HOUR));
    }

    @Test
    void refusesWhatHasNoMeaning() {
        assertThrows(IllegalArgumentException.class, () -> new CheckpointedRun(Double.NaN, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new CheckpointedRun(1, 1, 1, 0));
        CheckpointedRun free = new CheckpointedRun(HOUR, 0, 0, HOUR);
        assertThrows(IllegalArgumentException.class, () -> CheckpointRule.YOUNG.intervalSeconds(free));
    }
}
