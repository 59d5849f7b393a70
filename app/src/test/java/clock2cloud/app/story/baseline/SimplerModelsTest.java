package clock2cloud.app.story.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clock2cloud.app.TrustLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimplerModelsTest {
    private static final TrustLine LINE =
            TrustLine.ofMean("story", "m", "s", "r", new double[] {1}, new double[] {1}, 1);

    private static TimedWork work(String shape, int batch, double seconds) {
        return new TimedWork(shape, "one", batch, SheetSeconds.of(seconds / 2, seconds / 4, 1, 1), seconds);
    }

    private static double error(TrustLine line, String name) {
        return line.baselines().stream()
                .filter(simpler -> simpler.name().equals(name))
                .findFirst()
                .orElseThrow()
                .meanErrorFraction();
    }

    /** Work of half the time and bytes of a quarter: 50% short, 50% short, and 25% short together. */
    @Test
    void theDataSheetIsHeldAgainstTheTime() {
        TrustLine line = SimplerModels.beside(LINE, List.of(work("a", 1, 8), work("b", 2, 4)));
        assertEquals(0.5, error(line, "flops/peak"), 1e-12);
        assertEquals(0.5, error(line, "roofline"), 1e-12);
        assertEquals(0.25, error(line, "Paleo-style"), 1e-12);
    }

    /** Through (10, 1 s) and (30, 3 s): at 20 it says 2 s where 4 s were timed. */
    @Test
    void aLineThroughItsOwnEndsIsTriedBetweenThem() {
        TrustLine line = SimplerModels.beside(LINE, List.of(work("a", 10, 1), work("a", 20, 4), work("a", 30, 3)));
        assertEquals(0.5, error(line, "affine in batch, own ends"), 1e-12);
    }

    /** t = 1 + batch holds for all, so each row is foretold by the others. */
    @Test
    void otherRowsTellWhereEachNetHasOneBatch() {
        TrustLine line = SimplerModels.beside(LINE, List.of(work("a", 1, 2), work("b", 3, 4), work("c", 7, 8)));
        assertEquals(0, error(line, "affine in batch, other rows"), 1e-6);
    }

    /** The other machine's 6 s and half of its peak: 3 s, where 4 s were timed. */
    @Test
    void theLastMachineIsScaledByThePeaks() {
        TrustLine line = SimplerModels.lastMachine(LINE, List.of(work("a", 1, 4)), 0.5, new double[] {6});
        assertEquals(0.25, error(line, "last machine x peak"), 1e-12);
    }
}
