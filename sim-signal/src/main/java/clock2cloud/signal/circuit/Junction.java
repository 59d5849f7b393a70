package clock2cloud.signal.circuit;

/** A pn junction's current and conductance, and Nagel's limit on how far an iterate may move it. */
final class Junction {
    static final double THERMAL_VOLTS = 1.380649e-23 * 300.15 / 1.602176634e-19;

    private final double saturation;
    private final double slopeVolts;
    private final double critical;
    private final double breakdown;
    private double lastVolts = Double.NaN;
    private double lastGmin;
    double amperes;
    double siemens;

    /** {@code breakdown} is infinite when there is none. */
    Junction(double saturation, double emission, double breakdown) {
        this.saturation = saturation;
        this.breakdown = breakdown;
        slopeVolts = emission * THERMAL_VOLTS;
        critical = saturation > 0 ? slopeVolts * Math.log(slopeVolts / (Math.sqrt(2) * saturation)) : 1e3;
    }

    void evaluate(double v, double gmin) {
        if (v == lastVolts && gmin == lastGmin) {
            return;
        }
        lastVolts = v;
        lastGmin = gmin;
        if (v >= -3 * slopeVolts) {
            double e = Math.exp(Math.min(v / slopeVolts, 300));
            amperes = saturation * (e - 1) + gmin * v;
            siemens = saturation * e / slopeVolts + gmin;
        } else if (v >= -breakdown) {
            double c = 3 * slopeVolts / (v * Math.E);
            double cube = c * c * c;
            amperes = -saturation * (1 + cube) + gmin * v;
            siemens = saturation * 3 * cube / v + gmin;
        } else {
            double e = Math.exp(Math.min(-(breakdown + v) / slopeVolts, 300));
            amperes = -saturation * e + gmin * v;
            siemens = saturation * e / slopeVolts + gmin;
        }
    }

    /** Whether {@link #limit} lets these volts be, from wherever they are reached; without breakdown. */
    boolean free(double wanted) {
        return wanted <= critical;
    }

    /** Whether the straight line at {@code from}, evaluated last, still gives the current at {@code to}. */
    boolean holds(double from, double to) {
        if (Math.abs(to - from) < 1e-3) {
            return true;
        }
        double line = amperes + siemens * (to - from);
        boolean forward = to > -breakdown / 2;
        double e = Math.exp(Math.min((forward ? to : -(breakdown + to)) / slopeVolts, 300));
        double curve = forward ? saturation * (e - 1) : -saturation * e;
        return Math.abs(curve - line) <= 1e-3 * Math.abs(line) + 1e-9;
    }

    /** The volts at which to evaluate when the iterate asks for {@code wanted} after {@code old}. */
    double limit(double wanted, double old) {
        if (breakdown < Double.POSITIVE_INFINITY && wanted < Math.min(0, 10 * slopeVolts - breakdown)) {
            return -(forward(-(wanted + breakdown), -(old + breakdown)) + breakdown);
        }
        return forward(wanted, old);
    }

    private double forward(double wanted, double old) {
        if (wanted <= critical || Math.abs(wanted - old) <= 2 * slopeVolts) {
            return wanted;
        }
        if (old <= 0) {
            return slopeVolts * Math.log(wanted / slopeVolts);
        }
        double argument = 1 + (wanted - old) / slopeVolts;
        return argument > 0 ? old + slopeVolts * Math.log(argument) : critical;
    }
}
