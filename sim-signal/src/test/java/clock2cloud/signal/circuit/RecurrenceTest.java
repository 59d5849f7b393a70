package clock2cloud.signal.circuit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RecurrenceTest {
    @Test
    void aThousandTimesInOneInstantIsNotYetEndlessButOnceMoreIs() {
        Recurrence jumps = new Recurrence(1);
        for (int i = 1; i <= Recurrence.MOST; i++) {
            assertFalse(jumps.endless(0.5 + i * 1e-8));
        }
        assertTrue(jumps.endless(0.5 + 1e-5 + 1e-8));
    }

    @Test
    void whatComesOnceACycleIsNeverEndless() {
        Recurrence jumps = new Recurrence(1);
        for (int i = 0; i < 100_000; i++) {
            assertFalse(jumps.endless(i * 1e-5));
        }
    }
}
