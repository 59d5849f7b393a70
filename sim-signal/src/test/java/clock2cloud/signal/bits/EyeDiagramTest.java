package clock2cloud.signal.bits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.signal.wire.DrivenLine;
import clock2cloud.signal.wire.LumpedRc;
import clock2cloud.signal.wire.SeriesRlc;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class EyeDiagramTest {
    /** The table of eight bits a look-up against the sum over every edge. */
    @Property(tries = 20)
    void theTableIsTheSumOverEdges(@ForAll long seed, @ForAll @DoubleRange(min = 0.1, max = 3) double period) {
        Message message = Message.random(120, new SplittableRandom(seed));
        Link link = new Link(Driver.of(3, 1 / period), new DrivenLine(0.5, 1, 1, 0.3), Receiver.atEndOfBit(1.5));
        SampledWire wire = new SampledWire(link, message, 8);
        double[] volts = new double[8];
        for (int i = 0; i < message.length(); i++) {
            wire.bit(i, volts);
            for (int j = 0; j < 8; j++) {
                assertEquals(link.voltsAt(message, (i + j / 8.0) * period), volts[j], 1e-7);
                assertEquals(volts[j], wire.at(i + j / 8.0), 1e-12);
            }
        }
    }

    /** No random message is worse than the worst case, and a long one comes near. */
    @Property(tries = 10)
    void theWorstCaseIsTheWorst(@ForAll @DoubleRange(min = 0.3, max = 2) double zeta) {
        Link link = new Link(Driver.of(1, 0.3), new SeriesRlc(2 * zeta, 1, 1), Receiver.atEndOfBit(0.5));
        EyeDiagram eye = EyeDiagram.simulate(link, Noise.NONE, 20_000, 8, new SplittableRandom(1));
        WorstCaseEye worst = WorstCaseEye.of(link);
        assertTrue(worst.openingVolts() <= eye.openingVolts() + 1e-9);
        assertEquals(worst.openingVolts(), eye.openingVolts(), 0.02);
    }

    @Test
    void everyColumnHoldsEveryOtherBit() {
        Link link = new Link(Driver.of(5, 1), LumpedRc.ofTimeConstant(1), Receiver.atEndOfBit(2.5));
        EyeDiagram eye = EyeDiagram.simulate(link, new Noise(0.1, 0.01), 1000, 16, new SplittableRandom(1));
        int sum = 0;
        for (int column = 0; column < eye.columns(); column++) {
            for (int row = 0; row < EyeDiagram.ROWS; row++) {
                sum += eye.count(column, row);
            }
        }
        assertEquals(16 * 1000, sum);
        assertEquals(32, eye.columns());
        // Jitter of a hundredth and noise of 0.1 V leave the eye of 1.32 V open: the rails belong to the bits they are
        // of.
        assertTrue(eye.openingVolts() > 0 && eye.openingVolts() < 1.4, () -> "opening " + eye.openingVolts());
    }

    @Test
    void theBathtubIsDeepestAtTheEndOfTheBit() {
        Link link = new Link(Driver.of(5, 0.5), LumpedRc.ofTimeConstant(1), Receiver.atEndOfBit(2.5));
        Bathtub tub = Bathtub.of(link, new Noise(0.3, 0.02), 32);
        assertEquals(1, tub.best().samplePhase(), 0.07);
        assertTrue(tub.points().get(0).errorProbability() > 0.1);
        assertTrue(tub.widthBits(1e-6) > 0 && tub.widthBits(1e-6) < 1);
    }
}
