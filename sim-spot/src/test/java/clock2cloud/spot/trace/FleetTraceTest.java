package clock2cloud.spot.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.StringReader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FleetTraceTest {
    /** 0 to 1 h: 4 run; to 3 h: 1; to 4 h: 4; then 3. At least 4: up cut, down 2 h, up 1 h, down cut. Lost: 3 and 1. */
    @Test
    void runsAndLossesByHand() {
        FleetTrace trace = read("hours,running\n0,4\n1,4\n1,1\n3,1\n3,4\n4,4\n4,3\n6,3\n");
        assertArrayEquals(new double[] {3600}, trace.runs(4, true));
        assertArrayEquals(new double[] {7200}, trace.runs(4, false));
        assertArrayEquals(new int[] {3, 1}, trace.losses());
        assertEquals(6, trace.endHours());
    }

    /** uclasystem/bamboo @808092932894: 88.7 h, 16 at most, and evictions that take many at once. */
    @Test
    void theRecordOf2020() {
        FleetTrace trace = FleetTrace.bamboo2020();
        assertEquals(88.7, trace.endHours(), 0.05);
        assertEquals(
                16,
                trace.steps().stream().mapToInt(FleetTrace.Step::running).max().orElseThrow());
        assertEquals(16, Arrays.stream(trace.losses()).max().orElseThrow(), 8);
    }

    @Test
    void timesThatFallAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> read("hours,running\n2,4\n1,4\n"));
    }

    private static FleetTrace read(String text) {
        return FleetTrace.read("f.csv", new StringReader(text));
    }
}
