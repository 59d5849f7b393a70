package clock2cloud.signal.netlist;

/**
 * Charge of a graded junction: {@code C = C0 / (1 - v / VJ)^M} below {@code FC VJ}, a straight line above it.
 *
 * @param farads capacitance without bias
 */
public record Depletion(double farads, double junctionVolts, double grading, double forwardFraction) {
    public Depletion {
        if (!(farads >= 0 && junctionVolts > 0 && grading >= 0 && grading < 1)
                || !(forwardFraction >= 0 && forwardFraction < 1)) {
            throw new IllegalArgumentException("a junction needs C >= 0, VJ > 0, 0 <= M < 1 and 0 <= FC < 1, got C="
                    + farads + " VJ=" + junctionVolts + " M=" + grading + " FC=" + forwardFraction);
        }
    }

    /** The same junction with another zero-bias capacitance. */
    public Depletion withFarads(double other) {
        return new Depletion(other, junctionVolts, grading, forwardFraction);
    }

    public double charge(double volts) {
        double corner = forwardFraction * junctionVolts;
        if (volts < corner) {
            double left = 1 - volts / junctionVolts;
            return farads * junctionVolts * (1 - Math.pow(left, 1 - grading)) / (1 - grading);
        }
        double left = 1 - forwardFraction;
        double slope = farads * Math.pow(left, -grading);
        double bend = slope * grading / (junctionVolts * left);
        double past = volts - corner;
        return farads * junctionVolts * (1 - Math.pow(left, 1 - grading)) / (1 - grading)
                + past * (slope + past * bend / 2);
    }

    public double capacitance(double volts) {
        double corner = forwardFraction * junctionVolts;
        if (volts < corner) {
            return farads * Math.pow(1 - volts / junctionVolts, -grading);
        }
        double left = 1 - forwardFraction;
        double slope = farads * Math.pow(left, -grading);
        return slope * (1 + grading * (volts - corner) / (junctionVolts * left));
    }
}
