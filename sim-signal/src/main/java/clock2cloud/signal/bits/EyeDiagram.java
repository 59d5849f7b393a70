package clock2cloud.signal.bits;

import clock2cloud.signal.Domain;
import java.util.random.RandomGenerator;

/**
 * All bits of a long random message drawn over each other: how often the wire was at each voltage at each phase of two bits.
 *
 * <p>Two bits wide. Noise is
 * added at every column anew; jitter moves a whole bit.
 */
public final class EyeDiagram {
    public static final int ROWS = 120;

    /** The eye of {@code bits} random bits; the rails are those at the receiver's sample phase, to the nearest column. */
    public static EyeDiagram simulate(Link link, Noise noise, int bits, int phases, RandomGenerator random) {
        Domain.require(bits >= 2 && bits <= 100_000_000, "eye: bits must be 2 to 100000000, got %d", bits);
        Domain.require(phases >= 2 && phases <= 1024, "eye: phases must be 2 to 1024 a bit, got %d", phases);
        return new Drawing(link, noise, bits, phases, random).draw();
    }

    private final int bits;
    private final double lowVolts;
    private final double highVolts;
    private final int[][] counts;
    private final double lowestOneVolts;
    private final double highestZeroVolts;

    private EyeDiagram(Drawing drawing) {
        bits = drawing.message.length() - drawing.start;
        lowVolts = drawing.low;
        highVolts = drawing.low + ROWS / drawing.scale;
        counts = drawing.counts;
        lowestOneVolts = drawing.lowestOne;
        highestZeroVolts = drawing.highestZero;
    }

    public int bits() {
        return bits;
    }

    /** Columns over two bits. */
    public int columns() {
        return counts.length;
    }

    /** How often the wire was in {@code row} (of {@link #ROWS}, from the lowest) at {@code column}. */
    public int count(int column, int row) {
        return counts[column][row];
    }

    public double lowVolts() {
        return lowVolts;
    }

    public double highVolts() {
        return highVolts;
    }

    public double lowestOneVolts() {
        return lowestOneVolts;
    }

    public double highestZeroVolts() {
        return highestZeroVolts;
    }

    public double openingVolts() {
        return lowestOneVolts - highestZeroVolts;
    }

    private static final class Drawing {
        private final Link link;
        private final Noise noise;
        private final int phases;
        private final RandomGenerator random;
        private final Message message;
        private final SampledWire wire;
        private final int start;
        private final double low;
        private final double scale;
        private final int[][] counts;
        private double lowestOne = Double.POSITIVE_INFINITY;
        private double highestZero = Double.NEGATIVE_INFINITY;

        Drawing(Link link, Noise noise, int bits, int phases, RandomGenerator random) {
            this.link = link;
            this.noise = noise;
            this.phases = phases;
            this.random = random;
            this.start = 8 + Taps.memory(link.wire(), link.driver().bitSeconds());
            this.message = Message.random(start + bits, random);
            this.wire = new SampledWire(link, message, phases);
            double margin = 0.1 * link.driver().swingVolts() + 5 * noise.voltsRms();
            this.low = link.driver().lowVolts() - margin;
            this.scale = ROWS / (link.driver().swingVolts() + 2 * margin);
            this.counts = new int[2 * phases][ROWS];
        }

        EyeDiagram draw() {
            double jitter = noise.jitterSecondsRms() * link.driver().clockHertz() * phases;
            int sample = (int) Math.round(link.receiver().samplePhase() * phases);
            double[] volts = new double[phases];
            for (int i = start; i < message.length(); i++) {
                wire.bit(i, volts);
                int shift = jitter == 0 ? 0 : (int) Math.rint(jitter * Gaussian.next(random));
                for (int j = 0; j < phases; j++) {
                    double v = volts[j] + (noise.voltsRms() == 0 ? 0 : noise.voltsRms() * Gaussian.next(random));
                    int column = Math.floorMod((i & 1) * phases + j + shift, 2 * phases);
                    counts[column][row(v)]++;
                    int late = j + shift - sample;
                    if (Math.floorMod(late, phases) == 0) {
                        rail(v, message.bit(i + Math.floorDiv(late, phases)));
                    }
                }
            }
            return new EyeDiagram(this);
        }

        private int row(double volts) {
            return (int) Math.max(0, Math.min(ROWS - 1, (volts - low) * scale));
        }

        private void rail(double volts, boolean one) {
            if (one) {
                lowestOne = Math.min(lowestOne, volts);
            } else {
                highestZero = Math.max(highestZero, volts);
            }
        }
    }
}
