package clock2cloud.signal.bits;

import clock2cloud.signal.Domain;
import java.util.random.RandomGenerator;

/**
 * Errors counted in a simulated run of fair random bits, with Wilson's 95% interval for the rate behind them.
 *
 * <p>Wilson, <i>J. Am. Stat. Assoc.</i> 22, 1927: honest even when no error was seen.
 */
public record ErrorCount(int bits, int errors, double lowProbability, double highProbability) {
    private static final double Z = 1.959963984540054;
    private static final int PHASES = 256;

    static ErrorCount of(int bits, int errors) {
        double p = (double) errors / bits;
        double z2 = Z * Z / bits;
        double centre = (p + z2 / 2) / (1 + z2);
        double half = Z / (1 + z2) * Math.sqrt(p * (1 - p) / bits + z2 / (4 * bits));
        return new ErrorCount(
                bits,
                errors,
                errors == 0 ? 0 : Math.max(0, centre - half),
                errors == bits ? 1 : Math.min(1, centre + half));
    }

    /** Sends {@code bits} random bits and compares what is read. */
    public static ErrorCount simulate(Link link, Noise noise, int bits, RandomGenerator random) {
        Domain.require(bits >= 1 && bits <= 100_000_000, "simulation: bits must be 1 to 100000000, got %d", bits);
        double phase = link.receiver().samplePhase();
        double jitter = noise.jitterSecondsRms() * link.driver().clockHertz();
        int memory = 8 + Taps.memory(link.wire(), link.driver().bitSeconds());
        int ahead = (int) Math.ceil(phase + 10 * jitter) + 1;
        Message message = Message.random(bits + memory + ahead, random);
        SampledWire wire = new SampledWire(link, message, phasesFor(phase, jitter));
        int errors = 0;
        boolean before = false;
        for (int i = 0; i < bits + memory; i++) {
            double position = i + phase + (jitter > 0 ? jitter * Gaussian.next(random) : 0);
            double volts = wire.at(position);
            if (noise.voltsRms() > 0) {
                volts += noise.voltsRms() * Gaussian.next(random);
            }
            before = link.receiver().reads(volts, before);
            if (i >= memory && before != message.bit(i)) {
                errors++;
            }
        }
        return of(bits, errors);
    }

    /** Without jitter few sub-phases do, if the sample falls on one of them. */
    private static int phasesFor(double phase, double jitter) {
        for (int n = 1; n <= 64 && jitter == 0; n++) {
            if (phase * n == Math.rint(phase * n)) {
                return n;
            }
        }
        return PHASES;
    }

    public double probability() {
        return (double) errors / bits;
    }

    /** The standard error of the count's rate were {@code probability} true. */
    public double standardError(double probability) {
        return Math.sqrt(probability * (1 - probability) / bits);
    }
}
