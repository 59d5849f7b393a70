package clock2cloud.signal.circuit;

/** One charge of a nonlinear device, and the current that it made. */
final class Charge {
    private double coulombs;
    private double before;
    private double amperes;
    private double history;

    void start(double q) {
        coulombs = q;
        before = q;
        amperes = 0;
    }

    double coulombs() {
        return coulombs;
    }

    void begin(Integrator rule) {
        history = rule.now() * coulombs + rule.before() * before + rule.current() * amperes;
    }

    double current(Integrator rule, double q) {
        return rule.slope() * q - history;
    }

    void accept(Integrator rule, double q) {
        amperes = current(rule, q);
        before = coulombs;
        coulombs = q;
    }
}
