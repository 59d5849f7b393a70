package clock2cloud.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustLedgerTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "trust.md");

    /** -Dclock2cloud.accept=true writes it anew, as {@code ./c2c check --write docs/trust.md} does. */
    @Test
    void theCommittedLedgerIsTheOneThatTheProgramGives() throws IOException {
        List<TrustLine> lines = TrustLedger.lines();
        for (TrustLine line : lines) {
            assertTrue(
                    line.noiseFraction().isPresent() || line.noise().isPresent(),
                    line.model() + " does not say how noisy what it was compared with is");
        }
        String now = TrustLedger.document(lines);
        if (Boolean.getBoolean("clock2cloud.accept")) {
            Files.writeString(DOCUMENT, now);
        }
        assertEquals(now, Files.readString(DOCUMENT), "stale: run ./c2c check --write docs/trust.md");
    }
}
