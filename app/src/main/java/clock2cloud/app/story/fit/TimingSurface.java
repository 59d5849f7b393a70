package clock2cloud.app.story.fit;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Seconds as a function of a shape, learned from timed shapes: an additive base, t = Σ cᵢ fᵢ with cᵢ ≥ 0 (a constant, flops,
 * bytes, …), times exp of a smooth residual over the logarithms of the shape (kriging).
 *
 * <p>Source: C. Rasmussen, C. Williams, <i>Gaussian Processes for Machine Learning</i> (2006), eq. 2.25 and 2.26; the additive
 * base is fitted to relative errors. Leaves out everything that is not smooth in the shape, such as cache-set conflicts of
 * single sizes.
 */
public final class TimingSurface {
    private static final double[] LENGTHS = {0.7, 1.2, 2, 3};
    private static final double[] NUGGETS = {0.03, 0.1, 0.3, 1};

    /**
     * A timed shape.
     *
     * @param features what the additive base charges for, in any unit
     * @param position logarithms to base 2 of the shape
     */
    public record Sample(double[] features, double[] position, double seconds) {}

    /**
     * A forecast.
     *
     * @param logDeviation standard deviation of the logarithm of the seconds, from samples forecast by the others; grows
     *     away from the samples
     */
    public record Forecast(double seconds, double logDeviation) {}

    private final double[] coefficients;
    private final double[][] positions;
    private final Residuals residuals;

    private TimingSurface(List<Sample> samples) {
        this.coefficients = base(samples);
        double[] logs = new double[samples.size()];
        for (int i = 0; i < logs.length; i++) {
            logs[i] =
                    Math.log(samples.get(i).seconds() / additive(samples.get(i).features()));
        }
        this.positions = samples.stream().map(Sample::position).toArray(double[][]::new);
        Residuals best = new Residuals(positions, logs, LENGTHS[0], NUGGETS[0]);
        for (double length : LENGTHS) {
            for (double nugget : NUGGETS) {
                Residuals other = new Residuals(positions, logs, length, nugget);
                best = other.leaveOneOut < best.leaveOneOut ? other : best;
            }
        }
        this.residuals = best;
    }

    /**
     * The smooth part. Length and nugget are the pair with the smallest error when each sample is forecast from all others
     * (Rasmussen and Williams, eq. 5.12).
     */
    private static final class Residuals {
        private final double length;
        private final double nugget;
        private final double[] weights;
        private final RealMatrix inverse;
        private final double leaveOneOut;

        Residuals(double[][] positions, double[] logs, double length, double nugget) {
            this.length = length;
            this.nugget = nugget;
            RealMatrix covariance = new Array2DRowRealMatrix(logs.length, logs.length);
            for (int i = 0; i < logs.length; i++) {
                for (int j = 0; j < logs.length; j++) {
                    double shared = correlation(positions[i], positions[j], length);
                    covariance.setEntry(i, j, shared + (i == j ? nugget : 0));
                }
            }
            this.inverse = new CholeskyDecomposition(covariance).getSolver().getInverse();
            this.weights = inverse.operate(logs);
            double sum = 0;
            for (int i = 0; i < logs.length; i++) {
                double error = weights[i] / inverse.getEntry(i, i);
                sum += error * error;
            }
            this.leaveOneOut = Math.sqrt(sum / logs.length);
        }

        double[] correlations(double[] position, double[][] positions) {
            double[] k = new double[positions.length];
            for (int i = 0; i < k.length; i++) {
                k[i] = correlation(position, positions[i], length);
            }
            return k;
        }

        private static double correlation(double[] a, double[] b, double length) {
            double square = 0;
            for (int i = 0; i < a.length; i++) {
                square += (a[i] - b[i]) * (a[i] - b[i]);
            }
            return Math.exp(-square / (2 * length * length));
        }
    }

    /**
     * Learns from samples.
     *
     * @throws IllegalArgumentException when there are fewer samples than features
     */
    public static TimingSurface fit(List<Sample> samples) {
        if (samples.isEmpty() || samples.size() < samples.get(0).features().length) {
            throw new IllegalArgumentException(samples.size() + " timed shapes are too few to fit a surface to");
        }
        return new TimingSurface(samples);
    }

    private static double[] base(List<Sample> samples) {
        double[][] a = new double[samples.size()][];
        double[] ones = new double[samples.size()];
        Arrays.fill(ones, 1);
        for (int i = 0; i < a.length; i++) {
            double seconds = samples.get(i).seconds();
            a[i] = Arrays.stream(samples.get(i).features())
                    .map(f -> f / seconds)
                    .toArray();
        }
        return NonNegativeLeastSquares.solve(a, ones);
    }

    private double additive(double[] features) {
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += coefficients[i] * features[i];
        }
        return Math.max(sum, 1e-12);
    }

    /** Seconds per unit of each feature. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** The seconds at a shape. */
    public Forecast at(double[] features, double[] position) {
        double[] k = residuals.correlations(position, positions);
        double residual = 0;
        for (int i = 0; i < k.length; i++) {
            residual += k[i] * residuals.weights[i];
        }
        double explained = 0;
        double[] solved = residuals.inverse.operate(k);
        for (int i = 0; i < k.length; i++) {
            explained += k[i] * solved[i];
        }
        double far = Math.sqrt((1 + residuals.nugget - explained) / residuals.nugget / 2);
        return new Forecast(
                additive(features) * Math.exp(residual), residuals.leaveOneOut * Math.max(1, Math.min(5, far)));
    }
}
