package clock2cloud.signal.bits;

import clock2cloud.signal.Domain;
import org.apache.commons.math3.special.Erf;

/**
 * The chance that Gaussian noise passes Q standard deviations: {@code P = erfc(Q / sqrt 2) / 2}.
 *
 * <p>Q = 6 is 1e-9, Q = 7.034 is 1e-12. {@link #fast} reads a table of its logarithm (cubic Hermite, relative error under
 * 1e-8) for the many evaluations of a statistical eye.
 */
public final class GaussianTail {
    private static final int FARTHEST = 37;
    private static final int PER_UNIT = 64;
    private static final double[] LOG = new double[FARTHEST * PER_UNIT + 2];
    private static final double[] SLOPE = new double[LOG.length];

    static {
        for (int i = 0; i < LOG.length; i++) {
            double q = (double) i / PER_UNIT;
            double tail = probability(q);
            LOG[i] = Math.log(tail);
            SLOPE[i] = -Math.exp(-q * q / 2) / Math.sqrt(2 * Math.PI) / tail / PER_UNIT;
        }
    }

    private GaussianTail() {}

    public static double probability(double q) {
        return 0.5 * Erf.erfc(q / Math.sqrt(2));
    }

    /** The Q whose tail is {@code probability}; at most one half. */
    public static double quantile(double probability) {
        Domain.require(
                probability > 1e-290 && probability <= 0.5, "error rate must lie in (0, 0.5], got %s", probability);
        double low = 0;
        double high = FARTHEST;
        for (int i = 0; i < 100; i++) {
            double q = 0.5 * (low + high);
            if (probability(q) > probability) {
                low = q;
            } else {
                high = q;
            }
        }
        return 0.5 * (low + high);
    }

    static double fast(double q) {
        if (q < 0) {
            return 1 - fast(-q);
        }
        if (q >= FARTHEST) {
            return 0;
        }
        double x = q * PER_UNIT;
        int i = (int) x;
        double u = x - i;
        double rise = LOG[i + 1] - LOG[i];
        double a = SLOPE[i] - rise;
        double b = rise - SLOPE[i + 1];
        return Math.exp(LOG[i] + u * (rise + (1 - u) * (a * (1 - u) + b * u)));
    }
}
