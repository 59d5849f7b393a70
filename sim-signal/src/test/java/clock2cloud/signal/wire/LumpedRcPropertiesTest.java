package clock2cloud.signal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

final class LumpedRcPropertiesTest {
    @Property(tries = 200)
    void delayIsTheInverseOfTheStep(
            @ForAll @DoubleRange(min = 1, max = 1e6) double ohms,
            @ForAll @DoubleRange(min = 1, max = 1e6) double femtofarads,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double fraction) {
        LumpedRc wire = new LumpedRc(ohms, femtofarads * 1e-15);
        double delay = wire.delaySeconds(fraction);
        assertEquals(fraction, wire.at(delay), 1e-12);
        assertEquals(delay, wire.delaySeconds(fraction, wire.timeConstantSeconds()), delay * 1e-9);
        assertEquals(
                wire.timeConstantSeconds(), LumpedRc.through(fraction, delay).timeConstantSeconds(), delay * 1e-9);
    }

    @Property(tries = 100)
    void moreResistanceOrCapacitanceIsSlower(
            @ForAll @DoubleRange(min = 1, max = 1e4) double ohms,
            @ForAll @DoubleRange(min = 1.01, max = 9) double more) {
        LumpedRc wire = new LumpedRc(ohms, 1e-12);
        assertTrue(new LumpedRc(ohms * more, 1e-12).delaySeconds(0.5) > wire.delaySeconds(0.5));
        assertTrue(new LumpedRc(ohms, 1e-12 * more).highestClockHertz() < wire.highestClockHertz());
    }

    @Property(tries = 20)
    void refusesWhatIsNoWire(@ForAll @DoubleRange(min = -1e3, max = 0) double ohms) {
        assertThrows(IllegalArgumentException.class, () -> new LumpedRc(ohms, 1e-12));
        assertThrows(IllegalArgumentException.class, () -> new LumpedRc(Double.NaN, 1e-12));
    }
}
