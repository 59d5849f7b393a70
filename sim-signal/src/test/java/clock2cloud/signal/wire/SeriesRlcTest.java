package clock2cloud.signal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

final class SeriesRlcTest {
    /** L i' + R i + v = 1 with i = C v': the response solves its own equation. */
    @Property(tries = 100)
    void solvesItsEquation(
            @ForAll @DoubleRange(min = 0.05, max = 5) double zeta, @ForAll @DoubleRange(min = 0.1, max = 8) double t) {
        SeriesRlc wire = new SeriesRlc(2 * zeta, 1, 1);
        double h = 1e-4;
        double slope = (wire.at(t + h) - wire.at(t - h)) / (2 * h);
        double bend = (wire.at(t + h) - 2 * wire.at(t) + wire.at(t - h)) / (h * h);
        assertEquals(1, bend + 2 * zeta * slope + wire.at(t), 1e-6);
    }

    @Property(tries = 50)
    void overshootsOnlyWhenUnderdamped(@ForAll @DoubleRange(min = 0.05, max = 3) double zeta) {
        SeriesRlc wire = new SeriesRlc(2 * zeta, 1, 1);
        double highest = 0;
        for (double t = 0; t < 60; t += 0.01) {
            highest = Math.max(highest, wire.at(t));
        }
        assertEquals(1 + wire.overshootFraction(), highest, 1e-3);
        assertTrue(wire.delaySeconds(0.5) > 0);
    }

    /** Through critical damping without a step. */
    @Property(tries = 30)
    void isContinuousAtCriticalDamping(@ForAll @DoubleRange(min = 0.1, max = 9) double t) {
        assertEquals(new SeriesRlc(2 * (1 - 1e-6), 1, 1).at(t), new SeriesRlc(2, 1, 1).at(t), 1e-5);
        assertEquals(new SeriesRlc(2 * (1 + 1e-6), 1, 1).at(t), new SeriesRlc(2, 1, 1).at(t), 1e-5);
    }
}
