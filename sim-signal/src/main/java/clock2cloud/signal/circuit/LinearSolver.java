package clock2cloud.signal.circuit;

import clock2cloud.signal.sparse.SparseLu;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Solves the steps of linear circuits, {@code (G + slope C) x = b}; factors are kept by slope. */
final class LinearSolver {
    /** Cached factors hold at most about this many entries together. */
    static final long CACHE_ENTRIES = 40_000_000L;

    static final int MOST_KEPT = 64;

    private final Equations equations;
    private final LinearPart part;
    private final Map<Double, SparseLu> factors = new LinkedHashMap<>(16, 0.75f, true);
    private double lastSlope = Double.NaN;
    private SparseLu[] last = new SparseLu[0];
    private long factorisations;

    LinearSolver(Equations equations, LinearPart part) {
        this.equations = equations;
        this.part = part;
    }

    long factorisations() {
        return factorisations;
    }

    /** The linear part has changed. */
    void forget() {
        factors.clear();
        lastSlope = Double.NaN;
    }

    void solve(double[] b, double slope, double[] x) {
        if (slope != lastSlope) {
            SparseLu lu = factors.get(slope);
            if (lu == null) {
                lu = newFactors(slope);
                factors.put(slope, lu);
            }
            last = new SparseLu[] {lu};
            lastSlope = slope;
        }
        last[0].solve(b, x);
        x[equations.size] = 0;
    }

    private SparseLu newFactors(double slope) {
        double[] values = part.at(slope, false);
        factorisations++;
        Iterator<SparseLu> any = factors.values().iterator();
        if (any.hasNext()) {
            SparseLu oldest = any.next();
            boolean full = factors.size() > 2
                    && (factors.size() >= MOST_KEPT || (long) (factors.size() + 1) * oldest.entries() > CACHE_ENTRIES);
            SparseLu lu = full ? oldest : oldest.twin();
            if (full) {
                any.remove();
            }
            if (lu.refactor(values)) {
                return lu;
            }
        }
        return part.factored(values);
    }
}
