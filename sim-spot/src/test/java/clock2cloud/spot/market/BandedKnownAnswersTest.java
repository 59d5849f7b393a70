package clock2cloud.spot.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Agmon Ben-Yehuda et al., ACM TEAC 1(3):16 (2013), against nine pools of 2010 (adamcrosby/ec2-analysis, us-west and
 * eu-west, 425 to 520 changes each): lag-1 correlation of prices -0.452, of increments -0.726, spread of increments 0.557 of
 * the band. Bands of four standard deviations over six seeds of 6,000 changes.
 */
class BandedKnownAnswersTest {
    private static final int CHANGES = 6000;

    @ParameterizedTest
    @CsvSource({"50, -0.601, 0.056", "20, -0.614, 0.04", "4, -0.735, 0.04"})
    void incrementsOfThePrintedGenerator(int levels, double correlation, double band) {
        BandedIncrements law = new BandedIncrements(0.4, 0.45, 0.7, 0.39, 0.05 / levels, 300);
        assertEquals(correlation, overSeeds(law, true), band);
    }

    /** Erratum: the printed redraw makes neighbouring prices alike, +0.18, where the recorded ones alternate, -0.452. */
    @Test
    void thePrintedGeneratorMissesTheRecordedLevels() {
        assertEquals(0.177, overSeeds(BandedIncrements.published(0.4, 0.45, 300), false), 0.06);
    }

    /**
     * The printed generator: price lags 0.177 and 0.318, increments at lag two 0.225, spread of increments 0.345 to 0.353 of the
     * band, of prices 0.269, mean over mid-band 1.000, and a straight line of the price against the share of time (R2 over
     * 0.995). The recorded pools: 0.216 and -0.074 at lags two and three, 0.334, 0.557, 0.327. The levels generator: 0.23,
     * -0.12, 0.357, 0.560, 0.327.
     */
    @Test
    void bothGeneratorsBesideTheRecordedPools() {
        double[] printed =
                new BandedIncrements(0.4, 0.45, 0.7, 0.39, 0.001, 300).prices(new SplittableRandom(7), 36_000);
        assertEquals(0.177, Autocorrelation.of(printed, 1), 0.04);
        assertEquals(0.318, Autocorrelation.of(printed, 2), 0.03);
        assertEquals(0.225, Autocorrelation.of(steps(printed), 2), 0.03);
        assertEquals(0.349, deviation(steps(printed)) / 0.05, 0.006);
        assertEquals(0.269, deviation(printed) / 0.05, 0.006);
        assertEquals(1, Arrays.stream(printed).average().orElseThrow() / 0.425, 0.003);
        assertTrue(linearity(printed) > 0.995, "R2 " + linearity(printed));
        double[] levels = new BandedLevels(0.4, 0.45, -0.5, 0.669, 0, 300).prices(new SplittableRandom(7), 36_000);
        assertEquals(0.23, Autocorrelation.of(levels, 2), 0.03);
        assertEquals(-0.12, Autocorrelation.of(levels, 3), 0.03);
        assertEquals(0.357, Autocorrelation.of(steps(levels), 2), 0.03);
        assertEquals(0.560, deviation(steps(levels)) / 0.05, 0.01);
    }

    /** Theory of the levels before they are bent into the band: corr -phi as set, of increments -(1 - phi)/2. */
    @Test
    void theoryOfTheLevels() {
        double phi = -0.45;
        assertEquals(-0.725, -(1 - phi) / 2, 1e-12);
        assertEquals(0.557, 0.327 * Math.sqrt(2 * (1 - phi)), 5e-4);
        assertEquals(0.20, phi * phi, 0.005);
        assertEquals(-0.09, phi * phi * phi, 0.005);
    }

    /** R squared of the sorted prices against their rank. */
    private static double linearity(double... prices) {
        double[] sorted = prices.clone();
        Arrays.sort(sorted);
        double n = sorted.length;
        double meanRank = (n - 1) / 2;
        double mean = Arrays.stream(sorted).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < n; i++) {
            xy += (i - meanRank) * (sorted[i] - mean);
            xx += (i - meanRank) * (i - meanRank);
            yy += (sorted[i] - mean) * (sorted[i] - mean);
        }
        return xy * xy / xx / yy;
    }

    /** Deviations −1.5, −0.5, 0.5, 1.5: (0.75 − 0.25 + 0.75) / 5. */
    @Test
    void autocorrelationByHand() {
        assertEquals(0.25, Autocorrelation.of(new double[] {1, 2, 3, 4}, 1), 1e-12);
    }

    @Test
    void theLevelsGeneratorMatchesThem() {
        BandedLevels law = new BandedLevels(0.4, 0.45, -0.5, 0.669, 0, 300);
        assertEquals(-0.452, overSeeds(law, false), 0.04);
        assertEquals(-0.726, overSeeds(law, true), 0.04);
        double[] prices = law.prices(new SplittableRandom(7), 20_000);
        double[] steps = steps(prices);
        assertEquals(0.557, deviation(steps) / 0.05, 0.02);
        assertEquals(0.327, deviation(prices) / 0.05, 0.01);
        assertEquals(0.425, Arrays.stream(prices).average().orElseThrow(), 0.001);
    }

    @Test
    void everyPriceIsInTheBandAndTheMeanIsInTheMiddle() {
        double[] prices = BandedIncrements.published(0.4, 0.45, 300).prices(new SplittableRandom(7), 20_000);
        assertTrue(Arrays.stream(prices).allMatch(price -> price >= 0.4 - 1e-9 && price <= 0.45 + 1e-9));
        assertEquals(0.425, Arrays.stream(prices).average().orElseThrow(), 0.425 * 0.01);
    }

    private static double overSeeds(Market law, boolean ofSteps) {
        double sum = 0;
        for (int seed = 1; seed <= 6; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] prices = law instanceof BandedIncrements increments
                    ? increments.prices(random, CHANGES)
                    : ((BandedLevels) law).prices(random, CHANGES);
            sum += Autocorrelation.of(ofSteps ? steps(prices) : prices, 1);
        }
        return sum / 6;
    }

    private static double[] steps(double[] prices) {
        double[] steps = new double[prices.length - 1];
        Arrays.setAll(steps, i -> prices[i + 1] - prices[i]);
        return steps;
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
    }
}
