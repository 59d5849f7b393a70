package clock2cloud.signal.logic;

import clock2cloud.signal.Domain;

/**
 * Delay of a gate whose transistor saturates at {@code I = B (V - VT)^alpha}:
 * {@code t = (1/2 - (1 - VT/VDD) / (1 + alpha)) tT + C VDD / (2 I)}.
 *
 * <p>alpha 2 is the long channel, 1.3 a short one. Sakurai and Newton, <i>IEEE JSSC</i> 25(2) 1990, eqs. 11 and 13. Within
 * 5% of SPICE for inputs that rise faster than the output falls; leaves out channel-length modulation and the other
 * transistor's current.
 */
public record AlphaPowerGate(
        double alpha,
        double thresholdVolts,
        double supplyVolts,
        double saturationAmperes,
        double loadFarads,
        double inputSeconds) {
    public AlphaPowerGate {
        Domain.require(alpha >= 1 && alpha <= 2, "alpha-power gate: alpha must be 1 to 2, got %s", alpha);
        Domain.notNegative("alpha-power gate", "threshold", thresholdVolts, "V");
        Domain.require(
                supplyVolts > thresholdVolts && supplyVolts < 1e6,
                "alpha-power gate: the supply (%s V) must be above the threshold (%s V)",
                supplyVolts,
                thresholdVolts);
        Domain.positive("alpha-power gate", "saturation current", saturationAmperes, "A");
        Domain.positive("alpha-power gate", "load", loadFarads, "farad");
        Domain.notNegative("alpha-power gate", "input transition", inputSeconds, "s");
    }

    /** {@code I = B (V - VT)^alpha}, with B in ampere per volt to the alpha. */
    public static double saturationAmperes(double b, double alpha, double thresholdVolts, double supplyVolts) {
        Domain.require(supplyVolts > thresholdVolts, "alpha-power gate: the supply must be above the threshold");
        return b * Math.pow(supplyVolts - thresholdVolts, alpha);
    }

    public double delaySeconds() {
        double ramp = 0.5 - (1 - thresholdVolts / supplyVolts) / (1 + alpha);
        return ramp * inputSeconds + loadFarads * supplyVolts / (2 * saturationAmperes);
    }

    public double highestToggleHertz() {
        return 1 / (2 * delaySeconds());
    }
}
