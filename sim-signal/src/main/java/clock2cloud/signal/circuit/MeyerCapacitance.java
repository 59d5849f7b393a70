package clock2cloud.signal.circuit;

/**
 * Gate capacitances of Meyer (1971) as SPICE 3 evaluates them, averaged over a step. They are not exactly derived from a
 * charge, so that charge is conserved only as the step shrinks.
 */
final class MeyerCapacitance {
    private static final double SMALLEST_SATURATION = 0.025;

    private final double oxideFarads;
    private final double phi;
    private final double[] farads = new double[3];
    private final double[] kept = new double[3];
    private final double[] volts = new double[3];
    private final double[] keptVolts = new double[3];

    MeyerCapacitance(double oxideFarads, double phi) {
        this.oxideFarads = oxideFarads;
        this.phi = phi;
    }

    /** Gate-source, gate-drain, gate-bulk at these volts. */
    void evaluate(double vgs, double vgd, double vgb, double on, double saturation, boolean forward) {
        volts[0] = vgs;
        volts[1] = vgd;
        volts[2] = vgb;
        int near = forward ? 0 : 1;
        double over = volts[near] - on;
        double drain = Math.abs(vgs - vgd);
        double knee = Math.max(saturation, SMALLEST_SATURATION);
        double bulk = over <= -phi ? oxideFarads : over <= 0 ? -over * oxideFarads / phi : 0;
        double source = 0;
        double far = 0;
        if (over > -phi / 2) {
            source = over <= 0 ? 2 * (over / (1.5 * phi) + 1.0 / 3) * oxideFarads : oxideFarads * 2 / 3;
            if (drain < knee) {
                double span = 2 * knee - drain;
                far = source * (1 - knee * knee / (span * span));
                source *= 1 - (knee - drain) * (knee - drain) / (span * span);
            }
        }
        farads[near] = source;
        farads[1 - near] = far;
        farads[2] = bulk;
    }

    /** What was evaluated last becomes the start of the next step, at these volts. */
    void keep(double vgs, double vgd, double vgb) {
        System.arraycopy(farads, 0, kept, 0, 3);
        keptVolts[0] = vgs;
        keptVolts[1] = vgd;
        keptVolts[2] = vgb;
    }

    double mean(int k) {
        return (farads[k] + kept[k]) / 2;
    }

    /** Coulombs that the step moves onto capacitance {@code k}. */
    double moved(int k) {
        return mean(k) * (volts[k] - keptVolts[k]);
    }
}
