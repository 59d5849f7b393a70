package clock2cloud.signal.circuit;

/**
 * A rule that turns {@code i = dq/dt} into {@code i1 = slope q1 - history}, with
 * {@code history = now q0 + before q(-1) + current i0}.
 */
record Integrator(double slope, double now, double before, double current) {
    static final Integrator STEADY = new Integrator(0, 0, 0, 0);

    /** Backward Euler: order 1, damps everything. */
    static Integrator euler(double step) {
        return new Integrator(1 / step, 1 / step, 0, 0);
    }

    /** Trapezoidal rule: order 2, keeps the energy of an LC tank. */
    static Integrator trapezoidal(double step) {
        return new Integrator(2 / step, 2 / step, 0, 1);
    }

    /** Gear's second-order rule for a step and the one before it. */
    static Integrator gear(double step, double stepBefore) {
        double ratio = step / stepBefore;
        double slope = (1 + 2 * ratio) / (1 + ratio) / step;
        return new Integrator(slope, (1 + ratio) / step, -ratio * ratio / (1 + ratio) / step, 0);
    }
}
