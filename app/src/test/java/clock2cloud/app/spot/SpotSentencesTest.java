package clock2cloud.app.spot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SpotSentencesTest {
    /** The page in docs/ is what the models say today; -Dclock2cloud.accept=true writes it anew. */
    @Test
    void thePageIsWhatIsComputed() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        Path docs = Files.isDirectory(root.resolve("docs")) ? root.resolve("docs") : root.resolveSibling("docs");
        Path page = docs.resolve("fact-check-spot.md");
        if (Boolean.getBoolean("clock2cloud.accept")) {
            Files.writeString(page, SpotSentences.page());
        }
        assertEquals(SpotSentences.page(), Files.readString(page));
    }

    /** The numbers of the facts: 120 s, 41.8% and 9.67%, 81.1%, 80% and 187% - 100%, 8.591, 8.736 and 5.685 h. */
    @Test
    void theNumbersThatTheDataGive() {
        String page = SpotSentences.page();
        for (String number : new String[] {
            "of 120 s",
            "41.8%",
            "9.67%",
            "81.1%",
            "90.5%",
            "80% under",
            "87% over",
            "10 times",
            "8.591",
            "8.736",
            "5.685"
        }) {
            assertTrue(page.contains(number), number + " in " + page);
        }
    }
}
