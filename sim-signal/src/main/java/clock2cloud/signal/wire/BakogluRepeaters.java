package clock2cloud.signal.wire;

import clock2cloud.signal.Domain;

/**
 * A long RC wire cut into k stages, each driven by an inverter h times the smallest.
 *
 * <p>{@code T = k (0.7 R0/h (C/k + h C0) + R/k (0.4 C/k + 0.7 h C0))}, least at {@code k = sqrt(0.4 RC / (0.7 R0 C0))},
 * {@code h = sqrt(R0 C / (R C0))}, where {@code T = (2 sqrt(0.28) + 1.4) sqrt(R0 C0 R C)}, 2.4583, which the book rounds
 * to 2.5. Bakoglu and Meindl, <i>IEEE TED</i> 32(5) 1985. Leaves out the inverters' own output capacitance, input slope
 * and the even k that keeps the bit's sign.
 */
public record BakogluRepeaters(double ohms, double farads, double gateOhms, double gateFarads) {
    private static final double STEP = 0.7;
    private static final double WIRE = 0.4;

    public BakogluRepeaters {
        Domain.positive("repeaters", "wire resistance", ohms, "ohm");
        Domain.positive("repeaters", "wire capacitance", farads, "farad");
        Domain.positive("repeaters", "gate resistance", gateOhms, "ohm");
        Domain.positive("repeaters", "gate capacitance", gateFarads, "farad");
    }

    /** The best k, not yet rounded. */
    public double bestCount() {
        return Math.sqrt(WIRE * ohms * farads / (STEP * gateOhms * gateFarads));
    }

    /** The best h. */
    public double bestSize() {
        return Math.sqrt(gateOhms * farads / (ohms * gateFarads));
    }

    /** The best whole k for the best h. */
    public int count() {
        int below = Math.max(1, (int) Math.floor(bestCount()));
        return delaySeconds(below, bestSize()) <= delaySeconds(below + 1, bestSize()) ? below : below + 1;
    }

    /** Half-swing delay with {@code count} stages of {@code size}. */
    public double delaySeconds(double count, double size) {
        Domain.positive("repeaters", "count", count, "stages");
        Domain.positive("repeaters", "size", size, "times the smallest");
        double load = size * gateFarads;
        return count
                * (STEP * gateOhms / size * (farads / count + load)
                        + ohms / count * (WIRE * farads / count + STEP * load));
    }

    /** The delay at the best k and h: {@code 2.4583 sqrt(R0 C0 R C)}. */
    public double bestDelaySeconds() {
        return (2 * Math.sqrt(STEP * WIRE) + 2 * STEP) * Math.sqrt(gateOhms * gateFarads * ohms * farads);
    }

    /** The book's round figure, {@code 2.5 sqrt(R0 C0 R C)}. */
    public double roundedDelaySeconds() {
        return 2.5 * Math.sqrt(gateOhms * gateFarads * ohms * farads);
    }

    /** The same stages with each stage's distributed line solved exactly. */
    public double exactDelaySeconds(int count, double size) {
        return count
                * new DrivenLine(gateOhms / size, ohms / count, farads / count, size * gateFarads).delaySeconds(0.5);
    }

    /** How far the formula is from exact for {@code count} stages of {@code size}. */
    public double errorFraction(int count, double size) {
        return delaySeconds(count, size) / exactDelaySeconds(count, size) - 1;
    }

    /** Energy a full swing draws: the wire and all the gates, {@code (C + k h C0) V^2}. */
    public double joulesPerSwing(int count, double size, double volts) {
        return (farads + count * size * gateFarads) * volts * volts;
    }
}
