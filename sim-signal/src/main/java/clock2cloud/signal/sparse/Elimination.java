package clock2cloud.signal.sparse;

import java.util.Arrays;

/** One left-looking elimination with a depth-first search for the pattern of each column (Gilbert and Peierls 1988). */
final class Elimination {
    /** No pivot is smaller than this share of its column. */
    private static final double LEAST_PIVOT = 1e-8;

    final int[] columns;
    final int fixed;
    final int[] pivotOf;
    final int[] lStarts;
    final int[] uStarts;
    final double[] inverse;
    int[] lRows;
    int[] uRows;
    double[] l;
    double[] u;

    private final int n;
    private final SparsePattern a;
    private final double[] values;
    private final int[] partner;

    private final double threshold;
    private final double[] rowLargest;
    private final double[] x;
    private final int[] seen;
    private final int[] reach;
    private final int[] stack;
    private final int[] resume;
    private int lCount;
    private int uCount;

    Elimination(SparsePattern a, double[] values, Ordering order, double threshold) {
        this.a = a;
        this.values = values;
        partner = order.partner();
        fixed = order.fixed();
        this.threshold = threshold;
        n = a.size();
        columns = order.columns();
        pivotOf = new int[n];
        lStarts = new int[n + 1];
        uStarts = new int[n + 1];
        inverse = new double[n];
        x = new double[n];
        seen = new int[n];
        reach = new int[n];
        stack = new int[n];
        resume = new int[n];
        rowLargest = new double[n];
        for (int p = 0; p < a.entries(); p++) {
            int row = a.rows()[p];
            rowLargest[row] = Math.max(rowLargest[row], Math.abs(values[p]));
        }
        int guess = 2 * a.entries() + n;
        lRows = new int[guess];
        uRows = new int[guess];
        l = new double[guess];
        u = new double[guess];
        Arrays.fill(pivotOf, -1);
        Arrays.fill(seen, -1);
    }

    Elimination run() {
        for (int k = 0; k < n; k++) {
            int column = columns[k];
            int top = reach(k, column);
            for (int p = top; p < n; p++) {
                x[reach[p]] = 0;
            }
            for (int p = a.starts()[column]; p < a.starts()[column + 1]; p++) {
                x[a.rows()[p]] = values[p];
            }
            reserve(n - top);
            eliminate(top);
            pivot(k, column, top);
            lStarts[k + 1] = lCount;
            uStarts[k + 1] = uCount;
        }
        return this;
    }

    /** The rows that column k can fill, in topological order, at {@code reach[top..n)}. */
    private int reach(int k, int column) {
        int top = n;
        for (int p = a.starts()[column]; p < a.starts()[column + 1]; p++) {
            int row = a.rows()[p];
            if (seen[row] != k) {
                top = search(row, k, top);
            }
        }
        return top;
    }

    private int search(int root, int k, int topNow) {
        int top = topNow;
        int head = 0;
        stack[0] = root;
        seen[root] = k;
        resume[0] = pivotOf[root] < 0 ? 0 : lStarts[pivotOf[root]];
        while (head >= 0) {
            int row = stack[head];
            int j = pivotOf[row];
            int end = j < 0 ? 0 : lStarts[j + 1];
            int p = resume[head];
            while (p < end && seen[lRows[p]] == k) {
                p++;
            }
            if (p < end) {
                resume[head] = p + 1;
                int next = lRows[p];
                seen[next] = k;
                head++;
                stack[head] = next;
                resume[head] = pivotOf[next] < 0 ? 0 : lStarts[pivotOf[next]];
            } else {
                head--;
                reach[--top] = row;
            }
        }
        return top;
    }

    private void eliminate(int top) {
        for (int p = top; p < n; p++) {
            int row = reach[p];
            int j = pivotOf[row];
            if (j < 0) {
                continue;
            }
            double v = x[row];
            uRows[uCount] = j;
            u[uCount++] = v;
            for (int q = lStarts[j]; q < lStarts[j + 1]; q++) {
                x[lRows[q]] -= l[q] * v;
            }
        }
    }

    private void pivot(int k, int column, int top) {
        double largest = 0;
        for (int p = top; p < n; p++) {
            if (pivotOf[reach[p]] < 0) {
                largest = Math.max(largest, Math.abs(x[reach[p]]));
            }
        }
        if (!(largest > 0 && largest < Double.POSITIVE_INFINITY)) {
            throw new SingularMatrixException(column);
        }
        int best = pivotRow(k, column, top, largest);
        pivotOf[best] = k;
        inverse[k] = 1 / x[best];
        for (int p = top; p < n; p++) {
            int row = reach[p];
            if (pivotOf[row] < 0) {
                lRows[lCount] = row;
                l[lCount++] = x[row] * inverse[k];
            }
        }
    }

    /**
     * The row whose entry is largest beside the others of its row in A, or the partner if its own is not far below that: a row of
     * large entries would win by its scale alone and lose the digits of the small ones.
     */
    private int pivotRow(int k, int column, int top, double largest) {
        int wanted = partner[column];
        boolean there = pivotOf[wanted] < 0 && seen[wanted] == k;
        if (there && k < fixed && x[wanted] != 0) {
            return wanted;
        }
        int best = -1;
        double most = 0;
        for (int p = top; p < n; p++) {
            int row = reach[p];
            double share = Math.abs(x[row]) / rowLargest[row];
            if (pivotOf[row] < 0 && share > most && Math.abs(x[row]) >= LEAST_PIVOT * largest) {
                most = share;
                best = row;
            }
        }
        boolean kept = there
                && Math.abs(x[wanted]) >= LEAST_PIVOT * largest
                && Math.abs(x[wanted]) / rowLargest[wanted] >= threshold * most;
        return kept ? wanted : best;
    }

    private void reserve(int room) {
        if (lCount + room > lRows.length) {
            int size = lRows.length + lRows.length / 2 + room;
            lRows = Arrays.copyOf(lRows, size);
            l = Arrays.copyOf(l, size);
        }
        if (uCount + room > uRows.length) {
            int size = uRows.length + uRows.length / 2 + room;
            uRows = Arrays.copyOf(uRows, size);
            u = Arrays.copyOf(u, size);
        }
    }
}
