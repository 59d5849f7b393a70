package clock2cloud.signal.wall;

import clock2cloud.signal.Domain;

/**
 * Power lost by transistors that are off: {@code P = W V I0 10^(-VT / S)}.
 *
 * <p>I0 is the current at threshold a metre of width, S the swing of a decade, 60 mV at best at room temperature and about
 * 100 mV in practice, growing with absolute temperature: each 100 mV off the threshold costs ten times the leakage, which is
 * why supply voltages stopped falling. Weste and Harris (2010), eq. 5.27. Leaves out gate and junction leakage.
 */
public record LeakagePower(
        double widthMetres,
        double supplyVolts,
        double amperesPerMetreAtThreshold,
        double thresholdVolts,
        double voltsPerDecade) {
    public LeakagePower {
        Domain.notNegative("leakage", "width", widthMetres, "m");
        Domain.notNegative("leakage", "supply", supplyVolts, "V");
        Domain.positive("leakage", "current at threshold", amperesPerMetreAtThreshold, "A/m");
        Domain.require(Double.isFinite(thresholdVolts), "leakage: threshold must be finite");
        Domain.positive("leakage", "swing of a decade", voltsPerDecade, "V");
    }

    public double amperes() {
        return widthMetres * amperesPerMetreAtThreshold * Math.pow(10, -thresholdVolts / voltsPerDecade);
    }

    public double watts() {
        return supplyVolts * amperes();
    }

    /** The same transistors with a swing that grows with absolute temperature. */
    public LeakagePower at(double kelvin, double referenceKelvin) {
        Domain.positive("leakage", "temperature", kelvin, "K");
        Domain.positive("leakage", "reference temperature", referenceKelvin, "K");
        return new LeakagePower(
                widthMetres,
                supplyVolts,
                amperesPerMetreAtThreshold,
                thresholdVolts,
                voltsPerDecade * kelvin / referenceKelvin);
    }
}
