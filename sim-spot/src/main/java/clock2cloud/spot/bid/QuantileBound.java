package clock2cloud.spot.bid;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.special.Erf;

/**
 * A bound on a quantile of what comes next, from the order statistics of what has been: of n values the k-th is an upper bound
 * on the q-quantile with confidence c when P(Bin(n, q) &lt; k) &gt;= c. When values exceed the bound so often in a row that chance
 * would hardly do it, the past has changed its law: all but the shortest past that still bounds is forgotten. After QBETS,
 * Nurmi, Brevik and Wolski (2008), on which DrAFTS rests.
 *
 * @param quantile q
 * @param confidence c
 */
public record QuantileBound(double quantile, double confidence) {
    private static final double HARDLY = 0.01;

    public QuantileBound {
        if (!(quantile > 0 && quantile < 1) || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "quantile bound: quantile " + quantile + " and confidence " + confidence + " must be in (0, 1)");
        }
    }

    /** The fewest values that can bound the quantile: the largest of n does, once 1 - q^n reaches c. */
    public int fewest() {
        return (int) Math.ceil(Math.log(1 - confidence) / Math.log(quantile) - 1e-12);
    }

    /** The place, from 1, of the order statistic that bounds the quantile from above; 0 when n values are too few. */
    public int upperPlace(int n) {
        if (n < fewest()) {
            return 0;
        }
        BinomialDistribution under = new BinomialDistribution(null, n, quantile);
        int place = Math.max(1, under.inverseCumulativeProbability(confidence));
        while (place <= n && under.cumulativeProbability(place - 1) < confidence) {
            place++;
        }
        return place > n ? 0 : place;
    }

    /** How many values in a row above the bound chance would give less than once in a hundred, with this lag-1 correlation. */
    public int rareRun(double correlation) {
        double again = exceedsAgain(Math.max(0, Math.min(0.999, correlation)));
        double chance = 1 - quantile;
        int run = 1;
        while (chance >= HARDLY && run < 1000) {
            chance *= again;
            run++;
        }
        return run;
    }

    /** P(Y > u | X > u) of two standard normals, u their q-quantile: the integral over x by Simpson's rule. */
    private double exceedsAgain(double correlation) {
        double u = Math.sqrt(2) * Erf.erfInv(2 * quantile - 1);
        double noise = Math.sqrt(1 - correlation * correlation);
        int steps = 400;
        double width = 8.0 / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double x = u + i * width;
            double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
            double above = 0.5 * Erf.erfc((u - correlation * x) / noise / Math.sqrt(2));
            sum += density * above * (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2);
        }
        return Math.min(1, sum * width / 3 / (1 - quantile));
    }

    /** What is learnt from values in the order of time: where the present law began, and its bound. */
    public Learnt learn(double... values) {
        int rare = rareRun(lagOne(values));
        double[] sorted = new double[values.length];
        int from = 0;
        int count = 0;
        int above = 0;
        int changes = 0;
        int place = 0;
        for (int t = 0; t < values.length; t++) {
            place = place(place, count);
            above = place > 0 && values[t] > sorted[place - 1] ? above + 1 : 0;
            if (above >= rare) {
                changes++;
                above = 0;
                from = Math.max(from, t + 1 - fewest());
                count = t + 1 - from;
                System.arraycopy(values, from, sorted, 0, count);
                Arrays.sort(sorted, 0, count);
                place = 0;
            } else {
                insert(sorted, count++, values[t]);
            }
        }
        place = place(place, count);
        return new Learnt(from, changes, place == 0 ? Double.NaN : sorted[place - 1]);
    }

    /** {@link #upperPlace} of n values, from that of one fewer: the same or the next. */
    private int place(int before, int n) {
        if (before == 0) {
            return upperPlace(n);
        }
        boolean stays = new BinomialDistribution(null, n, quantile).cumulativeProbability(before - 1) >= confidence;
        return stays ? before : before + 1;
    }

    private static void insert(double[] sorted, int count, double value) {
        int found = Arrays.binarySearch(sorted, 0, count, value);
        int at = found >= 0 ? found : -found - 1;
        System.arraycopy(sorted, at, sorted, at + 1, count - at);
        sorted[at] = value;
    }

    private static double lagOne(double... values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double above = 0;
        double below = 0;
        for (int i = 0; i < values.length; i++) {
            below += (values[i] - mean) * (values[i] - mean);
            above += i == 0 ? 0 : (values[i] - mean) * (values[i - 1] - mean);
        }
        return below > 0 ? above / below : 0;
    }

    /**
     * What the past says.
     *
     * @param from the index of the first value of the present law
     * @param changes how often the law has changed
     * @param bound NaN when too few values are left
     */
    record Learnt(int from, int changes, double bound) {
        boolean bounds() {
            return !Double.isNaN(bound);
        }
    }
}
