package clock2cloud.signal.bits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class GaussianTest {
    private static final int DRAWS = 4_000_000;

    /** Every interval of the distribution, the tail's too, holds its share within 4.5 standard errors. */
    @Test
    void sharesOfIntervalsAreThoseOfTheNormalDistribution() {
        double[] bounds = {-4.5, -4, -3.6, -3.4426, -3, -2, -1, -0.3, 0, 0.2, 0.7, 1.5, 2.5, 3.4, 3.5, 4, 4.5};
        int[] below = new int[bounds.length];
        RandomGenerator random = new SplittableRandom(7);
        for (int i = 0; i < DRAWS; i++) {
            double z = Gaussian.next(random);
            for (int j = 0; j < bounds.length; j++) {
                below[j] += z < bounds[j] ? 1 : 0;
            }
        }
        NormalDistribution normal = new NormalDistribution();
        for (int j = 0; j < bounds.length; j++) {
            double share = normal.cumulativeProbability(bounds[j]);
            double error = Math.sqrt(share * (1 - share) / DRAWS);
            assertEquals(share, below[j] / (double) DRAWS, 4.5 * error, "below " + bounds[j]);
        }
    }
}
