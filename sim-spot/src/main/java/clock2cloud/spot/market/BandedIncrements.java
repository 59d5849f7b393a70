package clock2cloud.spot.market;

import clock2cloud.spot.price.PricePath;
import java.util.random.RandomGenerator;

/**
 * The price of EC2's first years as Agmon Ben-Yehuda et al. print it (ACM TEAC 1(3):16, 2013, section 4): D_i = -a1 D_{i-1}
 * + eps, sd(eps) = s (C - F), P_i = P_{i-1} + D_i, eps drawn again while P_i leaves [F, C] or stays, prices rounded.
 *
 * <p>Erratum: the fit of the increments holds, the redraw does not: it gives neighbouring prices a correlation of +0.18,
 * where the recorded pools of 2010 have -0.45. {@link BandedLevels} matches those.
 *
 * @param roundingDollars 0.001 in the paper; 0 for none
 */
public record BandedIncrements(
        double floorDollarsPerHour,
        double ceilingDollarsPerHour,
        double damping,
        double noiseFraction,
        double roundingDollars,
        double slotSeconds)
        implements Market {
    private static final int MOST_REDRAWS = 10_000;

    public BandedIncrements {
        Market.require(floorDollarsPerHour > 0, "banded price", "floor", floorDollarsPerHour, "more than 0 $/h");
        Market.require(
                ceilingDollarsPerHour > floorDollarsPerHour,
                "banded price",
                "ceiling",
                ceilingDollarsPerHour,
                "over the floor");
        Market.require(damping > -1 && damping < 1, "banded price", "a1", damping, "in (-1, 1)");
        Market.require(
                noiseFraction > 0.01 && noiseFraction < 10, "banded price", "noise", noiseFraction, "in (0.01, 10)");
        Market.require(
                roundingDollars >= 0 && roundingDollars <= (ceilingDollarsPerHour - floorDollarsPerHour) / 2,
                "banded price",
                "rounding",
                roundingDollars,
                "at most half the band");
        Market.require(slotSeconds > 0, "banded price", "slot", slotSeconds, "more than 0 s");
    }

    /** a1 = 0.7 and s = 0.39, the paper's constants for all types but m1.small. */
    public static BandedIncrements published(double floor, double ceiling, double slotSeconds) {
        return new BandedIncrements(floor, ceiling, 0.7, 0.39, 0.001, slotSeconds);
    }

    /** So many prices in a row, one a change. */
    public double[] prices(RandomGenerator random, int changes) {
        double band = ceilingDollarsPerHour - floorDollarsPerHour;
        double[] prices = new double[changes];
        double price = floorDollarsPerHour;
        double step = -0.1 * band; // as printed, 0.1 (F - C): it points out of the band, and the redraw saves it
        for (int i = 0; i < changes; i++) {
            double next = price;
            double increment = 0;
            for (int draw = 0; draw < MOST_REDRAWS && outside(next, price); draw++) {
                increment = -damping * step + noiseFraction * band * random.nextGaussian();
                next = Slots.rounded(price + increment, roundingDollars);
            }
            step = next - price;
            price = next;
            prices[i] = price;
        }
        return prices;
    }

    private boolean outside(double next, double price) {
        return next == price || next < floorDollarsPerHour - 1e-12 || next > ceilingDollarsPerHour + 1e-12;
    }

    @Override
    public PricePath path(RandomGenerator random, double durationSeconds) {
        return Slots.path(prices(random, Market.slots(durationSeconds, slotSeconds)), slotSeconds);
    }
}
