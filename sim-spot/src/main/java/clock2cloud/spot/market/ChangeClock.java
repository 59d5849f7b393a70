package clock2cloud.spot.market;

import clock2cloud.spot.price.PricePath;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * When prices changed, by epoch. Ben-Yehuda, Ben-Yehuda, Schuster and Tsafrir, <i>Deconstructing Amazon EC2 Spot Instance
 * Pricing</i>, ACM TEAC 1(3):16, 2013: from January to July 2010 never within an hour of the last change nor 90 to 120 minutes
 * after it; until February 2011 never within an hour; from 9 February 2011 five quiet minutes and an exponential time of 1.5 h.
 * How the times spread where a change was allowed is not published for 2010: assumed exponential, early in 2010 with half of the
 * changes before the 90th minute (so that the published loophole pays once in four), later with a mean of 1.5 h.
 */
public enum ChangeClock {
    EARLY_2010(3600, 1800 / Math.log(2)),
    LATE_2010(3600, 1.5 * 3600),
    FROM_2011(300, 1.5 * 3600);

    private static final double GAP_FROM = 90 * 60;
    private static final double GAP_SECONDS = 30 * 60;
    private final double quietSeconds;
    private final double meanSeconds;

    ChangeClock(double quietSeconds, double meanSeconds) {
        this.quietSeconds = quietSeconds;
        this.meanSeconds = meanSeconds;
    }

    /** Time from one change to the next. */
    public double nextSeconds(RandomGenerator random) {
        double seconds = quietSeconds - Math.log1p(-random.nextDouble()) * meanSeconds;
        return this == EARLY_2010 && seconds >= GAP_FROM ? seconds + GAP_SECONDS : seconds;
    }

    /** Mean time from one change to the next. */
    public double meanSeconds() {
        double gap = this == EARLY_2010 ? GAP_SECONDS * Math.exp(-(GAP_FROM - quietSeconds) / meanSeconds) : 0;
        return quietSeconds + meanSeconds + gap;
    }

    /** A market's prices, one a slot of its own, put at this clock's times. */
    public PricePath path(Market market, double slotSeconds, RandomGenerator random, double durationSeconds) {
        int most = (int) Math.ceil(durationSeconds / quietSeconds) + 1;
        double[] seconds = new double[most];
        int changes = 0;
        for (double time = 0; time < durationSeconds; time += nextSeconds(random)) {
            seconds[changes++] = time;
        }
        PricePath slots = market.path(random, changes * slotSeconds);
        double[] dollars = new double[changes];
        for (int i = 0; i < changes; i++) {
            dollars[i] = slots.at((i + 0.5) * slotSeconds);
        }
        return new PricePath(Arrays.copyOf(seconds, changes), dollars, durationSeconds);
    }
}
