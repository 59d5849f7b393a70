package clock2cloud.app.story.fit;

/**
 * Least squares whose coefficients may not be negative: a cost cannot give time back.
 *
 * <p>Coordinate descent on the normal equations, after Franc, Hlaváč and Navara, <i>Sequential coordinate-wise algorithm
 * for the non-negative least squares problem</i> (2005).
 */
public final class NonNegativeLeastSquares {
    private static final int SWEEPS = 20_000;

    private NonNegativeLeastSquares() {}

    /** The x ≥ 0 that makes ‖A x − y‖ smallest; A is rows × columns. */
    public static double[] solve(double[][] a, double[] y) {
        int n = a[0].length;
        double[][] h = new double[n][n];
        double[] gradient = new double[n];
        for (int r = 0; r < a.length; r++) {
            for (int i = 0; i < n; i++) {
                gradient[i] -= a[r][i] * y[r];
                for (int j = 0; j < n; j++) {
                    h[i][j] += a[r][i] * a[r][j];
                }
            }
        }
        double[] x = new double[n];
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double moved = 0;
            for (int i = 0; i < n; i++) {
                double next = h[i][i] > 0 ? Math.max(0, x[i] - gradient[i] / h[i][i]) : 0;
                double step = next - x[i];
                moved = Math.max(moved, Math.abs(step) * Math.sqrt(h[i][i]));
                for (int j = 0; j < n && step != 0; j++) {
                    gradient[j] += step * h[i][j];
                }
                x[i] = next;
            }
            if (moved < 1e-12) {
                break;
            }
        }
        return x;
    }
}
