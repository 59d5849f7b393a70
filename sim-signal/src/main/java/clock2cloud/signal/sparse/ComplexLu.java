package clock2cloud.signal.sparse;

import java.util.Arrays;

/**
 * Factors of the complex matrix {@code G + s C} on the pattern and with the pivots of a real {@link SparseLu}; real and
 * imaginary parts lie side by side.
 */
public final class ComplexLu {
    private static final double WORN_PIVOT = 1e-9;

    private final Triangles at;
    private final double[] l;
    private final double[] u;
    private final double[] inverse;
    private final double[] work;

    ComplexLu(Triangles at) {
        this.at = at;
        l = new double[2 * at.lRows.length];
        u = new double[2 * at.rColumns.length];
        inverse = new double[2 * at.n];
        work = new double[2 * at.n];
    }

    /** An empty twin on the same pattern. */
    public ComplexLu twin() {
        return new ComplexLu(at);
    }

    /** Entries of both factors. */
    public int entries() {
        return l.length + u.length + inverse.length;
    }

    /** Factors {@code g + (real + i imaginary) c}; false when a pivot is too small, then another order is needed. */
    public boolean factor(double[] g, double[] c, double real, double imaginary) {
        for (int k = 0; k < at.n; k++) {
            if (!column(k, g, c, real, imaginary)) {
                return false;
            }
        }
        return true;
    }

    private boolean column(int k, double[] g, double[] c, double real, double imaginary) {
        double[] x = work;
        for (int p = at.aStarts[k], end = at.aStarts[k + 1]; p < end; p++) {
            int slot = at.aSlots[p];
            int row = 2 * at.aPositions[p];
            x[row] = g[slot] + real * c[slot];
            x[row + 1] = imaginary * c[slot];
        }
        for (int p = at.uStarts[k], end = at.uStarts[k + 1]; p < end; p++) {
            int j = at.uRows[p];
            double re = x[2 * j];
            double im = x[2 * j + 1];
            x[2 * j] = 0;
            x[2 * j + 1] = 0;
            int slot = 2 * at.uSlots[p];
            u[slot] = re * inverse[2 * j] - im * inverse[2 * j + 1];
            u[slot + 1] = re * inverse[2 * j + 1] + im * inverse[2 * j];
            subtract(x, j, re, im);
        }
        return pivot(k, x);
    }

    private void subtract(double[] x, int j, double re, double im) {
        int[] rows = at.lRows;
        for (int q = at.lStarts[j], end = at.lStarts[j + 1]; q < end; q++) {
            int row = 2 * rows[q];
            double a = l[2 * q];
            double b = l[2 * q + 1];
            x[row] -= a * re - b * im;
            x[row + 1] -= a * im + b * re;
        }
    }

    private boolean pivot(int k, double[] x) {
        double re = x[2 * k];
        double im = x[2 * k + 1];
        x[2 * k] = 0;
        x[2 * k + 1] = 0;
        double square = re * re + im * im;
        double largest = square;
        double a = re / square;
        double b = -im / square;
        inverse[2 * k] = a;
        inverse[2 * k + 1] = b;
        for (int p = at.lStarts[k], end = at.lStarts[k + 1]; p < end; p++) {
            int row = 2 * at.lRows[p];
            double c = x[row];
            double d = x[row + 1];
            x[row] = 0;
            x[row + 1] = 0;
            largest = Math.max(largest, c * c + d * d);
            l[2 * p] = c * a - d * b;
            l[2 * p + 1] = c * b + d * a;
        }
        if (!(square > (k < at.fixed ? 0 : WORN_PIVOT * WORN_PIVOT * largest))) {
            Arrays.fill(x, 0);
            return false;
        }
        return true;
    }

    /** Solves in place of {@code b}, whose even entries are real parts and odd ones imaginary parts. */
    public void solve(double[] b) {
        double[] y = work;
        int n = at.n;
        for (int k = 0; k < n; k++) {
            int row = 2 * at.rowAt[k];
            y[2 * k] = b[row];
            y[2 * k + 1] = b[row + 1];
        }
        forward(y);
        backward(y);
        for (int k = 0; k < n; k++) {
            int column = 2 * at.columns[k];
            b[column] = y[2 * k];
            b[column + 1] = y[2 * k + 1];
            y[2 * k] = 0;
            y[2 * k + 1] = 0;
        }
    }

    /** Through L and D; what the next unknown waits for stays out of the array. */
    private void forward(double[] y) {
        int[] starts = at.lStarts;
        int[] rows = at.lRows;
        int n = at.n;
        double re = n > 0 ? y[0] : 0;
        double im = n > 0 ? y[1] : 0;
        for (int k = 0; k < n; k++) {
            int p = starts[k];
            int end = starts[k + 1];
            double nextRe = k + 1 < n ? y[2 * k + 2] : 0;
            double nextIm = k + 1 < n ? y[2 * k + 3] : 0;
            if (p < end && rows[p] == k + 1) {
                double a = l[2 * p];
                double b = l[2 * p + 1];
                nextRe = Math.fma(b, im, Math.fma(-a, re, nextRe));
                nextIm = Math.fma(-b, re, Math.fma(-a, im, nextIm));
                p++;
            }
            for (; p < end; p++) {
                int row = 2 * rows[p];
                double a = l[2 * p];
                double b = l[2 * p + 1];
                y[row] = Math.fma(b, im, Math.fma(-a, re, y[row]));
                y[row + 1] = Math.fma(-b, re, Math.fma(-a, im, y[row + 1]));
            }
            double a = inverse[2 * k];
            double b = inverse[2 * k + 1];
            y[2 * k] = re * a - im * b;
            y[2 * k + 1] = re * b + im * a;
            re = nextRe;
            im = nextIm;
        }
    }

    private void backward(double[] y) {
        int[] starts = at.rStarts;
        int[] columns = at.rColumns;
        double lastRe = 0;
        double lastIm = 0;
        for (int k = at.n - 1; k >= 0; k--) {
            double re = y[2 * k];
            double im = y[2 * k + 1];
            int first = starts[k];
            boolean chained = first < starts[k + 1] && columns[first] == k + 1;
            for (int p = chained ? first + 1 : first, end = starts[k + 1]; p < end; p++) {
                int column = 2 * columns[p];
                double a = u[2 * p];
                double b = u[2 * p + 1];
                double c = y[column];
                double d = y[column + 1];
                re = Math.fma(b, d, Math.fma(-a, c, re));
                im = Math.fma(-b, c, Math.fma(-a, d, im));
            }
            if (chained) {
                double a = u[2 * first];
                double b = u[2 * first + 1];
                double c = lastRe;
                re = Math.fma(b, lastIm, Math.fma(-a, c, re));
                im = Math.fma(-b, c, Math.fma(-a, lastIm, im));
            }
            y[2 * k] = re;
            y[2 * k + 1] = im;
            lastRe = re;
            lastIm = im;
        }
    }
}
