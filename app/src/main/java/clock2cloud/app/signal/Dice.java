package clock2cloud.app.signal;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The root of this floor's randomness; split it once for each cause. */
final class Dice {
    private Dice() {}

    static RandomGenerator.SplittableGenerator of(long seed) {
        return RandomGeneratorFactory.<RandomGenerator.SplittableGenerator>of("L64X128MixRandom")
                .create(seed);
    }
}
