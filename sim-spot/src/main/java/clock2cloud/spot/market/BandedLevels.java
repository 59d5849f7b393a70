package clock2cloud.spot.market;

import clock2cloud.spot.price.PricePath;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.special.Erf;

/**
 * A banded price whose levels, not increments, are autoregressive: z_i = phi z_{i-1} + sqrt(1 - phi^2) e_i, P = F + (C - F)
 * BetaInv(Phi(z)). With phi = -0.5 and a U-shaped Beta(0.669, 0.669) it matches the correlations and the spread of the
 * nine recorded pools of 2010 that the printed generator misses.
 */
public record BandedLevels(
        double floorDollarsPerHour,
        double ceilingDollarsPerHour,
        double correlation,
        double betaShape,
        double roundingDollars,
        double slotSeconds)
        implements Market {
    private static final int TABLE = 1 << 14;
    private static final double SPREAD = 6;

    public BandedLevels {
        Market.require(floorDollarsPerHour > 0, "banded levels", "floor", floorDollarsPerHour, "more than 0 $/h");
        Market.require(
                ceilingDollarsPerHour > floorDollarsPerHour,
                "banded levels",
                "ceiling",
                ceilingDollarsPerHour,
                "over the floor");
        Market.require(correlation > -1 && correlation < 1, "banded levels", "phi", correlation, "in (-1, 1)");
        Market.require(betaShape > 0.05 && betaShape < 100, "banded levels", "beta shape", betaShape, "in (0.05, 100)");
        Market.require(roundingDollars >= 0, "banded levels", "rounding", roundingDollars, "0 or more");
        Market.require(slotSeconds > 0, "banded levels", "slot", slotSeconds, "more than 0 s");
    }

    /** The constants that fit 2010. */
    public static BandedLevels of2010(double floor, double ceiling, double slotSeconds) {
        return new BandedLevels(floor, ceiling, -0.5, 0.669, 0.001, slotSeconds);
    }

    public double[] prices(RandomGenerator random, int changes) {
        double[] levels = levels();
        double noise = Math.sqrt(1 - correlation * correlation);
        double[] prices = new double[changes];
        double z = random.nextGaussian();
        for (int i = 0; i < changes; i++) {
            prices[i] = price(z, levels);
            z = correlation * z + noise * random.nextGaussian();
        }
        return prices;
    }

    /** The price at a standard normal score. */
    double price(double z, double[] levels) {
        double at = (Math.max(-SPREAD, Math.min(SPREAD, z)) + SPREAD) / (2 * SPREAD) * TABLE;
        int i = Math.min(TABLE - 1, (int) at);
        double level = levels[i] + (at - i) * (levels[i + 1] - levels[i]);
        return Slots.rounded(
                floorDollarsPerHour + (ceilingDollarsPerHour - floorDollarsPerHour) * level, roundingDollars);
    }

    /** BetaInv(Phi(z)) on an even grid of z from -6 to 6, by integrating the density once. */
    double[] levels() {
        BetaDistribution beta = new BetaDistribution(null, betaShape, betaShape);
        double[] levels = new double[TABLE + 1];
        int knots = 512;
        double[] coarse = new double[knots + 1];
        for (int i = 0; i <= knots; i++) {
            double z = -SPREAD + 2 * SPREAD * i / knots;
            double probability = 0.5 * Erf.erfc(-z / Math.sqrt(2));
            coarse[i] = probability > 0.5
                    ? 1 - beta.inverseCumulativeProbability(0.5 * Erf.erfc(z / Math.sqrt(2)))
                    : beta.inverseCumulativeProbability(probability);
        }
        for (int i = 0; i <= TABLE; i++) {
            double at = (double) i * knots / TABLE;
            int k = Math.min(knots - 1, (int) at);
            levels[i] = coarse[k] + (at - k) * (coarse[k + 1] - coarse[k]);
        }
        return levels;
    }

    @Override
    public PricePath path(RandomGenerator random, double durationSeconds) {
        return Slots.path(prices(random, Market.slots(durationSeconds, slotSeconds)), slotSeconds);
    }
}
