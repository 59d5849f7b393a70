package clock2cloud.app.story.fit;

import java.util.Arrays;
import java.util.List;

/**
 * Seconds as a function of a shape, learned from timings that differ in how noisy they are: an additive base, t = Σ cᵢ fᵢ with
 * cᵢ ≥ 0, fitted to the logarithms, times exp of a smooth residual over a position (kriging).
 *
 * <p>Source: C. Rasmussen, C. Williams, <i>Gaussian Processes for Machine Learning</i> (2006), eq. 2.25, 2.26 and 5.12. Leaves
 * out everything that is not smooth in the position.
 */
public final class Surface {
    private static final double[] LENGTHS = {1, 1.5, 2.2, 3.2, 4.5};
    private static final double[] NUGGETS = {0.01, 0.03, 0.1, 0.3, 1, 3, 10};
    private static final double NOISE_SECONDS = 1e-6;
    private static final int ROUNDS = 12;
    private static final double LARGEST_LOG = 0.4;

    /**
     * A timed shape.
     *
     * @param features what the additive base charges for, in any unit
     * @param position logarithms to base 2 of the shape
     * @param doubt how many times the variance of the other samples it has; 1 where it is as good as they are
     */
    public record Sample(double[] features, double[] position, double seconds, double doubt) {}

    /** How far the residual reaches, and how much of it is noise. */
    public record Smoothness(double length, double nugget) {}

    /**
     * A forecast.
     *
     * @param logDeviation standard deviation of the logarithm of the seconds: what samples forecast by the others have, and more
     *     away from the samples
     */
    public record Forecast(double seconds, double logDeviation) {}

    private final double[] coefficients;
    private final double[][] positions;
    private final Smoothness smoothness;
    private final Cholesky cholesky;
    private final double[] weights;
    private final double looDeviation;

    private Surface(List<Sample> samples, double[] coefficients, Smoothness smoothness) {
        this.coefficients = coefficients;
        this.smoothness = smoothness;
        this.positions = samples.stream().map(Sample::position).toArray(double[][]::new);
        double[] logs = samples.stream()
                .mapToDouble(sample -> Math.log(sample.seconds() / additive(sample.features())))
                .toArray();
        this.cholesky = new Cholesky(covariance(samples));
        this.weights = cholesky.solve(logs);
        double[] diagonal = cholesky.inverseDiagonal();
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            sum += Math.min(LARGEST_LOG, Math.abs(weights[i] / diagonal[i])) / Math.sqrt(noise(samples.get(i)));
        }
        this.looDeviation = 1.25 * sum / logs.length; // of a mean absolute value
    }

    /** Learns from samples; the smoothness is the one with the smallest error when each sample is forecast from all others. */
    public static Surface fit(List<Sample> samples) {
        double[] base = base(samples);
        Surface best = new Surface(samples, base, new Smoothness(LENGTHS[0], NUGGETS[0]));
        for (double length : LENGTHS) {
            for (double nugget : NUGGETS) {
                Surface other = new Surface(samples, base, new Smoothness(length, nugget));
                best = other.looDeviation < best.looDeviation ? other : best;
            }
        }
        return best;
    }

    /** Learns from samples whose smoothness is known. */
    public static Surface fit(List<Sample> samples, Smoothness smoothness) {
        return new Surface(samples, base(samples), smoothness);
    }

    /** Short timings are noisier, and those in doubt. */
    private static double noise(Sample sample) {
        double part = NOISE_SECONDS / sample.seconds();
        return sample.doubt() * (1 + part * part);
    }

    private double[][] covariance(List<Sample> samples) {
        double[][] covariance = new double[samples.size()][samples.size()];
        for (int i = 0; i < covariance.length; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = correlation(positions[i], positions[j]);
                covariance[j][i] = covariance[i][j];
            }
            covariance[i][i] += smoothness.nugget() * noise(samples.get(i));
        }
        return covariance;
    }

    private double correlation(double[] a, double[] b) {
        double square = 0;
        for (int i = 0; i < a.length; i++) {
            square += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.exp(-square / (2 * smoothness.length() * smoothness.length()));
    }

    /** Gauss–Newton on the logarithms: each round fits t / p to 1 + log(t / p) of the last round's p; noisy ones count less. */
    private static double[] base(List<Sample> samples) {
        double[] deviation =
                samples.stream().mapToDouble(s -> Math.sqrt(noise(s))).toArray();
        double[] scale = samples.stream().mapToDouble(Sample::seconds).toArray();
        double[] target = new double[scale.length];
        Arrays.fill(target, 1);
        double[] c = solve(samples, scale, target, deviation);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < scale.length; i++) {
                scale[i] = Math.max(1e-12, dot(c, samples.get(i).features()));
                target[i] = 1 + Math.max(-1, Math.min(1, Math.log(samples.get(i).seconds() / scale[i])));
            }
            c = solve(samples, scale, target, deviation);
        }
        return c;
    }

    private static double[] solve(List<Sample> samples, double[] scale, double[] target, double[] deviation) {
        int columns = samples.get(0).features().length;
        double[][] a = new double[scale.length][columns];
        double[] largest = new double[columns];
        double[] y = new double[scale.length];
        for (int i = 0; i < scale.length; i++) {
            y[i] = target[i] / deviation[i];
            for (int c = 0; c < columns; c++) {
                a[i][c] = samples.get(i).features()[c] / scale[i] / deviation[i];
                largest[c] = Math.max(largest[c], a[i][c]);
            }
        }
        for (double[] row : a) {
            for (int c = 0; c < columns; c++) {
                row[c] /= largest[c] > 0 ? largest[c] : 1;
            }
        }
        double[] x = NonNegativeLeastSquares.solve(a, y);
        for (int c = 0; c < columns; c++) {
            x[c] /= largest[c] > 0 ? largest[c] : 1;
        }
        return x;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private double additive(double[] features) {
        return Math.max(dot(coefficients, features), 1e-12);
    }

    /** Seconds per unit of each feature. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    public Smoothness smoothness() {
        return smoothness;
    }

    /** The additive base alone: what is left when the residual is switched off. */
    public double baseSeconds(double[] features) {
        return additive(features);
    }

    /** The seconds at a shape. */
    public Forecast at(double[] features, double[] position) {
        double[] k = new double[positions.length];
        for (int i = 0; i < k.length; i++) {
            k[i] = correlation(position, positions[i]);
        }
        double seconds = additive(features) * Math.exp(dot(k, weights));
        double unexplained = Math.max(0, 1 - cholesky.squareOfHalf(k));
        double far = Math.sqrt((smoothness.nugget() + unexplained) / (smoothness.nugget() + 0.1));
        return new Forecast(seconds, looDeviation * Math.max(1, far));
    }
}
