package clock2cloud.app.story.fit;

/** {@code A = L Lᵀ} of a symmetric positive definite matrix, in plain loops. */
final class Cholesky {
    private final double[][] l;

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
    }

    private double[] half(double[] b) {
        double[] x = b.clone();
        for (int i = 0; i < x.length; i++) {
            double[] row = l[i];
            double rest = x[i];
            for (int k = 0; k < i; k++) {
                rest -= row[k] * x[k];
            }
            x[i] = rest / row[i];
        }
        return x;
    }

    /** {@code A⁻¹ b}. */
    double[] solve(double[] b) {
        double[] x = half(b);
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= l[i][i];
            for (int k = 0; k < i; k++) {
                x[k] -= l[i][k] * x[i];
            }
        }
        return x;
    }

    /** {@code bᵀ A⁻¹ b}. */
    double squareOfHalf(double[] b) {
        double sum = 0;
        for (double x : half(b)) {
            sum += x * x;
        }
        return sum;
    }

    /** The diagonal of {@code A⁻¹}. */
    double[] inverseDiagonal() {
        int n = l.length;
        double[] diagonal = new double[n];
        for (int column = 0; column < n; column++) {
            double[] x = new double[n];
            x[column] = 1;
            for (int i = column; i < n; i++) {
                for (int k = column; k < i; k++) {
                    x[i] -= l[i][k] * x[k];
                }
                x[i] /= l[i][i];
                diagonal[column] += x[i] * x[i];
            }
        }
        return diagonal;
    }
}
