package clock2cloud.signal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class DrivenLineTest {
    @Test
    void theOpenLineIsHalfUpAtItsConstant() {
        assertEquals(DrivenLine.OPEN_HALF_DELAY, new DrivenLine(0, 1, 1, 0).delaySeconds(0.5), 1e-10);
    }

    @Test
    void aStrongDriverAndABigLoadMakeItLumped() {
        // R of the wire 1e-4 of the driver's, C of the wire 1e-4 of the load's: RC = 1 ns * (1 + 2e-4).
        DrivenLine line = new DrivenLine(1000, 0.1, 1e-16, 1e-12);
        assertEquals(1e-9 * Math.log(2), line.delaySeconds(0.5), 3e-4 * 1e-9);
    }

    @Property(tries = 100)
    void risesFromZeroToOneWithinTheElmoreBound(
            @ForAll @DoubleRange(min = 0, max = 20) double driver,
            @ForAll @DoubleRange(min = 0, max = 20) double load) {
        DrivenLine line = new DrivenLine(driver, 1, 1, load);
        double before = 0;
        for (double t = 0.01; t < 20; t *= 1.3) {
            double v = line.at(t);
            assertTrue(v >= before - 1e-12 && v <= 1 + 1e-12, () -> "not monotone at " + v);
            before = v;
        }
        assertTrue(line.delaySeconds(0.5) < line.elmoreSeconds());
    }

    @Property(tries = 50)
    void delayGrowsWithTheSquareOfLength(@ForAll @DoubleRange(min = 0.1, max = 10) double millimetres) {
        double metres = millimetres * 1e-3;
        WireGeometry wire = new WireGeometry(80e-9, 144e-9, 2.2e-8, 200e-12);
        assertEquals(4, wire.delaySeconds(2 * metres) / wire.delaySeconds(metres), 1e-9);
        assertEquals(metres, wire.reachMetres(wire.highestClockHertz(metres)), metres * 1e-12);
        assertEquals(
                wire.delaySeconds(metres),
                new DrivenLine(0, wire.ohms(metres), wire.farads(metres), 0).delaySeconds(0.5),
                1e-8 * wire.delaySeconds(metres));
    }
}
