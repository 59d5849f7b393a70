package clock2cloud.signal.circuit;

/**
 * How exact a transient analysis is.
 *
 * @param method the integration rule
 * @param linearErrorFraction largest error of one step, as a share of the swing, in linear circuits of up to twenty
 *     unknowns; it grows with the circuit up to 250 times
 * @param nonlinearErrorFraction the same for circuits with diodes or transistors
 * @param longestStepSeconds no step is longer, whatever the deck says
 */
public record Settings(
        Method method, double linearErrorFraction, double nonlinearErrorFraction, double longestStepSeconds) {
    /** Integration rules of order 2. */
    public enum Method {
        TRAPEZOIDAL,
        GEAR
    }

    public static final Settings STANDARD = new Settings(Method.TRAPEZOIDAL, 2e-7, 2e-5, Double.POSITIVE_INFINITY);

    /** Steps of one length between corners, without error control: to watch the order of convergence. */
    public static Settings fixedStep(double seconds) {
        return new Settings(Method.TRAPEZOIDAL, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, seconds);
    }

    public Settings withMethod(Method other) {
        return new Settings(other, linearErrorFraction, nonlinearErrorFraction, longestStepSeconds);
    }

    boolean controlled() {
        return linearErrorFraction < Double.POSITIVE_INFINITY;
    }
}
