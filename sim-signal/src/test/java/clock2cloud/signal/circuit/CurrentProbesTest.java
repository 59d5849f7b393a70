package clock2cloud.signal.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clock2cloud.signal.netlist.Netlist;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class CurrentProbesTest {
    @Test
    void theCurrentsOfASeriesCircuitAreTheSameAndFollowTheExponential() {
        // 1 V over 1 k and 1 nF: 1 mA exp(-t / 1 us); the source sees it with the other sign
        Waveforms w = Transient.run(Netlist.parse(
                new StringReader("t\nV1 a 0 1\nR1 a b 1k\nC1 b 0 1n IC=0\nI1 0 c 2m\nR2 c 0 1\n.tran 0.1u 3u uic\n"
                        + ".print i(r1) i(c1) i(v1) i(i1) i(r2)\n"),
                "t.cir"));
        for (int i = 1; i < w.timesSeconds().length; i++) {
            double exact = 1e-3 * Math.exp(-w.timesSeconds()[i] / 1e-6);
            assertEquals(exact, w.of("i(r1)")[i], 1e-8);
            assertEquals(exact, w.of("i(c1)")[i], 1e-8);
            assertEquals(-exact, w.of("i(v1)")[i], 1e-8);
            assertEquals(2e-3, w.of("i(i1)")[i], 1e-12);
            assertEquals(2e-3, w.of("i(r2)")[i], 1e-12);
        }
    }
}
