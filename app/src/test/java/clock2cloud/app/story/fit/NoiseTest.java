package clock2cloud.app.story.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class NoiseTest {
    private static final int TRIALS = 40_000;

    /** Normal values of deviation 1: what five of them tell of their median's error is what it is, within a tenth. */
    @Test
    void rangeAndDeviationTellTheErrorOfTheMedian() {
        RandomGenerator dice = new SplittableRandom(8);
        double error = 0;
        double told = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            double[] five = dice.doubles(5).map(u -> normal(dice, u)).sorted().toArray();
            error += Math.abs(five[2]) / TRIALS;
            told += Noise.ofMedianByRange(five[4] - five[0], 5) / TRIALS;
        }
        assertEquals(error, told, 0.1 * error);
        assertEquals(error, Noise.ofMedian(1, 5), 0.1 * error);
    }

    private static double normal(RandomGenerator dice, double first) {
        return Math.sqrt(-2 * Math.log(1 - first)) * Math.cos(2 * Math.PI * dice.nextDouble());
    }

    /** Two values d apart: a deviation of d / 1.128, of which one of them errs by 0.798. */
    @Test
    void oneOfTwoErrsByItsDeviation() {
        assertEquals(0.798 / 1.128, Noise.ofOneByRange(1, 2), 1e-12);
    }
}
