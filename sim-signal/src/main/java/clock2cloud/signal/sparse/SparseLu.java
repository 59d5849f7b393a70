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
        for (int k = 0; k < lu.at.n; k++) {
            lu.column(k, values);
        }
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
        for (int k = 0; k < at.n; k++) {
            if (!column(k, values)) {
                return false;
            }
        }
        return true;
    }

    /** The same when only these columns of A (the first {@code count}) have changed since the last time. */
    public boolean refactor(double[] values, int[] changed, int count) {
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

    private void subtract(double[] x, int j, double v) {
        int[] rows = at.lRows;
        for (int q = at.lStarts[j], end = at.lStarts[j + 1]; q < end; q++) {
            x[rows[q]] -= l[q] * v;
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
        double v1 = x[j + 1] - l[a] * v0;
        double v2 = x[j + 2] - l[a + 1] * v0 - l[b] * v1;
        double v3 = x[j + 3] - l[a + 2] * v0 - l[b + 1] * v1 - l[c] * v2;
        x[j + 1] = v1;
        x[j + 2] = v2;
        x[j + 3] = v3;
        a += 3;
        b += 2;
        c += 1;
        for (int q = 0; q < count; q++) {
            x[rows[d + q]] -= l[a + q] * v0 + l[b + q] * v1 + l[c + q] * v2 + l[d + q] * v3;
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
        for (int k = 0; k < n; k++) {
            y[k] *= inverse[k];
        }
        backward(y);
        int[] columns = at.columns;
        for (int k = 0; k < n; k++) {
            x[columns[k]] = y[k];
            y[k] = 0;
        }
    }

    private void forward(double[] y) {
        int n = at.n;
        int[] starts = at.lStarts;
        int[] rows = at.lRows;
        int[] run = at.lRun;
        for (int k = 0; k < n; ) {
            if (run[k] >= 3) {
                subtractFour(y, k);
                k += 4;
                continue;
            }
            double v = y[k];
            int p = starts[k];
            int end = starts[k + 1];
            k++;
            while (end - p == 1 && rows[p] == k) {
                v = y[k] - l[p] * v;
                y[k] = v;
                k++;
                p = end;
                end = starts[k];
            }
            for (; p < end; p++) {
                y[rows[p]] -= l[p] * v;
            }
        }
    }

    private void backward(double[] y) {
        int[] starts = at.rStarts;
        int[] columns = at.rColumns;
        int[] run = at.rRun;
        for (int k = at.n - 1; k >= 0; ) {
            if (k >= 3 && run[k - 3] >= 3) {
                backwardFour(y, k - 3);
                k -= 4;
                continue;
            }
            double v = y[k];
            for (int p = starts[k], end = starts[k + 1]; p < end; p++) {
                v -= u[p] * y[columns[p]];
            }
            y[k] = v;
            k--;
            while (k >= 0 && starts[k + 1] - starts[k] == 1 && columns[starts[k]] == k + 1) {
                v = y[k] - u[starts[k]] * v;
                y[k] = v;
                k--;
            }
        }
    }

    private void backwardFour(double[] y, int k) {
        int[] columns = at.rColumns;
        int a = at.rStarts[k] + 3;
        int b = at.rStarts[k + 1] + 2;
        int c = at.rStarts[k + 2] + 1;
        int d = at.rStarts[k + 3];
        int count = at.rStarts[k + 4] - d;
        double v0 = 0;
        double v1 = 0;
        double v2 = 0;
        double v3 = 0;
        for (int q = 0; q < count; q++) {
            double w = y[columns[d + q]];
            v0 += u[a + q] * w;
            v1 += u[b + q] * w;
            v2 += u[c + q] * w;
            v3 += u[d + q] * w;
        }
        v3 = y[k + 3] - v3;
        v2 = y[k + 2] - v2 - u[c - 1] * v3;
        v1 = y[k + 1] - v1 - u[b - 2] * v2 - u[b - 1] * v3;
        v0 = y[k] - v0 - u[a - 3] * v1 - u[a - 2] * v2 - u[a - 1] * v3;
        y[k] = v0;
        y[k + 1] = v1;
        y[k + 2] = v2;
        y[k + 3] = v3;
    }
}
