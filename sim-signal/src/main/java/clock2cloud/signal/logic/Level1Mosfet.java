package clock2cloud.signal.logic;

import clock2cloud.signal.Domain;

/**
 * The square-law transistor: {@code I = K/2 (Vgs - VT)^2 (1 + lambda Vds)} saturated,
 * {@code K (Vov - Vds/2) Vds (1 + lambda Vds)} below, {@code K = KP W/L}.
 *
 * <p>Shichman and Hodges, <i>IEEE JSSC</i> 3(3) 1968. Leaves out subthreshold current, the body's effect and velocity
 * saturation.
 */
public record Level1Mosfet(
        double amperesPerVoltSquared, double widthToLengthRatio, double thresholdVolts, double lambdaPerVolt) {
    public Level1Mosfet {
        Domain.positive("level-1 transistor", "KP", amperesPerVoltSquared, "A/V^2");
        Domain.positive("level-1 transistor", "W/L", widthToLengthRatio, "");
        Domain.notNegative("level-1 transistor", "lambda", lambdaPerVolt, "1/V");
        Domain.require(Double.isFinite(thresholdVolts), "level-1 transistor: threshold must be finite");
    }

    private double gain() {
        return amperesPerVoltSquared * widthToLengthRatio;
    }

    /** Drain current at this gate and drain voltage, source at 0 V. */
    public double amperes(double gateVolts, double drainVolts) {
        double overdrive = gateVolts - thresholdVolts;
        if (overdrive <= 0) {
            return 0;
        }
        double modulation = 1 + lambdaPerVolt * drainVolts;
        return drainVolts >= overdrive
                ? gain() / 2 * overdrive * overdrive * modulation
                : gain() * (overdrive - drainVolts / 2) * drainVolts * modulation;
    }

    /**
     * A capacitor's voltage while this transistor (lambda counted as 0), its gate at {@code gateVolts}, empties it from
     * {@code startVolts}: a ramp while saturated, then {@code v = 2 Vov e^-x / (1 + e^-x)}, {@code x = K Vov t / C}.
     */
    public double dischargeVolts(double gateVolts, double startVolts, double farads, double seconds) {
        double overdrive = gateVolts - thresholdVolts;
        Domain.require(overdrive > 0, "discharge: the gate (%s V) must be above the threshold", gateVolts);
        Domain.positive("discharge", "capacitance", farads, "farad");
        double current = gain() / 2 * overdrive * overdrive;
        double rampSeconds = Math.max(0, (startVolts - overdrive) * farads / current);
        if (seconds <= rampSeconds) {
            return startVolts - current * Math.max(0, seconds) / farads;
        }
        double from = Math.min(startVolts, overdrive);
        double x = gain() * overdrive * (seconds - rampSeconds) / farads + Math.log((2 * overdrive - from) / from);
        double decay = Math.exp(-x);
        return 2 * overdrive * decay / (1 + decay);
    }
}
