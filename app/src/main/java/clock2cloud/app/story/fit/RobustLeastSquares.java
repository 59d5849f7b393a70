package clock2cloud.app.story.fit;

import java.util.Arrays;

/**
 * Costs that may not be negative, fitted to relative errors, with outliers counted less: min Σ ρ(a·x / y − 1) + λ Σ (s x)²
 * for x ≥ 0, by re-weighting (Huber 1964; Holland and Welsch 1977). Columns are scaled by s to a mean square of one, so that
 * λ pulls all of them alike.
 */
public final class RobustLeastSquares {
    private static final int ROUNDS = 20;

    private static final int SWEEPS = 500;

    /** The pull to zero, in rows of a hundred. */
    private static final double RIDGE = 0.05;

    /** Relative errors above this count in proportion only. */
    private static final double KNEE = 0.05;

    private RobustLeastSquares() {}

    /** Non-negative costs x so that {@code a[r]·x} is near {@code y[r]} in ratio. */
    public static double[] solve(double[][] a, double[] y) {
        double[] scale = scale(a, y);
        double[][] ratios = new double[a.length][scale.length];
        for (int r = 0; r < a.length; r++) {
            for (int c = 0; c < scale.length; c++) {
                ratios[r][c] = a[r][c] / y[r] / scale[c];
            }
        }
        double[] weight = new double[a.length];
        Arrays.fill(weight, 1);
        double[] x = new double[scale.length];
        for (int round = 0; round < ROUNDS; round++) {
            descend(ratios, weight, x);
            for (int r = 0; r < a.length; r++) {
                double fit = 0;
                for (int c = 0; c < x.length; c++) {
                    fit += ratios[r][c] * x[c];
                }
                weight[r] = 1 / Math.max(1, Math.abs(Math.log(Math.max(fit, 1e-9))) / KNEE);
            }
        }
        for (int c = 0; c < x.length; c++) {
            x[c] /= scale[c];
        }
        return x;
    }

    /** Coordinate descent from where the last round ended. */
    private static void descend(double[][] a, double[] weight, double[] x) {
        int n = x.length;
        double[][] h = new double[n][n];
        double[] gradient = new double[n];
        for (int i = 0; i < n; i++) {
            h[i][i] = RIDGE * a.length / 100;
        }
        for (int r = 0; r < a.length; r++) {
            for (int i = 0; i < n; i++) {
                double left = weight[r] * a[r][i];
                gradient[i] -= left;
                for (int j = 0; j < n && left != 0; j++) {
                    h[i][j] += left * a[r][j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                gradient[i] += h[i][j] * x[j];
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double moved = 0;
            for (int i = 0; i < n; i++) {
                double step = Math.max(0, x[i] - gradient[i] / h[i][i]) - x[i];
                if (step != 0) {
                    x[i] += step;
                    moved = Math.max(moved, Math.abs(step) * Math.sqrt(h[i][i]));
                    for (int j = 0; j < n; j++) {
                        gradient[j] += step * h[i][j];
                    }
                }
            }
            if (moved < 1e-6) {
                return;
            }
        }
    }

    private static double[] scale(double[][] a, double[] y) {
        double[] scale = new double[a[0].length];
        for (int c = 0; c < scale.length; c++) {
            double sum = 0;
            for (int r = 0; r < a.length; r++) {
                sum += a[r][c] / y[r] * (a[r][c] / y[r]);
            }
            scale[c] = Math.sqrt(sum / a.length) + 1e-12;
        }
        return scale;
    }
}
