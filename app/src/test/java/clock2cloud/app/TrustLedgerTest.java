package clock2cloud.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TrustLedgerTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "trust.md");

    /** -Dclock2cloud.accept=true writes it anew, as {@code ./c2c check --write docs/trust.md} does. */
    @Test
    void theCommittedLedgerIsTheOneThatTheProgramGives() throws IOException {
        String now = TrustLedger.document(TrustLedger.lines());
        if (Boolean.getBoolean("clock2cloud.accept")) {
            Files.writeString(DOCUMENT, now);
        }
        assertEquals(now, Files.readString(DOCUMENT), "stale: run ./c2c check --write docs/trust.md");
    }
}
