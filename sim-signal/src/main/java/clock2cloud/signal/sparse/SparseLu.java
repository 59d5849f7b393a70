package clock2cloud.signal.sparse;

import java.util.Arrays;

/**
 * Factors A = L U of a sparse matrix: columns in minimum-degree order, rows by threshold pivoting that prefers the
 * partner of each column (Gilbert and Peierls 1988). {@link #refactor} computes new factors on the same pattern and with
 * the same pivots, without any search.
 */
public final class SparseLu {
    /** A pivot may be this much smaller than the largest entry of its column if it keeps the order. */
    private static final double THRESHOLD = 1e-3;

    private static final double WORN_PIVOT = 1e-9;

    private final int n;
    private final int[] columns;
    private final int[] pivotOf;
    private final int[] aStarts;
    private final int[] aSlots;
    private final int[] aPositions;
    private final int[] lStarts;
    private final int[] lRows;
    private final int[] uStarts;
    private final int[] uRows;
    private final double[] l;
    private final double[] u;
    private final double[] inverse;
    private final double[] work;

    private SparseLu(SparsePattern a, Elimination e) {
        n = a.size();
        columns = e.columns;
        pivotOf = e.pivotOf;
        lStarts = e.lStarts;
        uStarts = e.uStarts;
        lRows = Arrays.copyOf(e.lRows, lStarts[n]);
        uRows = Arrays.copyOf(e.uRows, uStarts[n]);
        l = Arrays.copyOf(e.l, lStarts[n]);
        u = Arrays.copyOf(e.u, uStarts[n]);
        inverse = e.inverse;
        for (int p = 0; p < lRows.length; p++) {
            lRows[p] = pivotOf[lRows[p]];
        }
        work = new double[n];
        aStarts = new int[n + 1];
        aSlots = new int[a.entries()];
        aPositions = new int[a.entries()];
        int put = 0;
        for (int k = 0; k < n; k++) {
            for (int p = a.starts()[columns[k]]; p < a.starts()[columns[k] + 1]; p++) {
                aSlots[put] = p;
                aPositions[put++] = pivotOf[a.rows()[p]];
            }
            aStarts[k + 1] = put;
        }
    }

    private SparseLu(SparseLu same) {
        n = same.n;
        columns = same.columns;
        pivotOf = same.pivotOf;
        aStarts = same.aStarts;
        aSlots = same.aSlots;
        aPositions = same.aPositions;
        lStarts = same.lStarts;
        lRows = same.lRows;
        uStarts = same.uStarts;
        uRows = same.uRows;
        l = new double[same.l.length];
        u = new double[same.u.length];
        inverse = new double[n];
        work = same.work;
    }

    /** The order of the columns; it depends on the pattern only. {@code partner[j]} is the row to pivot column j on. */
    public static int[] order(SparsePattern a, int[] partner) {
        return Ordering.of(a, partner);
    }

    /**
     * Factors from scratch.
     *
     * @throws SingularMatrixException naming the column that has no pivot
     */
    public static SparseLu factor(SparsePattern a, double[] values, int[] order, int[] partner) {
        return new SparseLu(a, new Elimination(a, values, order, partner, THRESHOLD).run());
    }

    /** An empty twin on the same pattern, for another set of values. */
    public SparseLu twin() {
        return new SparseLu(this);
    }

    /** Entries of both factors. */
    public int entries() {
        return l.length + u.length + n;
    }

    /** New values, same pattern, same pivots; false when a pivot has worn out and {@link #factor} is needed. */
    public boolean refactor(double[] values) {
        double[] x = work;
        for (int k = 0; k < n; k++) {
            for (int p = aStarts[k]; p < aStarts[k + 1]; p++) {
                x[aPositions[p]] = values[aSlots[p]];
            }
            for (int p = uStarts[k]; p < uStarts[k + 1]; p++) {
                int j = uRows[p];
                double v = x[j];
                x[j] = 0;
                u[p] = v;
                if (v != 0) {
                    for (int q = lStarts[j], end = lStarts[j + 1]; q < end; q++) {
                        x[lRows[q]] -= l[q] * v;
                    }
                }
            }
            double pivot = x[k];
            x[k] = 0;
            double largest = Math.abs(pivot);
            double reciprocal = 1 / pivot;
            inverse[k] = reciprocal;
            for (int p = lStarts[k]; p < lStarts[k + 1]; p++) {
                double v = x[lRows[p]];
                x[lRows[p]] = 0;
                largest = Math.max(largest, Math.abs(v));
                l[p] = v * reciprocal;
            }
            if (!(Math.abs(pivot) > WORN_PIVOT * largest)) {
                Arrays.fill(x, 0);
                return false;
            }
        }
        return true;
    }

    /** Solves A x = b; {@code b} is kept, {@code x} may be longer than n. */
    public void solve(double[] b, double[] x) {
        double[] y = work;
        for (int i = 0; i < n; i++) {
            y[pivotOf[i]] = b[i];
        }
        for (int k = 0; k < n; k++) {
            double v = y[k];
            if (v != 0) {
                for (int p = lStarts[k], end = lStarts[k + 1]; p < end; p++) {
                    y[lRows[p]] -= l[p] * v;
                }
            }
        }
        for (int k = n - 1; k >= 0; k--) {
            double v = y[k] * inverse[k];
            y[k] = 0;
            x[columns[k]] = v;
            for (int p = uStarts[k], end = uStarts[k + 1]; p < end; p++) {
                y[uRows[p]] -= u[p] * v;
            }
        }
    }
}
