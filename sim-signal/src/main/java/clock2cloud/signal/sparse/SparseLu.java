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
    private final double[] l;
    private final double[] u;
    private final double[] inverse;
    private final boolean[] stale;
    private final double[] work;
    private boolean mirrored;

    private SparseLu(Triangles at) {
        this.at = at;
        l = new double[at.lRows.length];
        u = new double[at.rColumns.length];
        inverse = new double[at.n];
        stale = new boolean[at.n];
        work = new double[at.n];
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
        SparseLu lu = new SparseLu(new Triangles(a, new Elimination(a, values, order, THRESHOLD).run()));
        lu.refactor(values);
        return lu;
    }

    /** An empty twin on the same pattern, for another set of values. */
    public SparseLu twin() {
        return new SparseLu(at);
    }

    /** Empty complex factors on the same pattern, with the same pivots. */
    public ComplexLu complex() {
        return new ComplexLu(at);
    }

    /** Entries of both factors. */
    public int entries() {
        return l.length + u.length + at.n;
    }

    /** New values, same pattern, same pivots; false when a pivot has worn out and {@link #factor} is needed. */
    public boolean refactor(double[] values) {
        mirrored = at.symmetric(values);
        int[] below = mirrored ? Arrays.copyOf(at.lStarts, at.n) : at.lStarts;
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
                subtractFour(x, j);
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

    /** Takes columns j to j + 3 of L off {@code x}, each times what is left in its row by then. */
    private void subtractFour(double[] x, int j) {
        int[] rows = at.lRows;
        int a = at.lStarts[j];
        int b = at.lStarts[j + 1];
        int c = at.lStarts[j + 2];
        int d = at.lStarts[j + 3];
        int count = at.lStarts[j + 4] - d;
        double v0 = x[j];
        double v1 = Math.fma(-l[a], v0, x[j + 1]);
        double v2 = Math.fma(-l[b], v1, Math.fma(-l[a + 1], v0, x[j + 2]));
        double v3 = Math.fma(-l[c], v2, Math.fma(-l[b + 1], v1, Math.fma(-l[a + 2], v0, x[j + 3])));
        x[j + 1] = v1;
        x[j + 2] = v2;
        x[j + 3] = v3;
        a += 3;
        b += 2;
        c += 1;
        for (int q = 0; q < count; q++) {
            int row = rows[d + q];
            double first = Math.fma(-l[b + q], v1, Math.fma(-l[a + q], v0, x[row]));
            x[row] = first - Math.fma(l[d + q], v3, l[c + q] * v2);
        }
    }

    /** Solves A x = b; {@code b} is kept, {@code x} may be longer than n. */
    public void solve(double[] b, double[] x) {
        double[] y = work;
        int n = at.n;
        int[] rowAt = at.rowAt;
        for (int k = 0; k < n; k++) {
            y[k] = b[rowAt[k]];
        }
        forward(y);
        backward(y);
        int[] columns = at.columns;
        for (int k = 0; k < n; k++) {
            x[columns[k]] = y[k];
            y[k] = 0;
        }
    }

    /** Through L and D. */
    private void forward(double[] y) {
        int n = at.n;
        int[] starts = at.lStarts;
        int[] rows = at.lRows;
        int[] run = at.lRun;
        for (int k = 0; k < n; ) {
            if (run[k] >= 3) {
                subtractFour(y, k);
                for (int end = k + 4; k < end; k++) {
                    y[k] *= inverse[k];
                }
                continue;
            }
            double v = y[k];
            int p = starts[k];
            int end = starts[k + 1];
            y[k] = v * inverse[k];
            k++;
            while (end - p == 1 && rows[p] == k) {
                v = Math.fma(-l[p], v, y[k]);
                y[k] = v * inverse[k];
                k++;
                p = end;
                end = starts[k];
            }
            for (; p < end; p++) {
                y[rows[p]] = Math.fma(-l[p], v, y[rows[p]]);
            }
        }
    }

    private void backward(double[] y) {
        double[] upper = mirrored ? l : u;
        int[] begins = mirrored ? at.lStarts : at.rStarts;
        int[] columns = mirrored ? at.lRows : at.rColumns;
        int[] starts = at.rStarts;
        int[] run = at.rRun;
        for (int k = at.n - 1; k >= 0; ) {
            if (k >= 3 && run[k - 3] >= 3) {
                backwardFour(y, k - 3, upper, begins, columns);
                k -= 4;
                continue;
            }
            double v = y[k];
            for (int p = begins[k], end = p + starts[k + 1] - starts[k]; p < end; p++) {
                v = Math.fma(-upper[p], y[columns[p]], v);
            }
            y[k] = v;
            k--;
            while (k >= 0 && starts[k + 1] - starts[k] == 1 && columns[begins[k]] == k + 1) {
                v = Math.fma(-upper[begins[k]], v, y[k]);
                y[k] = v;
                k--;
            }
        }
    }

    private void backwardFour(double[] y, int k, double[] upper, int[] begins, int[] columns) {
        int a = begins[k] + 3;
        int b = begins[k + 1] + 2;
        int c = begins[k + 2] + 1;
        int d = begins[k + 3];
        int count = at.rStarts[k + 4] - at.rStarts[k + 3];
        double v0 = 0;
        double v1 = 0;
        double v2 = 0;
        double v3 = 0;
        for (int q = 0; q < count; q++) {
            double w = y[columns[d + q]];
            v0 = Math.fma(upper[a + q], w, v0);
            v1 = Math.fma(upper[b + q], w, v1);
            v2 = Math.fma(upper[c + q], w, v2);
            v3 = Math.fma(upper[d + q], w, v3);
        }
        v3 = y[k + 3] - v3;
        v2 = y[k + 2] - v2 - upper[c - 1] * v3;
        v1 = y[k + 1] - v1 - upper[b - 2] * v2 - upper[b - 1] * v3;
        v0 = y[k] - v0 - upper[a - 3] * v1 - upper[a - 2] * v2 - upper[a - 1] * v3;
        y[k] = v0;
        y[k + 1] = v1;
        y[k + 2] = v2;
        y[k + 3] = v3;
    }
}
