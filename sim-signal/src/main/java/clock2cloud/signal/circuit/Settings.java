package clock2cloud.signal.circuit;

import clock2cloud.signal.netlist.Netlist;

/**
 * How exact a transient analysis is.
 *
 * @param method the integration rule
 * @param linearErrorFraction largest error of one step, as a share of the swing, in linear circuits of up to twenty
 *     unknowns, a hundred times that where there are lines; it grows with the square of the unknowns, up to 900 times where waves or oscillations carry an error along
 *     and up to 50,000 times in circuits of R and C, which forget it
 * @param nonlinearErrorFraction the same for circuits with diodes or transistors of forty unknowns; a tenth of it in the
 *     smallest, twice in the largest, and a twentieth of that where inductors ring and carry an error along
 * @param longestStepSeconds no step is longer, whatever the deck says
 */
public record Settings(
        Method method, double linearErrorFraction, double nonlinearErrorFraction, double longestStepSeconds) {
    /** Integration rules of order 2. */
    public enum Method {
        TRAPEZOIDAL,
        GEAR
    }

    public static final Settings STANDARD = new Settings(Method.TRAPEZOIDAL, 1e-8, 2e-5, Double.POSITIVE_INFINITY);

    /** Steps of one length between corners, without error control: to watch the order of convergence. */
    public static Settings fixedStep(double seconds) {
        return new Settings(Method.TRAPEZOIDAL, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, seconds);
    }

    public Settings withMethod(Method other) {
        return new Settings(other, linearErrorFraction, nonlinearErrorFraction, longestStepSeconds);
    }

    /** As the deck's {@code .options} want it: the method, and a tighter tolerance than SPICE's 1e-3. */
    public Settings with(Netlist.Options options) {
        double share = Math.min(1, options.relativeTolerance() / 1e-3);
        return new Settings(
                options.gear() ? Method.GEAR : method,
                linearErrorFraction * share,
                nonlinearErrorFraction * share,
                longestStepSeconds);
    }

    /** The error that one step may make, as a share of the swing. */
    double errorFraction(Equations equations) {
        if (equations.linear()) {
            double crowd = equations.size / 20.0;
            double most = equations.remembers() ? equations.lines.isEmpty() ? 200 : 900 : 5e4;
            return linearErrorFraction * Math.min(most, Math.max(equations.lines.isEmpty() ? 1 : 100, crowd * crowd));
        }
        double ringing = equations.inductive() ? 0.05 : 1;
        return nonlinearErrorFraction * ringing * Math.min(2, Math.max(0.1, equations.size / 40.0));
    }

    /**
     * Whether steps are taken by the rule of order 4: in linear circuits that ring, whose errors add up, and in small ones. Large
     * circuits of R and C forget their errors, so that there a rule with cheaper steps does.
     */
    boolean fourth(Equations equations) {
        return controlled()
                && method == Method.TRAPEZOIDAL
                && equations.linear()
                && equations.lines.isEmpty()
                && (equations.remembers() || equations.size <= 1000);
    }

    boolean controlled() {
        return linearErrorFraction < Double.POSITIVE_INFINITY;
    }
}
