package clock2cloud.signal.bits;

import clock2cloud.signal.Domain;

/**
 * Decides once a bit: 1 at {@code highVolts} or above, 0 at {@code lowVolts} or below, and in between what it said before.
 *
 * <p>With one threshold both are equal; a value on it, to a billionth of a volt, reads 1.
 * {@code samplePhase} is when it looks, in bits after the bit's start: 0.5 in its middle, 1 at its end, more for a wire
 * that takes longer than a bit to arrive.
 */
public record Receiver(double lowVolts, double highVolts, double samplePhase) {
    static final double SLACK_VOLTS = 1e-9;

    public Receiver {
        Domain.require(
                lowVolts <= highVolts && Math.abs(lowVolts) < 1e9 && Math.abs(highVolts) < 1e9,
                "receiver: the low threshold must not be above the high one, got %s V and %s V",
                lowVolts,
                highVolts);
        Domain.require(
                samplePhase > 0 && samplePhase <= 1000,
                "receiver: sample phase must be in (0, 1000] bits, got %s",
                samplePhase);
    }

    /** One threshold, looking at the end of each bit. */
    public static Receiver atEndOfBit(double thresholdVolts) {
        return new Receiver(thresholdVolts, thresholdVolts, 1);
    }

    public Receiver withSamplePhase(double phase) {
        return new Receiver(lowVolts, highVolts, phase);
    }

    boolean reads(double volts, boolean before) {
        return volts >= highVolts - SLACK_VOLTS || (before && volts > lowVolts + SLACK_VOLTS);
    }
}
