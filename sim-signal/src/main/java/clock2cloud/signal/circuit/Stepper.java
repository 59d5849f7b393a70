package clock2cloud.signal.circuit;

/** One step of the integration after another: the right side from charges and currents, the answer, what it leaves. */
final class Stepper {
    /** What became of a step. */
    enum Outcome {
        TAKEN,
        REFUSED
    }

    private static final double NEWTON_RELATIVE = 3e-3;

    /** Where open diodes leave a node to rounding, Newton cannot come closer than this share of the volts. */
    private static final double ROUNDED = 1e-6;

    final Equations equations;
    final History history;
    final double[] x;
    double t;
    double error;
    long steps;
    long rejected;

    private final int size;
    private final LinearPart part;
    private final LinearSolver linear;
    private final LobattoStep lobatto;
    private final NewtonSolver newton;
    private final PseudoTransient jump;
    private final Device[] restless;
    private final LineDevice[] lines;
    private final double[] predicted;
    private final double[] right;
    private double[] charge;
    private double[] chargeNew;
    private double[] chargeBefore;
    private final double[] amperes;

    Stepper(Equations equations, History history) {
        this.equations = equations;
        this.history = history;
        size = equations.size;
        part = new LinearPart(equations);
        linear = new LinearSolver(equations, part);
        lobatto = new LobattoStep(equations, part);
        newton = new NewtonSolver(equations, part);
        jump = new PseudoTransient(equations, newton);
        restless = RestingDevices.restless(equations.devices);
        lines = equations.lines.toArray(new LineDevice[0]);
        x = new double[size + 1];
        predicted = new double[size + 1];
        right = new double[size + 1];
        charge = new double[size];
        chargeNew = new double[size];
        chargeBefore = new double[size];
        amperes = new double[size];
    }

    /** The state at time 0: the operating point, or what the deck says. */
    void start(boolean useInitialConditions) {
        if (useInitialConditions) {
            InitialConditions.set(equations, x, charge);
        } else {
            double[] found = new OperatingPoint(equations, newton, this::switched).solve();
            System.arraycopy(found, 0, x, 0, size + 1);
            equations.charges(x, charge);
        }
        for (Device device : equations.devices) {
            device.start(x);
        }
        double[] along = useInitialConditions ? new double[size + 1] : x;
        for (LineDevice line : lines) {
            line.start(along);
        }
        history.accept(0, x);
    }

    /** Switches have changed. */
    void switched() {
        part.switched();
        linear.forget();
        lobatto.forget();
        newton.forget();
    }

    /** A step without error control, the first ones after a corner; false when Newton fails. */
    boolean forced(Integrator rule, double tEnd) {
        begin(rule, tEnd);
        history.predict(tEnd, x);
        boolean found = solved(rule, 1e-9, 1e-11, 100)
                || solved(rule, ROUNDED, ROUNDED, 100)
                || jump.settle(right, rule, history.newest(), x);
        if (!found) {
            return false;
        }
        accept(rule, tEnd);
        return true;
    }

    /** The answer at {@code tEnd} and its {@link #error}; nothing is taken yet. */
    Outcome attempt(Integrator rule, double tEnd, double errorConstant) {
        begin(rule, tEnd);
        history.predict(tEnd, predicted);
        if (!equations.linear()) {
            System.arraycopy(predicted, 0, x, 0, size);
        }
        if (!solved(rule, NEWTON_RELATIVE, Math.max(1e-6, history.quietVolts()), 12)) {
            error = Double.POSITIVE_INFINITY;
            return Outcome.REFUSED;
        }
        newton.quiet(history.quietVolts());
        error = errorConstant > 0 ? history.error(tEnd, x, predicted, errorConstant) : 0;
        return error <= 1 ? Outcome.TAKEN : Outcome.REFUSED;
    }

    /** The same by the rule of order 4, in a linear circuit. */
    Outcome attemptFourth(double h, double tEnd) {
        history.predict(tEnd, predicted);
        lobatto.solve(h, tEnd, charge, amperes, x);
        error = history.error(tEnd, x, predicted, LobattoStep.ERROR_CONSTANT);
        return error <= 1 ? Outcome.TAKEN : Outcome.REFUSED;
    }

    /** Takes the last answer of {@link #attemptFourth}. */
    void acceptFourth(double h, double tEnd) {
        lobatto.accept(h, x, charge, amperes);
        history.passed(tEnd - h / 2, lobatto.middle);
        t = tEnd;
        steps++;
        history.accept(t, x);
    }

    /** How far the last answer lies above its prediction. */
    double deviation(int unknown) {
        return x[unknown] - predicted[unknown];
    }

    /** The unknown to blame when steps fail. */
    int worst() {
        return error == Double.POSITIVE_INFINITY ? newton.worst() : history.worst();
    }

    private void begin(Integrator rule, double tEnd) {
        double now = rule.now();
        double current = rule.current();
        for (int i = 0; i < size; i++) {
            right[i] = now * charge[i] + current * amperes[i];
        }
        if (rule.before() != 0) {
            for (int i = 0; i < size; i++) {
                right[i] += rule.before() * chargeBefore[i];
            }
        }
        equations.addSources(tEnd, 1, right);
        for (LineDevice line : lines) {
            right[line.firstBranch] += line.arriving(tEnd, 0);
            right[line.firstBranch + 1] += line.arriving(tEnd, 1);
        }
        for (Device device : restless) {
            device.begin(rule);
        }
    }

    private boolean solved(Integrator rule, double relative, double volts, int most) {
        if (equations.linear()) {
            linear.solve(right, rule.slope(), x);
            return true;
        }
        return newton.solve(right, new NewtonSolver.Mode(rule, false, 1e-12, 0, relative, volts, most), x);
    }

    /** Takes the last answer. */
    void accept(Integrator rule, double tEnd) {
        equations.charges(x, chargeNew);
        double slope = rule.slope();
        double now = rule.now();
        double before = rule.before();
        double current = rule.current();
        for (int i = 0; i < size; i++) {
            double q = chargeNew[i];
            amperes[i] = slope * q - now * charge[i] - before * chargeBefore[i] - current * amperes[i];
        }
        double[] reused = chargeBefore;
        chargeBefore = charge;
        charge = chargeNew;
        chargeNew = reused;
        for (Device device : restless) {
            device.accept(x, rule);
        }
        t = tEnd;
        steps++;
        for (LineDevice line : lines) {
            line.accept(t, x, false);
        }
        history.accept(t, x);
    }

    Waveforms.Effort effort() {
        boolean nothingNonlinear = equations.linear();
        return new Waveforms.Effort(
                size,
                steps,
                rejected,
                newton.iterations() + (nothingNonlinear ? steps : 0),
                newton.factorisations() + linear.factorisations() + lobatto.factorisations());
    }
}
