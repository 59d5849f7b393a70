package clock2cloud.app.story.fit;

/**
 * What is believed of some numbers x together: normal, and sharpened by one noisy sum at a time. A sum z = w·x + e with e of
 * variance v moves the mean by K (z − w·x), K = C w / (wᵀ C w + v), and takes K wᵀ C off the covariance C.
 *
 * <p>Source: R. Kalman, <i>A New Approach to Linear Filtering and Prediction Problems</i> (1960), eq. 21 to 23, of a state
 * that stays. Leaves out sums whose noises belong together.
 */
public final class NormalBelief {
    private final double[] mean;
    private final double[][] covariance;

    private NormalBelief(double[] mean, double[][] covariance) {
        this.mean = mean;
        this.covariance = covariance;
    }

    /** Nothing seen yet: all means are zero. */
    public static NormalBelief of(double[][] covariance) {
        return new NormalBelief(new double[covariance.length], covariance);
    }

    /** The belief once a sum was seen. */
    public NormalBelief seen(double[] weights, double sum, double variance) {
        double[] toward = toward(weights);
        double scale = variance(weights) + variance;
        double surprise = sum - mean(weights);
        int n = mean.length;
        double[] moved = new double[n];
        double[][] left = new double[n][n];
        for (int i = 0; i < n; i++) {
            moved[i] = mean[i] + toward[i] / scale * surprise;
            for (int j = 0; j < n; j++) {
                left[i][j] = covariance[i][j] - toward[i] * toward[j] / scale;
            }
        }
        return new NormalBelief(moved, left);
    }

    /** C w. */
    private double[] toward(double[] weights) {
        double[] product = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                product[i] += covariance[i][j] * weights[j];
            }
        }
        return product;
    }

    public double mean(int place) {
        return mean[place];
    }

    /** Mean of a sum. */
    public double mean(double[] weights) {
        return dot(weights, mean);
    }

    /** Variance of a sum. */
    public double variance(double[] weights) {
        return Math.max(0, dot(weights, toward(weights)));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
