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
                "tick,there;3,0 | t.csv:1: the header 'tick,there' has no column 'unavailable'",
                "tick,unavailable;3,0;5,0;4,1 | t.csv:4: tick 4 does not come after tick 5 of line 3",
                "tick,tick;3,0 | t.csv:1: the header 'tick,tick' names tick twice",
                "{metadata: {}} | t.csv: JSON without a list",
                "{\"data\": [0, -1]} | t.csv: number 2 of data is '-1'",
                "tick,unavailable | t.csv: no ticks"
            })
    void badFilesAreNamedByLine(String file, String message) {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> read(file.strip().replace(';', '\n')));
        assertTrue(String.valueOf(refused.getMessage()).startsWith(message.strip()), refused.getMessage());
    }

    @Test
    void oneSpotAfterNoneIsTheSameInEveryForm() {
        for (String text : new String[] {
            "tick,unavailable\n0,1\n1,0\n",
            "\uFEFFtick,unavailable\r\n0,1\r\n1,0\r\n",
            "tick,available\n0,0\n1,1\n",
            "0,1\n1,0\n",
            "{\"metadata\": {\"gap_seconds\": 600}, \"data\": [0, 3]}",
            "{\"generator\": \"random_start_time\", \"data\": [1, 0]}"
        }) {
            AvailabilityTrace trace = read(text);
            assertFalse(trace.at(0), text);
            assertTrue(trace.at(1), text);
            assertEquals(2, trace.endTick(), text);
        }
        assertEquals(
                600.0,
                read("{\"metadata\": {\"gap_seconds\": 600}, \"data\": [0, 3]}")
                        .tickSeconds()
                        .orElseThrow());
        assertTrue(read("0,1\n").remarks().get(0).startsWith("t.csv:1: no header; the columns are taken as"));
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
