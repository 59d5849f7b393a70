package clock2cloud.signal.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.signal.netlist.Netlist;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class LineDeviceTest {
    @Test
    void aWaveThatJumpsIsReflectedAsAJumpInFewSteps() {
        // uic: 1 V jumps onto a line of 50 ohm that ends in 1 kohm: gL = 950 / 1050 = 0.904762, gS = -1
        // end: (1 + gL) = 1.904762 from 1 ns, times (1 - gL) = 0.181406 from 3 ns, times (1 - gL + gL^2) from 5 ns
        Waveforms w = Transient.run(Netlist.parse(
                new StringReader("t\nV1 a 0 1\nT1 a 0 b 0 Z0=50 TD=1n\nR1 b 0 1k\n.tran 0.25n 10n uic\n.print v(b)\n"),
                "t.cir"));
        double g = 950.0 / 1050;
        assertEquals(0, w.at("v(b)", 0.5e-9), 1e-9);
        assertEquals(1 + g, w.at("v(b)", 2e-9), 1e-6);
        assertEquals((1 + g) * (1 - g), w.at("v(b)", 4e-9), 1e-6);
        assertEquals((1 + g) * (1 - g + g * g), w.at("v(b)", 6e-9), 1e-6);
        assertTrue(w.effort().steps() < 10_000, w.effort().toString());
    }
}
