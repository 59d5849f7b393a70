package clock2cloud.signal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class CoupledLinesTest {
    /** ngspice 39 on two 10-section lines (decks own_xtalk_*): 100 ohm drivers, 50 ohm and 20 + 10 fF a section, 10 fF at the end. */
    @Test
    void meetsTheSimulator() {
        CoupledLines pair = new CoupledLines(mode(20e-15), mode(40e-15), 100e-12);
        assertEquals(60.71e-12, pair.togetherSeconds(), 2e-3 * 60.71e-12);
        assertEquals(83.7573977e-12, pair.quietSeconds(), 2e-3 * 83.76e-12);
        assertEquals(116.895047e-12, pair.oppositeSeconds(), 2e-3 * 116.9e-12);
        assertEquals(0.724150932, 5 * pair.noisePeakFraction(), 2e-3 * 0.724);
        assertEquals(198.025e-12 - 105e-12, pair.noisePeakSeconds(), 2e-12);
    }

    private static StepResponse mode(double farads) {
        RcTree ladder = new RcTree();
        for (int i = 1; i <= 10; i++) {
            ladder.add("" + i, i == 1 ? "" : "" + (i - 1), i == 1 ? 150 : 50, i == 10 ? farads + 10e-15 : farads);
        }
        return ladder.response("10");
    }

    @Property(tries = 50)
    void theNeighbourDelaysInOrder(@ForAll @DoubleRange(min = 0.01, max = 3) double coupling) {
        CoupledLines pair = CoupledLines.of(0.3, 1, 1, coupling, 0.1);
        assertTrue(pair.togetherSeconds() < pair.quietSeconds());
        assertTrue(pair.quietSeconds() < pair.oppositeSeconds());
        assertTrue(pair.noisePeakFraction() > 0 && pair.noisePeakFraction() < 0.5);
    }
}
