package clock2cloud.app.story.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachinesTest {
    @TempDir
    private Path folder;

    /** Every shipped file reads, has sources, and is called what its file is called. */
    @Test
    void theCatalogueIsWhole() {
        assertEquals(52, Machines.SHIPPED.size());
        for (String name : Machines.SHIPPED) {
            Machine machine = Machines.named(name);
            assertEquals(name, machine.name());
            assertFalse(machine.sources().isEmpty(), name);
        }
        assertTrue(Machines.SHIPPED.containsAll(List.of(
                "laptop-2009", "desktop-2017", "k80-die", "k80-board", "p100", "v100", "t4", "a100", "h100", "h200")));
    }

    /** The K80 die: 13 × 192 cores × 2 operations × 562 MHz = 2.80 TFLOP/s. */
    @Test
    void peaksAreClocksTimesCores() {
        GraphicsProcessor k80 = Machines.named("k80-die").gpu().orElseThrow();
        assertEquals(k80.peakFlopsPerSecond(), 13 * 192 * 2 * k80.clockHertz(), 0.01 * k80.peakFlopsPerSecond());
        Processor laptop = Machines.named("laptop-2009").cpu();
        assertEquals(20.24e9, laptop.peakFlopsPerSecondOfOneCore(), 1e6);
    }

    /** 20 epochs of 3.2 s: an hour begun in July 2017, 64 seconds after 2 October. */
    @Test
    void theDayDecidesTheBill() {
        Machine p2 = Machines.named("p2.xlarge");
        assertEquals(0.90, p2.priceOn(LocalDate.of(2017, 7, 20)).dollars(64), 1e-9);
        assertEquals(0.016, p2.priceOn(LocalDate.of(2017, 10, 2)).dollars(64), 1e-9);
        String why = assertThrows(IllegalArgumentException.class, () -> p2.priceOn(LocalDate.of(2015, 1, 1)))
                .getMessage();
        assertTrue(why.contains("2016-10-11"), why);
    }

    @Test
    void anUnknownNameListsItsNeighbours() {
        assertEquals("p2.xlarge", Machines.near("p2.xlage").get(0));
        assertTrue(Machines.near("V100").contains("v100"));
        assertThrows(IllegalArgumentException.class, () -> Machines.named("p2.xlage"));
    }

    private String refusal(String cpu) throws IOException {
        Path file = folder.resolve("mine.json");
        Files.writeString(
                file, "{\n  \"name\": \"mine\",\n  \"title\": \"mine\",\n  \"cpu\": {\n" + cpu + "\n  }\n}\n");
        return assertThrows(IllegalArgumentException.class, () -> Machines.named(file.toString()))
                .getMessage();
    }

    @Test
    void aFileNamesWhatIsMissingOrImpossibleWithItsLine() throws IOException {
        String rest =
                "    \"name\": \"x\",\n    \"cores\": 2,\n    \"flopsPerCycle\": 8,\n    \"memoryBytesPerSecond\": 4e9";
        String missing = refusal(rest);
        assertTrue(missing.contains("mine.json:4: cpu.clockHertz is missing"), missing);
        String negative = refusal("    \"clockHertz\": -5,\n" + rest);
        assertTrue(negative.contains("mine.json:5: cpu.clockHertz must be"), negative);
        String unknown = refusal("    \"clockHertz\": 3e9,\n    \"colour\": 3,\n" + rest);
        assertTrue(unknown.contains("mine.json:6:") && unknown.contains("colour"), unknown);
    }

    @Test
    void aFileOfOnesOwnIsAMachine() throws IOException {
        Path file = folder.resolve("mine.json");
        Files.writeString(file, """
                {"name": "mine", "title": "my desk", "cpu": {"name": "x", "clockHertz": 3e9, "cores": 4,
                 "flopsPerCycle": 16, "memoryBytesPerSecond": 2e10}}
                """);
        assertEquals(192e9, Machines.named(file.toString()).cpu().peakFlopsPerSecond(), 1);
    }

    @Test
    void aDayThatIsNoneIsNamed() throws IOException {
        Path file = folder.resolve("mine.json");
        Files.writeString(file, """
                {"name": "mine", "title": "my desk", "standsFor": "soon", "cpu": {"name": "x", "clockHertz": 3e9, "cores": 4,
                 "flopsPerCycle": 16, "memoryBytesPerSecond": 2e10}}
                """);
        String message = assertThrows(IllegalArgumentException.class, () -> Machines.named(file.toString()))
                .getMessage();
        assertTrue(message.contains("mine.json:1: standsFor 'soon' is no day"), message);
    }
}
