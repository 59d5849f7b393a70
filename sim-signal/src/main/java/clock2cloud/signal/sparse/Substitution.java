package clock2cloud.signal.sparse;

/** Solves with the two factors: forward through L and D, back through U. In a chain each unknown waits for its neighbour only. */
final class Substitution {
    /** One number for each position. */
    final double[] work;

    final int[] below;
    private final Triangles at;

    Substitution(Triangles at) {
        this.at = at;
        work = new double[at.n];
        below = new int[at.n];
    }

    /** The right side, in order of the pivots. */
    void gather(double[] b) {
        int[] rowAt = at.rowAt;
        for (int k = 0; k < work.length; k++) {
            work[k] = b[rowAt[k]];
        }
    }

    /** The answer, in order of the unknowns. */
    void scatter(double[] x) {
        int[] columns = at.columns;
        for (int k = 0; k < work.length; k++) {
            x[columns[k]] = work[k];
        }
    }

    /** Through L and D. */
    void forward(double[] l, double[] inverse) {
        double[] y = work;
        int n = at.n;
        int[] starts = at.lStarts;
        int[] rows = at.lRows;
        int[] run = at.lRun;
        for (int k = 0; k < n; ) {
            int follow = run[k];
            if (follow >= 3) {
                FourColumns.subtract(at, l, k, y);
                for (int end = k + 4; k < end; k++) {
                    y[k] *= inverse[k];
                }
                continue;
            }
            double v = y[k];
            for (int p = starts[k], end = k + Math.max(0, -follow); k < end; k++, p++) {
                y[k] = v * inverse[k];
                v = Math.fma(-l[p], v, y[k + 1]);
            }
            y[k] = v * inverse[k];
            for (int p = starts[k], end = starts[k + 1]; p < end; p++) {
                y[rows[p]] = Math.fma(-l[p], v, y[rows[p]]);
            }
            k++;
        }
    }

    /** Through U, whose row {@code k} begins at {@code begins[k]}; where U mirrors L, that is column {@code k} of L. */
    void backward(double[] upper, int[] begins, int[] columns) {
        double[] y = work;
        int[] starts = at.rStarts;
        int[] run = at.rRun;
        for (int k = at.n - 1; k >= 0; ) {
            if (k >= 3 && run[k - 3] >= 3) {
                backwardFour(upper, begins, columns, k - 3, y);
                k -= 4;
                continue;
            }
            double v = y[k];
            for (int p = begins[k], end = p + starts[k + 1] - starts[k]; p < end; p++) {
                v = Math.fma(-upper[p], y[columns[p]], v);
            }
            y[k] = v;
            k--;
            while (k >= 0 && run[k] < 0) {
                v = Math.fma(-upper[begins[k]], v, y[k]);
                y[k] = v;
                k--;
            }
        }
    }

    private void backwardFour(double[] upper, int[] begins, int[] columns, int k, double[] y) {
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
