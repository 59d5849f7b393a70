package clock2cloud.signal.bits;

import clock2cloud.signal.Domain;

/**
 * The chance that a bit is misread, in closed form: every pattern of fair bits, weighed by the Gaussian tail of the noise.
 *
 * <p>{@code P = mean over patterns and jitter of Q(margin / sigma)}. The distribution of the interference is built tap by
 * tap; when it passes 4096 atoms, neighbours are merged with their mean kept. Jitter is a trapezoid over plus and minus 8
 * standard deviations. Stojanovic and Horowitz, CICC 2003. One threshold only: with hysteresis the answer depends on the
 * bit before, and only {@link ErrorCount} gives it.
 */
public final class ErrorRate {
    private static final int JITTER_NODES = 20;
    private static final double JITTER_REACH = 8;

    private final Link link;
    private final Noise noise;
    private final int memory;

    public ErrorRate(Link link, Noise noise) {
        Domain.require(
                link.receiver().lowVolts() == link.receiver().highVolts(),
                "error rate in closed form: needs one threshold, got %s V and %s V",
                link.receiver().lowVolts(),
                link.receiver().highVolts());
        this.link = link;
        this.noise = noise;
        this.memory = Taps.memory(link.wire(), link.driver().bitSeconds());
    }

    /** At the receiver's own sample phase. */
    public double probability() {
        return probability(link.receiver().samplePhase());
    }

    public double probability(double phase) {
        double jitter = noise.jitterSecondsRms() * link.driver().clockHertz();
        if (jitter == 0) {
            return withoutJitter(phase);
        }
        double sum = 0;
        double weights = 0;
        for (int i = -JITTER_NODES; i <= JITTER_NODES; i++) {
            double deviation = JITTER_REACH * i / JITTER_NODES;
            double weight = Math.exp(-deviation * deviation / 2);
            weights += weight;
            sum += weight * withoutJitter(phase + deviation * jitter);
        }
        return sum / weights;
    }

    private double withoutJitter(double phase) {
        if (phase <= 0) {
            return 0.5;
        }
        Taps taps = Taps.at(link, phase, memory);
        Interference interference = Interference.of(taps);
        double threshold = link.receiver().highVolts() - link.driver().lowVolts();
        double error = 0;
        for (int i = 0; i < interference.size(); i++) {
            double volts = interference.volts(i);
            error += interference.chance(i)
                    * (below(volts + taps.cursor() - threshold) + below(threshold - volts - 3 * Receiver.SLACK_VOLTS));
        }
        return error / 2;
    }

    /** The chance that noise eats {@code margin}. */
    private double below(double margin) {
        if (noise.voltsRms() == 0) {
            return margin >= -Receiver.SLACK_VOLTS ? 0 : 1;
        }
        return GaussianTail.fast(margin / noise.voltsRms());
    }
}
