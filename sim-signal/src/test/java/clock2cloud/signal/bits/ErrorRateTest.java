package clock2cloud.signal.bits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.signal.wire.LossyLine;
import clock2cloud.signal.wire.LumpedRc;
import clock2cloud.signal.wire.SeriesRlc;
import clock2cloud.signal.wire.StepResponse;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class ErrorRateTest {
    private static Link rc(double bitsPerTau) {
        return new Link(Driver.of(5, 1 / bitsPerTau), LumpedRc.ofTimeConstant(1), Receiver.atEndOfBit(2.5));
    }

    private static void agree(Link link, Noise noise, long seed) {
        double closed = new ErrorRate(link, noise).probability();
        ErrorCount count = ErrorCount.simulate(link, noise, 200_000, new SplittableRandom(seed));
        assertTrue(
                Math.abs(count.probability() - closed) <= 4 * count.standardError(closed),
                () -> "closed " + closed + " simulated " + count);
    }

    /** Simulation and closed form, noise, jitter and both, on an RC wire, a ringing one and a line with flight time. */
    @Test
    void simulationMeetsTheClosedForm() {
        StepResponse ringing = new SeriesRlc(0.6, 1, 1);
        StepResponse line = new LossyLine(50, 50, 10e-9, 1e-12, 0.1e-12);
        agree(rc(1), new Noise(0.5, 0), 1);
        agree(rc(0.6), new Noise(0.2, 0), 2);
        agree(rc(0.6), new Noise(0, 0), 3);
        agree(rc(1), new Noise(0.3, 0.05), 4);
        agree(rc(0.8), new Noise(0.05, 0.1), 5);
        agree(new Link(Driver.of(1, 0.4), ringing, Receiver.atEndOfBit(0.5)), new Noise(0.15, 0.1), 6);
        agree(new Link(Driver.of(1, 5e9), line, new Receiver(0.5, 0.5, 1.25)), new Noise(0.1, 5e-12), 7);
    }

    /** Without interference the rate is the Gaussian tail of half the swing. */
    @Test
    void aSlowClockLeavesOnlyTheNoise() {
        assertEquals(
                GaussianTail.probability(2.5 / 0.5),
                new ErrorRate(rc(30), new Noise(0.5, 0)).probability(),
                1e-6 * 2.9e-7);
    }

    /** Without noise the rate is the share of patterns that fail: at 0.6927 of tau only the all-zero history kills a 1. */
    @Test
    void withoutNoiseOnlyPatternsFail() {
        assertEquals(0, new ErrorRate(rc(0.694), Noise.NONE).probability(), 0);
        assertTrue(new ErrorRate(rc(0.692), Noise.NONE).probability() > 0);
    }

    @Property(tries = 25)
    void moreNoiseOrClockIsNeverBetterWhileTheEyeIsOpen(
            @ForAll @DoubleRange(min = 0.9, max = 4) double period,
            @ForAll @DoubleRange(min = 0.05, max = 1) double volts) {
        double here = new ErrorRate(rc(period), new Noise(volts, 0)).probability();
        assertTrue(new ErrorRate(rc(period), new Noise(volts * 1.2, 0)).probability() >= here);
        assertTrue(new ErrorRate(rc(period / 1.1), new Noise(volts, 0)).probability() >= here);
    }

    @Test
    void theFastestClockMeetsItsTarget() {
        FastestClock silent = FastestClock.of(rc(10), Noise.NONE, 1e-12);
        assertEquals(1 / Math.log(2), silent.clockHertz(), 1e-6);
        assertEquals("interference", silent.limiter());
        FastestClock noisy = FastestClock.of(rc(10), new Noise(0.2, 0), 1e-12);
        assertTrue(noisy.clockHertz() < silent.clockHertz());
        assertEquals("noise", noisy.limiter());
        assertEquals(1e-12, noisy.errorProbability(), 1e-15);
        assertEquals(
                "jitter", FastestClock.of(rc(10), new Noise(0.01, 0.2), 1e-12).limiter());
        assertThrows(
                IllegalArgumentException.class,
                () -> FastestClock.of(rc(10).withReceiver(Receiver.atEndOfBit(6)), Noise.NONE, 1e-9));
    }

    @Test
    void theTableOfTailsIsTheTail() {
        for (double q = -9; q < 36; q += 0.0371) {
            double exact = GaussianTail.probability(q);
            assertEquals(exact, GaussianTail.fast(q), 1e-8 * exact);
        }
        assertEquals(7.034484, GaussianTail.quantile(1e-12), 1e-5);
    }

    @Test
    void wilsonsIntervalIsHonestAboutNoErrors() {
        // No error in 100 bits: at most 3.7% at 95% confidence.
        assertEquals(0.0370, ErrorCount.of(100, 0).highProbability(), 1e-4);
        assertEquals(0, ErrorCount.of(100, 0).lowProbability(), 0);
    }

    @Test
    void hysteresisHasNoClosedFormHereButASimulation() {
        Link link = rc(1).withReceiver(new Receiver(1, 4, 1));
        assertThrows(IllegalArgumentException.class, () -> new ErrorRate(link, Noise.NONE));
        assertTrue(ErrorCount.simulate(link, Noise.NONE, 1000, new SplittableRandom(1))
                        .errors()
                > 0);
    }
}
