package clock2cloud.spot.eviction;

import java.util.random.RandomGenerator;

/** A distribution of lives (or of waits), in seconds. */
public interface LifeLaw {
    /** Probability of a life of at most this many seconds. */
    double cdf(double seconds);

    /** The smallest life whose {@link #cdf} reaches {@code probability} in [0, 1). */
    double quantile(double probability);

    double meanSeconds();

    /** One life, by inversion. */
    default double sample(RandomGenerator random) {
        return quantile(random.nextDouble());
    }

    static void require(boolean holds, String law, String field, double value, String domain) {
        if (!holds) {
            throw new IllegalArgumentException(law + ": " + field + " = " + value + " must be " + domain);
        }
    }
}
