package clock2cloud.app.story.fit;

/** {@code A = L Lᵀ} of a symmetric positive definite matrix, in plain loops. */
final class Cholesky {
    private final double[][] l;

    /** The same by columns, from the diagonal down: sums over a column go side by side, in the order that a row's would. */
    private final double[][] down;

    Cholesky(double[][] a) {
        int n = a.length;
        l = new double[n][];
        for (int i = 0; i < n; i++) {
            l[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                l[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / l[j][j];
            }
        }
        down = new double[n][];
        for (int k = 0; k < n; k++) {
            down[k] = new double[n - k];
            for (int i = k; i < n; i++) {
                down[k][i - k] = l[i][k];
            }
        }
    }

    /** {@code L⁻¹ b}, whose first {@code from} elements are 0, in its place. */
    private void half(double[] b, int from) {
        for (int k = from; k < b.length; k++) {
            b[k] /= down[k][0];
            less(b, k, down[k], b[k]);
        }
    }

    /** Takes a column's multiple away from the elements under {@code k}. */
    private static void less(double[] b, int k, double[] column, double times) {
        for (int i = 1; i < column.length; i++) {
            b[k + i] -= column[i] * times;
        }
    }

    private static double squares(double[] x, int from) {
        double sum = 0;
        for (int i = from; i < x.length; i++) {
            sum += x[i] * x[i];
        }
        return sum;
    }

    /** {@code A⁻¹ b}. */
    double[] solve(double[] b) {
        double[] x = b.clone();
        half(x, 0);
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= l[i][i];
            for (int k = 0; k < i; k++) {
                x[k] -= l[i][k] * x[i];
            }
        }
        return x;
    }

    /** {@code bᵀ A⁻¹ b}; {@code b} is used up. */
    double squareOfHalf(double[] b) {
        half(b, 0);
        return squares(b, 0);
    }

    /** The diagonal of {@code A⁻¹}. */
    double[] inverseDiagonal() {
        double[] diagonal = new double[l.length];
        for (int column = 0; column < diagonal.length; column++) {
            double[] x = new double[diagonal.length];
            x[column] = 1;
            half(x, column);
            diagonal[column] = squares(x, column);
        }
        return diagonal;
    }
}
