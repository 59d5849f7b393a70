package clock2cloud.signal.bits;

import java.util.random.RandomGenerator;

/**
 * Standard normal numbers by Marsaglia and Tsang's ziggurat in Doornik's form (An improved ziggurat method to generate normal
 * random samples, 2005): the same on every Java, which {@link RandomGenerator#nextGaussian()} is not.
 */
final class Gaussian {
    private static final int LAYERS = 128;

    /** Where the tail begins, and the area of each layer. */
    private static final double TAIL = 3.442619855899;

    private static final double AREA = 9.91256303526217e-3;
    private static final double[] EDGES = new double[LAYERS + 1];

    static {
        EDGES[0] = AREA / density(TAIL);
        EDGES[1] = TAIL;
        for (int i = 2; i < LAYERS; i++) {
            EDGES[i] = Math.sqrt(-2 * StrictMath.log(AREA / EDGES[i - 1] + density(EDGES[i - 1])));
        }
    }

    private Gaussian() {}

    /** The next number: mean 0, standard deviation 1. */
    static double next(RandomGenerator random) {
        while (true) {
            long bits = random.nextLong();
            int layer = (int) (bits & LAYERS - 1);
            double x = (bits >> 11) * 0x1.0p-52 * EDGES[layer];
            if (Math.abs(x) < EDGES[layer + 1]) {
                return x;
            }
            if (layer == 0) {
                return Math.copySign(tail(random), x);
            }
            double low = density(EDGES[layer]);
            double high = density(EDGES[layer + 1]);
            if (low + random.nextDouble() * (high - low) < density(x)) {
                return x;
            }
        }
    }

    private static double tail(RandomGenerator random) {
        while (true) {
            double x = -StrictMath.log(random.nextDouble()) / TAIL;
            double y = -StrictMath.log(random.nextDouble());
            if (2 * y > x * x) {
                return TAIL + x;
            }
        }
    }

    /** Without its constant factor. */
    private static double density(double x) {
        return StrictMath.exp(-0.5 * x * x);
    }
}
