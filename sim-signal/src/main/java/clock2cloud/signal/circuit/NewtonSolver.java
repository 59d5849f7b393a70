package clock2cloud.signal.circuit;

import clock2cloud.signal.sparse.SparseLu;
import java.util.Arrays;

/**
 * Newton's method on the equations of one step. Devices that have not moved keep what they stamped, and only the columns
 * that the others changed are factored again.
 */
final class NewtonSolver {
    /** After so many partial updates the sums are made afresh. */
    private static final int MOST_UPDATES = 2000;

    private final Equations equations;
    private final LinearPart part;
    private final Device[] devices;
    private final Device[] restless;
    private final RestingDevices resting;
    private final Stamps stamps;
    private final double[] right;
    private final double[] next;
    private SparseLu[] current = new SparseLu[0];
    private double shunt;
    private boolean cleared = true;
    private boolean whole;
    private int updates;
    private long iterations;
    private long factorisations;
    private int worst;

    NewtonSolver(Equations equations, LinearPart part) {
        this.equations = equations;
        this.part = part;
        devices = equations.devices.toArray(new Device[0]);
        restless = RestingDevices.restless(equations.devices);
        resting = new RestingDevices(equations.devices, equations.size);
        stamps = new Stamps(equations.size, equations.pattern.entries());
        right = new double[equations.size + 1];
        next = new double[equations.size + 1];
    }

    long iterations() {
        return iterations;
    }

    long factorisations() {
        return factorisations;
    }

    /** The unknown that moved most when Newton gave up. */
    int worst() {
        return worst;
    }

    /** The linear part has changed. */
    void forget() {
        cleared = true;
    }

    /** Sets the volts that a device may move before it is evaluated again. */
    void quiet(double volts) {
        stamps.quiet = volts;
    }

    /** How Newton is to go about it. */
    record Mode(Integrator rule, boolean steady, double gmin, double shunt, double relative, double volts, int most) {}

    /** Solves for {@code x} from the guess in it; false when it did not converge. */
    boolean solve(double[] b, Mode mode, double[] x) {
        prepare(mode);
        int n = equations.size;
        for (int i = 0; i < mode.most(); i++) {
            iterations++;
            stamps.limited = false;
            resting.load(x, stamps, mode.steady());
            factor();
            for (int k = 0; k < n; k++) {
                right[k] = b[k] + stamps.right[k];
            }
            current[0].solve(right, next);
            next[n] = 0;
            boolean near = near(x, mode) && !stamps.limited && (i > 0 || !mode.steady()) && hold(mode);
            System.arraycopy(next, 0, x, 0, n);
            if (!Double.isFinite(x[worst])) {
                Arrays.fill(x, 0);
                cleared = true;
                resting.wake();
                return false;
            }
            if (near || devices.length == 0) {
                return true;
            }
        }
        return false;
    }

    private void prepare(Mode mode) {
        stamps.rule = mode.rule();
        stamps.gmin = mode.gmin();
        double slope = mode.rule().slope();
        if (shunt == mode.shunt() && !cleared && updates < MOST_UPDATES) {
            if (part.holds(slope, mode.steady())) {
                return;
            }
            if (part.near(slope, mode.steady())) {
                part.move(slope, stamps.matrix);
                whole = true;
                return;
            }
        }
        stamps.clear(part.at(slope, mode.steady()));
        shunt = mode.shunt();
        for (int slot : equations.nodeDiagonal) {
            stamps.matrix[slot] += shunt;
        }
        for (Device device : devices) {
            device.again(stamps);
        }
        cleared = true;
        updates = 0;
    }

    private void factor() {
        if (current.length > 0) {
            SparseLu lu = current[0];
            if (!cleared && !whole && stamps.count == 0) {
                return;
            }
            factorisations++;
            updates++;
            boolean done = cleared || whole
                    ? lu.refactor(stamps.matrix)
                    : lu.refactor(stamps.matrix, stamps.changed, stamps.count);
            if (!done) {
                current = new SparseLu[] {part.factored(stamps.matrix)};
            }
        } else {
            factorisations++;
            current = new SparseLu[] {part.factored(stamps.matrix)};
        }
        stamps.settle();
        cleared = false;
        whole = false;
    }

    private boolean hold(Mode mode) {
        if (!mode.steady()) {
            for (Device device : restless) {
                if (!device.holds(next)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean near(double[] x, Mode mode) {
        double most = 0;
        int counted = mode.steady() ? equations.size : equations.nodes;
        double relative = mode.relative();
        for (int i = 0; i < counted; i++) {
            double floor = i < equations.nodes ? mode.volts() : mode.volts() * 1e-3;
            double allowed = relative * Math.max(Math.abs(next[i]), Math.abs(x[i])) + floor;
            double moved = Math.abs(next[i] - x[i]);
            if (!(moved <= most * allowed)) {
                most = moved / allowed;
                worst = i;
                if (!Double.isFinite(moved)) {
                    return false;
                }
            }
        }
        return most <= 1;
    }
}
