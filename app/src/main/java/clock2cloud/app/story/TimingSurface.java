package clock2cloud.app.story;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
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
    private static final double LENGTH = 1.5;
    private static final double NUGGET = 0.3;

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
     * @param logDeviation standard deviation of the logarithm of the seconds; grows away from the samples
     */
    public record Forecast(double seconds, double logDeviation) {}

    private final double[] coefficients;
    private final double[][] positions;
    private final double[] weights;
    private final CholeskyDecomposition kernel;
    private final double variance;

    private TimingSurface(List<Sample> samples) {
        this.coefficients = base(samples);
        double[] residuals = new double[samples.size()];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] =
                    Math.log(samples.get(i).seconds() / additive(samples.get(i).features()));
        }
        this.variance = Math.max(
                1e-6, Arrays.stream(residuals).map(r -> r * r).average().orElse(0));
        this.positions = samples.stream().map(Sample::position).toArray(double[][]::new);
        RealMatrix covariance = new Array2DRowRealMatrix(residuals.length, residuals.length);
        for (int i = 0; i < residuals.length; i++) {
            for (int j = 0; j < residuals.length; j++) {
                covariance.setEntry(i, j, correlation(positions[i], positions[j]) + (i == j ? NUGGET : 0));
            }
        }
        this.kernel = new CholeskyDecomposition(covariance);
        this.weights = kernel.getSolver().solve(new ArrayRealVector(residuals)).toArray();
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

    private static double correlation(double[] a, double[] b) {
        double square = 0;
        for (int i = 0; i < a.length; i++) {
            square += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.exp(-square / (2 * LENGTH * LENGTH));
    }

    /** Seconds per unit of each feature. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** The seconds at a shape. */
    public Forecast at(double[] features, double[] position) {
        double[] k = new double[positions.length];
        double residual = 0;
        for (int i = 0; i < k.length; i++) {
            k[i] = correlation(position, positions[i]);
            residual += k[i] * weights[i];
        }
        double explained = kernel.getSolver().solve(new ArrayRealVector(k)).dotProduct(new ArrayRealVector(k));
        double deviation = Math.sqrt(variance * Math.max(0, 1 + NUGGET - explained));
        return new Forecast(additive(features) * Math.exp(residual), deviation);
    }
}
