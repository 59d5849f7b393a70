package clock2cloud.app.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SteadyPaceTest {
    private double clock;

    /** 0.5 s a repeat until 0.9 s are over (two repeats, 1 s), 1 ms after that: one stretch of 1 s more, in rounds of 0.2 s. */
    @Test
    void aCompilerThatIsLateIsWaitedFor() {
        assertEquals(0.001, SteadyPace.reach(repeats -> rounds(repeats, clock < 0.9 ? 0.5 : 0.001), 1), 1e-12);
        assertTrue(clock > 2, "waited " + clock);
        assertTrue(clock < 2.5, "waited " + clock);
    }

    /** 15% less each round never settles: ten stretches of 100 s are the most, and the round at hand. */
    @Test
    void whatNeverSettlesIsLeft() {
        double[] one = {100};
        SteadyPace.reach(repeats -> rounds(repeats, one[0] *= 0.85), 100);
        assertTrue(clock < 10 * 100 + 100, "waited " + clock);
    }

    @Test
    void repeatsFillTheTime() {
        assertEquals(1, SteadyPace.repeats(0.2, Double.POSITIVE_INFINITY));
        assertEquals(4, SteadyPace.repeats(2, 0.5));
        assertEquals(100_000, SteadyPace.repeats(2, 1e-9));
    }

    private double[] rounds(int repeats, double seconds) {
        double[] all = new double[repeats];
        Arrays.fill(all, seconds);
        clock += repeats * seconds;
        return all;
    }
}
