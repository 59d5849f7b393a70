package clock2cloud.signal.sparse;

import java.util.Arrays;

/**
 * Factors A = L D U of a sparse matrix: columns in the order of {@link Ordering}, rows by threshold pivoting that prefers
 * the partner of each column (Gilbert and Peierls 1988). {@link #refactor} computes new factors on the same pattern and
 * with the same pivots, without any search, and if wanted only for the columns that a change reaches. Four columns of the
 * same structure are worked off at once.
 */
public final class SparseLu {
    /** A pivot may be this much smaller than the largest entry of its column if it keeps the order. */
    private static final double THRESHOLD = 1e-3;

    private static final double WORN_PIVOT = 1e-9;

    private final Triangles at;
    private final Substitution substitution;
    private final double[] work;
    private final double[] l;
    private final double[] inverse;
    private double[] u = {};
    private boolean[] stale = {};
    private boolean mirrored;

    private SparseLu(Triangles at, Substitution substitution) {
        this.at = at;
        this.substitution = substitution;
        work = substitution.work;
        l = new double[at.lRows.length];
        inverse = new double[at.n];
    }

    /** The order of elimination; it depends on the pattern only. {@code partner[j]} is the row to pivot column j on. */
    public static Ordering order(SparsePattern a, int[] partner) {
        return Ordering.of(a, partner);
    }

    /**
     * Factors from scratch.
     *
     * @throws SingularMatrixException naming the column that has no pivot
     */
    public static SparseLu factor(SparsePattern a, double[] values, Ordering order) {
        Triangles at = new Triangles(a, new Elimination(a, values, order, THRESHOLD).run());
        SparseLu lu = new SparseLu(at, new Substitution(at));
        lu.refactor(values);
        return lu;
    }

    /** An empty twin on the same pattern, for another set of values; the two share their scratch, so they belong to one thread. */
    public SparseLu twin() {
        return new SparseLu(at, substitution);
    }

    /** Empty complex factors on the same pattern, with the same pivots. */
    public ComplexLu complex() {
        return new ComplexLu(at);
    }

    /** Entries of both factors. */
    public int entries() {
        return l.length + at.rColumns.length + at.n;
    }

    /** New values, same pattern, same pivots; false when a pivot has worn out and {@link #factor} is needed. */
    public boolean refactor(double[] values) {
        mirrored = at.symmetric(values);
        Arrays.fill(work, 0);
        int[] below = substitution.below;
        if (mirrored) {
            System.arraycopy(at.lStarts, 0, below, 0, at.n);
        } else if (u.length == 0) {
            u = new double[at.rColumns.length];
        }
        for (int k = 0; k < at.n; k++) {
            if (!(mirrored ? mirroredColumn(k, values, below) : column(k, values))) {
                return false;
            }
        }
        return true;
    }

    /** The same when only these columns of A (the first {@code count}) have changed since the last time. */
    public boolean refactor(double[] values, int[] changed, int count) {
        if (mirrored) {
            return refactor(values);
        }
        if (stale.length == 0) {
            stale = new boolean[at.n];
        }
        Arrays.fill(work, 0);
        int from = at.n;
        for (int c = 0; c < count; c++) {
            int k = at.position[changed[c]];
            stale[k] = true;
            from = Math.min(from, k);
        }
        for (int k = from; k < at.n; k++) {
            if (stale[k]) {
                stale[k] = false;
                for (int p = at.rStarts[k], end = at.rStarts[k + 1]; p < end; p++) {
                    stale[at.rColumns[p]] = true;
                }
                if (!column(k, values)) {
                    Arrays.fill(stale, false);
                    return false;
                }
            }
        }
        return true;
    }

    /** Column {@code k} of both factors from those before it. */
    private boolean column(int k, double[] values) {
        double[] x = work;
        int[] positions = at.aPositions;
        int[] slots = at.aSlots;
        for (int p = at.aStarts[k], end = at.aStarts[k + 1]; p < end; p++) {
            x[positions[p]] = values[slots[p]];
        }
        int[] uRows = at.uRows;
        int[] uSlots = at.uSlots;
        for (int p = at.uStarts[k], end = at.uStarts[k + 1]; p < end; ) {
            int j = uRows[p];
            if (at.lRun[j] >= 3 && p + 3 < end && uRows[p + 3] == j + 3) {
                FourColumns.subtract(at, l, j, x);
                for (int q = 0; q < 4; q++) {
                    u[uSlots[p + q]] = x[j + q] * inverse[j + q];
                    x[j + q] = 0;
                }
                p += 4;
            } else {
                double v = x[j];
                x[j] = 0;
                u[uSlots[p]] = v * inverse[j];
                subtract(x, j, v);
                p++;
            }
        }
        return pivot(k, x);
    }

    /**
     * Column {@code k} of L alone, when U is its mirror: what is above the diagonal need not be worked out. {@code below[j]} is where
     * row {@code k} stands in column {@code j}.
     */
    private boolean mirroredColumn(int k, double[] values, int[] below) {
        double[] x = work;
        int[] positions = at.aPositions;
        int[] slots = at.aSlots;
        for (int p = at.aStarts[k], end = at.aStarts[k + 1]; p < end; p++) {
            if (positions[p] >= k) {
                x[positions[p]] = values[slots[p]];
            }
        }
        int[] uRows = at.uRows;
        int[] rows = at.lRows;
        for (int p = at.uStarts[k], end = at.uStarts[k + 1]; p < end; ) {
            int j = uRows[p];
            int a = below[j]++;
            if (at.lRun[j] >= 3 && p + 3 < end && uRows[p + 3] == j + 3) {
                int b = below[j + 1]++;
                int c = below[j + 2]++;
                int d = below[j + 3]++;
                double v0 = l[a] / inverse[j];
                double v1 = l[b] / inverse[j + 1];
                double v2 = l[c] / inverse[j + 2];
                double v3 = l[d] / inverse[j + 3];
                for (int q = 0, count = at.lStarts[j + 4] - d; q < count; q++) {
                    int row = rows[d + q];
                    double first = Math.fma(-l[b + q], v1, Math.fma(-l[a + q], v0, x[row]));
                    x[row] = first - Math.fma(l[d + q], v3, l[c + q] * v2);
                }
                p += 4;
            } else {
                double v = l[a] / inverse[j];
                for (int q = a, last = at.lStarts[j + 1]; q < last; q++) {
                    x[rows[q]] = Math.fma(-l[q], v, x[rows[q]]);
                }
                p++;
            }
        }
        return pivot(k, x);
    }

    private void subtract(double[] x, int j, double v) {
        int[] rows = at.lRows;
        for (int q = at.lStarts[j], end = at.lStarts[j + 1]; q < end; q++) {
            x[rows[q]] = Math.fma(-l[q], v, x[rows[q]]);
        }
    }

    private boolean pivot(int k, double[] x) {
        int[] rows = at.lRows;
        double pivot = x[k];
        x[k] = 0;
        double largest = Math.abs(pivot);
        double reciprocal = 1 / pivot;
        inverse[k] = reciprocal;
        for (int p = at.lStarts[k], end = at.lStarts[k + 1]; p < end; p++) {
            double v = x[rows[p]];
            x[rows[p]] = 0;
            largest = Math.max(largest, Math.abs(v));
            l[p] = v * reciprocal;
        }
        if (!(Math.abs(pivot) > (k < at.fixed ? 0 : WORN_PIVOT * largest))) {
            Arrays.fill(x, 0);
            return false;
        }
        return true;
    }

    /** Solves A x = b; {@code b} is kept, {@code x} may be longer than n. */
    public void solve(double[] b, double[] x) {
        substitution.gather(b);
        substitution.forward(l, inverse);
        if (mirrored) {
            substitution.backward(l, at.lStarts, at.lRows);
        } else {
            substitution.backward(u, at.rStarts, at.rColumns);
        }
        substitution.scatter(x);
    }
}
