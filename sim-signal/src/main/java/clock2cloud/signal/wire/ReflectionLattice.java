package clock2cloud.signal.wire;

import clock2cloud.signal.Domain;

/**
 * A lossless line between two resistances: each end sends part of the wave back.
 *
 * <p>Reflection {@code G = (R - Z0) / (R + Z0)} at each end; the launched wave is {@code V Z0 / (Rs + Z0)} and the far end
 * after n passes {@code vi (1 + GL) sum (Gs GL)^j}. The voltages are those of a step from {@code beforeVolts}, long
 * settled, to {@code afterVolts}. An open end is {@code loadOhms} infinite. Weste and Harris (2010), section 13.2.
 * Leaves out loss ({@link LossyLine}) and capacitance at the ends.
 */
public record ReflectionLattice(
        double beforeVolts,
        double afterVolts,
        double sourceOhms,
        double lineOhms,
        double loadOhms,
        double flightSeconds)
        implements StepResponse {
    public ReflectionLattice {
        Domain.require(
                Double.isFinite(beforeVolts) && Double.isFinite(afterVolts),
                "lattice: the step must be in finite volts");
        Domain.notNegative("lattice", "source resistance", sourceOhms, "ohm");
        Domain.positive("lattice", "line impedance", lineOhms, "ohm");
        Domain.require(loadOhms >= 0, "lattice: load resistance must be 0 ohm or more, got %s", loadOhms);
        Domain.positive("lattice", "time of flight", flightSeconds, "s");
    }

    /** What a wave that runs from {@code lineOhms} into {@code loadOhms} sends back. */
    public static double reflection(double lineOhms, double loadOhms) {
        return Double.isInfinite(loadOhms) ? 1 : (loadOhms - lineOhms) / (loadOhms + lineOhms);
    }

    public double sourceReflection() {
        return reflection(lineOhms, sourceOhms);
    }

    public double loadReflection() {
        return reflection(lineOhms, loadOhms);
    }

    /** The wave that the step launches into the line. */
    public double launchedVolts() {
        return (afterVolts - beforeVolts) * lineOhms / (sourceOhms + lineOhms);
    }

    private double settled(double volts) {
        return Double.isInfinite(loadOhms) ? volts : volts * loadOhms / (loadOhms + sourceOhms);
    }

    public double finalVolts() {
        return settled(afterVolts);
    }

    /** At the driver's end; 0 s is the step. */
    public double nearVolts(double seconds) {
        int echoes = (int) Math.floor(seconds / (2 * flightSeconds));
        if (seconds < 0) {
            return settled(beforeVolts);
        }
        double loop = sourceReflection() * loadReflection();
        return settled(beforeVolts)
                + launchedVolts() * (1 + loadReflection() * (1 + sourceReflection()) * series(loop, echoes));
    }

    /** At the load's end. */
    public double farVolts(double seconds) {
        int arrivals = (int) Math.floor((seconds / flightSeconds + 1) / 2);
        return settled(beforeVolts)
                + launchedVolts()
                        * (1 + loadReflection())
                        * series(sourceReflection() * loadReflection(), Math.max(arrivals, 0));
    }

    private static double series(double ratio, int terms) {
        return ratio == 1 ? terms : (1 - Math.pow(ratio, terms)) / (1 - ratio);
    }

    /** The far end as a fraction of the way from its settled voltage before to the one after. */
    @Override
    public double at(double seconds) {
        return (farVolts(seconds) - settled(beforeVolts)) / (finalVolts() - settled(beforeVolts));
    }
}
