package clock2cloud.signal.circuit;

/**
 * Lets a circuit whose nodes have no capacitance fall into its next state, as if each had a small one: a conductance holds every
 * node at where it was, and fades away as the nodes follow (pseudo-transient continuation, Kelley and Keyes 1998).
 */
final class PseudoTransient {
    private static final int MOST = 300;
    private static final double STIFFEST = 1e3;
    private static final double FAINTEST = 1e-12;

    private final Equations equations;
    private final NewtonSolver newton;

    PseudoTransient(Equations equations, NewtonSolver newton) {
        this.equations = equations;
        this.newton = newton;
    }

    /** Solves for {@code x} on the way that begins at {@code from}; false when it leads nowhere. */
    boolean settle(double[] b, Integrator rule, double[] from, double[] x) {
        double[] state = from.clone();
        double[] right = b.clone();
        double siemens = 1e-2;
        for (int i = 0; i < MOST && siemens > FAINTEST; i++) {
            for (int k = 0; k < equations.nodes; k++) {
                right[k] = b[k] + siemens * state[k];
            }
            System.arraycopy(state, 0, x, 0, state.length);
            if (newton.solve(right, new NewtonSolver.Mode(rule, false, 1e-12, siemens, 1e-6, 1e-9, 25), x)) {
                System.arraycopy(x, 0, state, 0, state.length);
                siemens /= 2;
            } else {
                siemens *= 8;
                if (siemens > STIFFEST) {
                    return false;
                }
            }
        }
        System.arraycopy(state, 0, x, 0, state.length);
        return siemens <= FAINTEST
                && (newton.solve(b, new NewtonSolver.Mode(rule, false, 1e-12, 0, 1e-9, 1e-11, 100), x)
                        || newton.solve(b, new NewtonSolver.Mode(rule, false, 1e-12, 0, 1e-6, 1e-6, 100), x));
    }
}
