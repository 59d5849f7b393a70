package clock2cloud.spot.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvailabilityTraceTest {
    @Test
    void aGapIsUnavailableAndSaid() {
        AvailabilityTrace trace = read("tick,unavailable\n3,0\n4,1\n7,0\n");
        assertTrue(trace.at(3));
        assertFalse(trace.at(4) || trace.at(5) || trace.at(6) || trace.at(8) || trace.at(2));
        assertTrue(trace.at(7));
        assertEquals(1, trace.remarks().size());
        assertTrue(trace.remarks().get(0).startsWith("t.csv:4: ticks 5 to 6 are missing"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tick,unavailable;3,0;3,0;9,1 | t.csv:3: tick 3 does not come after tick 3",
                "tick,unavailable;3,0;4,2;9,1 | t.csv:3: unavailable is 2",
                "tick,unavailable;3,0;x,1;9,1 | t.csv:3: 'x' in column tick",
                "tick,unavailable;3,0;4;9,1 | t.csv:3: 1 fields",
                "tick,available;3,0 | t.csv: no column 'unavailable'",
                "tick,unavailable | t.csv: no ticks"
            })
    void badFilesAreNamedByLine(String file, String message) {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> read(file.strip().replace(';', '\n')));
        assertTrue(String.valueOf(refused.getMessage()).startsWith(message.strip()), refused.getMessage());
    }

    @Test
    void completeRunsLeaveOutTheCutOnes() {
        AvailabilityTrace trace = AvailabilityTrace.of("t", 0, true, false, false, true, true, true, false, true);
        assertArrayEquals(new int[] {3}, trace.completeRuns(true));
        assertArrayEquals(new int[] {2, 1}, trace.completeRuns(false));
    }

    private static AvailabilityTrace read(String text) {
        return AvailabilityTrace.read("t.csv", new StringReader(text));
    }
}
