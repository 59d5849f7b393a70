package clock2cloud.spot.bid;

import clock2cloud.spot.price.PricePath;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The least bid that is promised to hold a machine for a duration d with probability p. Wolski, Brevik, Chard and Chard,
 * <i>Probabilistic guarantees of execution duration for Amazon spot instances</i>, SC 2017 (DrAFTS): both the next price and
 * the time to the next price over the bid are bounded at the quantile sqrt(p), each from a past that is cut where it changed
 * its law. From the price's bound upward, in steps of 5%, the first bid is taken that outlasted d often enough. Differs in
 * that only whole durations of the past count, none that the record cuts off.
 *
 * @param confidence of either bound
 */
public record DraftsBid(double durationSeconds, double probability, double confidence) {
    private static final double STEP = 1.05;
    private static final int MOST_VALUES = 20_000;

    public DraftsBid {
        if (!(durationSeconds > 0 && durationSeconds < 1e9) || !(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("DrAFTS bid: duration " + durationSeconds
                    + " s must be positive and the probability " + probability + " in (0, 1)");
        }
    }

    /** What is bid at a time, knowing the prices before it; empty when the past is too short or no bid up to the cap will do. */
    public OptionalDouble bid(PricePath path, double nowSeconds, double stepSeconds, double capDollarsPerHour) {
        int known = (int) Math.min(MOST_VALUES, Math.floor((nowSeconds - path.startSeconds()) / stepSeconds));
        if (known < 1) {
            return OptionalDouble.empty();
        }
        double first = nowSeconds - known * stepSeconds;
        double[] prices = IntStream.range(0, known)
                .mapToDouble(i -> path.at(first + i * stepSeconds))
                .toArray();
        QuantileBound law = new QuantileBound(Math.sqrt(probability), confidence);
        QuantileBound.Learnt learnt = law.learn(prices);
        if (!learnt.bounds()) {
            return OptionalDouble.empty();
        }
        int length = (int) Math.ceil(durationSeconds / stepSeconds - 1e-9);
        for (double bid = learnt.bound(); bid <= capDollarsPerHour * (1 + 1e-12); bid *= STEP) {
            if (outlasts(prices, learnt.from(), length, bid, law)) {
                return OptionalDouble.of(bid);
            }
        }
        return OptionalDouble.empty();
    }

    /** Whether enough of the starts at which this bid would have been let in were held for the whole length. */
    private static boolean outlasts(double[] prices, int from, int length, double bid, QuantileBound law) {
        int starts = 0;
        int held = 0;
        int over = prices.length; // the next price over the bid, going back in time
        for (int i = prices.length - 1; i >= from; i--) {
            over = prices[i] > bid ? i : over;
            if (i + length <= prices.length && prices[i] <= bid) {
                starts++;
                held += over - i >= length ? 1 : 0;
            }
        }
        int place = law.upperPlace(starts);
        return place > 0 && held >= place;
    }
}
