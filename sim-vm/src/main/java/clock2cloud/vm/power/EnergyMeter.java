package clock2cloud.vm.power;

import static clock2cloud.vm.Domain.notNegative;

/** Adds up what a host draws. */
public final class EnergyMeter {
    private final PowerCurve curve;
    private double joules;

    public EnergyMeter(PowerCurve curve) {
        this.curve = curve;
    }

    /** So long at this utilisation. */
    public void spend(double seconds, double utilisationFraction) {
        joules += notNegative(seconds, "energy: time", "s") * curve.watts(utilisationFraction);
    }

    public double joules() {
        return joules;
    }
}
