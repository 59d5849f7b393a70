package clock2cloud.signal.circuit;

import clock2cloud.signal.sparse.SingularMatrixException;
import clock2cloud.signal.sparse.SparseLu;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Solves one step's equations: by one pair of triangles when they are linear, by Newton when they are not. */
final class Solver {
    /** Cached factors hold at most about this many entries together. */
    private static final long CACHE_ENTRIES = 40_000_000L;

    private final Equations equations;
    private final int[] order;
    private final Map<Double, SparseLu> factors = new LinkedHashMap<>(16, 0.75f, true);
    private final Device.Stamp stamp = new Device.Stamp();
    private final double[] matrix;
    private final double[] right;
    private final double[] next;
    private double[] base = new double[0];
    private double baseSlope = Double.NaN;
    private boolean baseSteady;
    private SparseLu[] current = new SparseLu[0];
    private double[] movingG;
    private double[] steadyG;
    private long iterations;
    private long factorisations;
    private int worst;

    Solver(Equations equations) {
        this.equations = equations;
        order = SparseLu.order(equations.pattern, equations.partner);
        matrix = new double[equations.pattern.entries() + 1];
        right = new double[equations.size + 1];
        next = new double[equations.size + 1];
        movingG = equations.movingG;
        steadyG = equations.steadyG;
        switched();
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

    /** Switches have changed: the linear part is another one. */
    void switched() {
        movingG = equations.movingG.clone();
        steadyG = equations.steadyG.clone();
        for (SwitchDevice s : equations.switches) {
            s.stamp(movingG);
            s.stamp(steadyG);
        }
        factors.clear();
        baseSlope = Double.NaN;
    }

    private double[] base(double slope, boolean steady) {
        if (slope != baseSlope || steady != baseSteady || base.length == 0) {
            double[] g = steady ? steadyG : movingG;
            base = new double[matrix.length];
            for (int i = 0; i < base.length; i++) {
                base[i] = g[i] + slope * equations.storage[i];
            }
            baseSlope = slope;
            baseSteady = steady;
        }
        return base;
    }

    private SparseLu factored(double[] values) {
        factorisations++;
        if (current.length > 0) {
            SparseLu lu = current[0];
            if (lu.refactor(values)) {
                return lu;
            }
        }
        SparseLu fresh = fresh(values);
        current = new SparseLu[] {fresh};
        return fresh;
    }

    private SparseLu fresh(double[] values) {
        try {
            return SparseLu.factor(equations.pattern, values, order, equations.partner);
        } catch (SingularMatrixException e) {
            throw equations.refused(
                    e.column(), "is not fixed by the circuit: look for a floating part or a loop of voltage sources");
        }
    }

    /** Linear circuits: {@code (G + slope C) x = b}; factors are kept by slope. */
    void linear(double[] b, double slope, double[] x) {
        SparseLu lu = factors.get(slope);
        if (lu == null) {
            lu = newFactors(slope);
            factors.put(slope, lu);
        }
        lu.solve(b, x);
        x[equations.size] = 0;
    }

    private SparseLu newFactors(double slope) {
        double[] values = base(slope, false);
        factorisations++;
        Iterator<SparseLu> any = factors.values().iterator();
        if (any.hasNext()) {
            SparseLu oldest = any.next();
            boolean full = (long) (factors.size() + 1) * oldest.entries() > CACHE_ENTRIES && factors.size() > 2;
            SparseLu lu = full ? oldest : oldest.twin();
            if (full) {
                any.remove();
            }
            if (lu.refactor(values)) {
                return lu;
            }
        }
        return fresh(values);
    }

    /** How Newton is to go about it. */
    record Mode(Integrator rule, boolean steady, double gmin, double shunt, double relative, double volts, int most) {}

    /** Solves for {@code x} from the guess in it; false when it did not converge. */
    boolean newton(double[] b, Mode mode, double[] x) {
        double[] linearPart = base(mode.rule().slope(), mode.steady());
        stamp.matrix = matrix;
        stamp.right = right;
        stamp.rule = mode.rule();
        stamp.gmin = mode.gmin();
        int n = equations.size;
        for (int i = 0; i < mode.most(); i++) {
            iterations++;
            System.arraycopy(linearPart, 0, matrix, 0, matrix.length);
            System.arraycopy(b, 0, right, 0, n + 1);
            if (mode.shunt() > 0) {
                for (int slot : equations.nodeDiagonal) {
                    matrix[slot] += mode.shunt();
                }
            }
            stamp.limited = false;
            for (Device device : equations.devices) {
                device.load(x, stamp);
            }
            factored(matrix).solve(right, next);
            next[n] = 0;
            boolean near = near(x, mode) && !stamp.limited && (i > 0 || !mode.steady());
            System.arraycopy(next, 0, x, 0, n);
            if (!Double.isFinite(x[worst])) {
                Arrays.fill(x, 0);
                return false;
            }
            if (near || equations.devices.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean near(double[] x, Mode mode) {
        double most = 0;
        int counted = mode.steady() ? equations.size : equations.nodes;
        for (int i = 0; i < counted; i++) {
            double floor = i < equations.nodes ? mode.volts() : mode.volts() * 1e-3;
            double moved =
                    Math.abs(next[i] - x[i]) / (mode.relative() * Math.max(Math.abs(next[i]), Math.abs(x[i])) + floor);
            if (!(moved <= most)) {
                most = moved;
                worst = i;
            }
        }
        return most <= 1;
    }
}
