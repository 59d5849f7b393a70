package clock2cloud.nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** What bad input must be answered with: one clear line. */
public final class Refusal {
    private Refusal() {}

    /** Asserts that the action refuses, in one line that begins and goes on as given. */
    public static void refuses(String beginning, String part, Executable action) {
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, action).getMessage());
        assertFalse(message.contains("\n"), message);
        String shown = message.startsWith(beginning) && message.contains(part) ? "refused" : message;
        assertEquals("refused", shown);
    }
}
