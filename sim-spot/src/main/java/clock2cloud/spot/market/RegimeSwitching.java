package clock2cloud.spot.market;

import clock2cloud.spot.price.PricePath;
import java.util.random.RandomGenerator;

/**
 * Two regimes that last exponential times: calm, where the log price wanders back to its mean, and spikes, where it jumps
 * to a multiple of the on-demand price, up to the cap. The shape of the auction years 2015 to 2017.
 *
 * @param calmDollarsPerHour median price while calm
 * @param onDemandDollarsPerHour the yardstick of spikes
 * @param capRatio the highest price over on-demand, 10 in those years
 * @param calmSeconds mean length of calm
 * @param spikeSeconds mean length of a spike
 * @param volatility standard deviation of the log price while calm
 */
public record RegimeSwitching(
        double calmDollarsPerHour,
        double onDemandDollarsPerHour,
        double capRatio,
        double calmSeconds,
        double spikeSeconds,
        double volatility,
        double slotSeconds)
        implements Market {
    private static final double MEMORY_SECONDS = 6 * 3600;

    public RegimeSwitching {
        Market.require(calmDollarsPerHour > 0, "regimes", "calm price", calmDollarsPerHour, "more than 0 $/h");
        Market.require(onDemandDollarsPerHour > 0, "regimes", "on-demand", onDemandDollarsPerHour, "more than 0 $/h");
        Market.require(capRatio >= 1 && capRatio <= 1000, "regimes", "cap", capRatio, "1 to 1000 times on-demand");
        Market.require(calmSeconds > 0, "regimes", "calm", calmSeconds, "more than 0 s");
        Market.require(spikeSeconds > 0, "regimes", "spike", spikeSeconds, "more than 0 s");
        Market.require(volatility >= 0 && volatility < 5, "regimes", "volatility", volatility, "in [0, 5)");
        Market.require(slotSeconds > 0, "regimes", "slot", slotSeconds, "more than 0 s");
    }

    @Override
    public PricePath path(RandomGenerator random, double durationSeconds) {
        double[] prices = new double[Market.slots(durationSeconds, slotSeconds)];
        double keep = Math.exp(-slotSeconds / MEMORY_SECONDS);
        double noise = volatility * Math.sqrt(1 - keep * keep);
        double toSpike = -Math.expm1(-slotSeconds / calmSeconds);
        double toCalm = -Math.expm1(-slotSeconds / spikeSeconds);
        double level = volatility * random.nextGaussian();
        boolean spike = random.nextDouble() < spikeSeconds / (calmSeconds + spikeSeconds);
        double height = spike ? height(random) : 0;
        for (int i = 0; i < prices.length; i++) {
            level = keep * level + noise * random.nextGaussian();
            if (random.nextDouble() < (spike ? toCalm : toSpike)) {
                spike = !spike;
                height = spike ? height(random) : 0;
            }
            double calm = calmDollarsPerHour * Math.exp(level);
            double price = spike ? Math.max(calm, height) : calm;
            prices[i] = Slots.rounded(Math.min(price, capRatio * onDemandDollarsPerHour), 0.0001);
        }
        return Slots.path(prices, slotSeconds);
    }

    private double height(RandomGenerator random) {
        return onDemandDollarsPerHour * Math.min(capRatio, 0.8 / (1 - random.nextDouble()));
    }
}
