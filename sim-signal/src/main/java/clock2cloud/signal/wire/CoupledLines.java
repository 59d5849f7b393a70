package clock2cloud.signal.wire;

import clock2cloud.signal.Domain;

/**
 * Two equal wires side by side, exactly: their sum sees only the capacitance to ground, their difference that plus twice
 * the coupling.
 *
 * <p>A step on one alone is half the sum of the {@code even} and {@code odd} responses at its own end and half their
 * difference at its neighbour's. Bakoglu (1990), section 7.4. The Miller rule that counts the coupling 0, 1 or 2 times instead
 * when the neighbour moves along, rests, or moves against is exact but for the middle one.
 */
public record CoupledLines(StepResponse even, StepResponse odd, double scaleSeconds) {
    public CoupledLines {
        Domain.positive("coupled lines", "time scale", scaleSeconds, "s");
    }

    /** Distributed RC wires, each with {@code farads} to ground and {@code couplingFarads} to the other. */
    public static CoupledLines of(
            double driverOhms, double ohms, double farads, double couplingFarads, double loadFarads) {
        Domain.notNegative("coupled lines", "coupling", couplingFarads, "farad");
        DrivenLine odd = new DrivenLine(driverOhms, ohms, farads + 2 * couplingFarads, loadFarads);
        return new CoupledLines(new DrivenLine(driverOhms, ohms, farads, loadFarads), odd, odd.elmoreSeconds());
    }

    /** Half-swing delay when the neighbour makes the same step. */
    public double togetherSeconds() {
        return even.delaySeconds(0.5, scaleSeconds);
    }

    /** Half-swing delay when the neighbour rests. */
    public double quietSeconds() {
        StepResponse alone = t -> (even.at(t) + odd.at(t)) / 2;
        return alone.delaySeconds(0.5, scaleSeconds);
    }

    /** Half-swing delay when the neighbour steps the other way. */
    public double oppositeSeconds() {
        return odd.delaySeconds(0.5, scaleSeconds);
    }

    /** What a step on the neighbour does to a wire at rest, as a fraction of the swing. */
    public double noiseAt(double seconds) {
        return (even.at(seconds) - odd.at(seconds)) / 2;
    }

    /** When that noise is highest: golden-section search around the best of 400 samples. */
    public double noisePeakSeconds() {
        double step = scaleSeconds / 40;
        int best = 1;
        for (int i = 2; i <= 400; i++) {
            if (noiseAt(i * step) > noiseAt(best * step)) {
                best = i;
            }
        }
        double low = (best - 1) * step;
        double high = (best + 1) * step;
        double golden = (Math.sqrt(5) - 1) / 2;
        for (int i = 0; i < 60; i++) {
            double left = high - golden * (high - low);
            double right = low + golden * (high - low);
            if (noiseAt(left) < noiseAt(right)) {
                low = left;
            } else {
                high = right;
            }
        }
        return (low + high) / 2;
    }

    public double noisePeakFraction() {
        return noiseAt(noisePeakSeconds());
    }
}
