package clock2cloud.signal.bits;

import clock2cloud.signal.Domain;
import clock2cloud.signal.wire.StepResponse;

/**
 * How much of each bit is in one sample: {@code h_k = s((p + k) T) - s((p + k - 1) T)}, the pulse response at the sample's
 * phase p.
 *
 * <p>{@code volts[i]} is the share of the bit {@code first + i} places before the one that is read, at full swing; the
 * main cursor, {@code h_0}, is that bit's own.
 */
final class Taps {
    static final int LONGEST = 4096;

    private final double[] volts;
    private final int first;

    private Taps(double[] volts, int first) {
        this.volts = volts;
        this.first = first;
    }

    int length() {
        return volts.length;
    }

    double volts(int i) {
        return volts[i];
    }

    int first() {
        return first;
    }

    /** Bits that a wire remembers: after so many its step has settled. */
    static int memory(StepResponse wire, double bitSeconds) {
        int steps = wire.settlingSteps(bitSeconds, LONGEST);
        Domain.require(
                steps <= LONGEST,
                "the wire is too slow for a bit of %s s: not settled after %d bits",
                bitSeconds,
                LONGEST);
        return steps + 1;
    }

    static boolean settles(StepResponse wire, double bitSeconds) {
        return wire.settlingSteps(bitSeconds, LONGEST) <= LONGEST;
    }

    static Taps at(Link link, double phase, int memory) {
        double bit = link.driver().bitSeconds();
        int first = -(int) Math.ceil(phase) + 1;
        double[] volts = new double[memory + 1 - first];
        double before = link.wire().at((phase + first - 1) * bit);
        for (int i = 0; i < volts.length; i++) {
            double after = link.wire().at((phase + first + i) * bit);
            volts[i] = (after - before) * link.driver().swingVolts();
            before = after;
        }
        return new Taps(volts, first);
    }

    double cursor() {
        return -first < volts.length ? volts[-first] : 0;
    }

    /** The most that the other bits can add. */
    double highestInterference() {
        return others(true);
    }

    /** The most that the other bits can take away, as a negative number. */
    double lowestInterference() {
        return others(false);
    }

    private double others(boolean positive) {
        double sum = 0;
        for (int i = 0; i < volts.length; i++) {
            if (i != -first && volts[i] > 0 == positive) {
                sum += volts[i];
            }
        }
        return sum;
    }
}
