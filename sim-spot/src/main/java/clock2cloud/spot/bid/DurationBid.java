package clock2cloud.spot.bid;

import clock2cloud.spot.price.PricePath;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The least bid that held a machine for a duration with a probability, by what the record shows: of all starts, this share
 * must have lasted; the binomial bound is subtracted, so that the promise holds with confidence. After DrAFTS, Wolski,
 * Brevik, Chard and Chard, SC 2017, on a plain window instead of their change-point detection.
 *
 * @param durationSeconds d
 * @param probability p of P(lasts d) of at least p
 */
public record DurationBid(double durationSeconds, double probability) {
    private static final double SIGMAS = 2.33; // 99 percent, one-sided

    public DurationBid {
        if (!(durationSeconds > 0 && durationSeconds < 1e9) || !(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("duration bid: duration " + durationSeconds
                    + " s must be positive and the" + " probability " + probability + " in (0, 1)");
        }
    }

    /** The highest price met by a job of the duration from each start, every {@code stepSeconds}. */
    private double[] highest(PricePath path, double from, double to, double stepSeconds) {
        int starts = (int) Math.floor((to - from - durationSeconds) / stepSeconds + 1e-9) + 1;
        double[] highest = new double[Math.max(0, starts)];
        for (int i = 0; i < highest.length; i++) {
            double start = from + i * stepSeconds;
            double high = 0;
            for (int k = path.stretchAt(start);
                    k < path.stretches() && path.startOf(k) < start + durationSeconds;
                    k++) {
                high = Math.max(high, path.priceOf(k));
            }
            highest[i] = high;
        }
        return highest;
    }

    /** The bid learnt from a stretch of the record; empty when the stretch is too short to promise it. */
    public OptionalDouble learnt(PricePath path, double from, double to, double stepSeconds) {
        double[] highest = highest(path, from, to, stepSeconds);
        double independent = Math.max(1, (to - from) / durationSeconds);
        double needed = probability + SIGMAS * Math.sqrt(probability * (1 - probability) / independent);
        if (highest.length == 0 || needed >= 1) {
            return OptionalDouble.empty();
        }
        Arrays.sort(highest);
        return OptionalDouble.of(highest[Math.min(highest.length - 1, (int) Math.ceil(needed * highest.length) - 1)]);
    }

    /** Share of the starts in a stretch that a bid would have held for the duration. */
    public double coverage(PricePath path, double bid, double from, double to, double stepSeconds) {
        double[] highest = highest(path, from, to, stepSeconds);
        if (highest.length == 0) {
            throw new IllegalArgumentException("duration bid: the record is shorter than the duration");
        }
        return (double) Arrays.stream(highest).filter(price -> price <= bid).count() / highest.length;
    }
}
