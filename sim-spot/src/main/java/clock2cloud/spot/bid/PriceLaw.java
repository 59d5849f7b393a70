package clock2cloud.spot.bid;

import clock2cloud.spot.price.PricePath;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The distribution of a price over time: how long it was at or under each level. */
public final class PriceLaw {
    private final double[] prices;
    private final double[] upTo;
    private final double[] paidUpTo;

    private PriceLaw(double[] prices, double[] weights) {
        int[] order = IntStream.range(0, prices.length)
                .boxed()
                .sorted((i, j) -> Double.compare(prices[i], prices[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        double total = Arrays.stream(weights).sum();
        this.prices = new double[prices.length];
        upTo = new double[prices.length];
        paidUpTo = new double[prices.length];
        double sum = 0;
        double paid = 0;
        for (int k = 0; k < order.length; k++) {
            sum += weights[order[k]] / total;
            paid += weights[order[k]] / total * prices[order[k]];
            this.prices[k] = prices[order[k]];
            upTo[k] = sum;
            paidUpTo[k] = paid;
        }
    }

    public static PriceLaw of(PricePath path) {
        double[] weights = new double[path.stretches()];
        Arrays.setAll(weights, i -> path.endOf(i) - path.startOf(i));
        return new PriceLaw(path.dollarsPerHour(), weights);
    }

    /** Equally likely prices. */
    public static PriceLaw of(double... prices) {
        double[] weights = new double[prices.length];
        Arrays.fill(weights, 1);
        return new PriceLaw(prices.clone(), weights);
    }

    /** Share of the time at or under a price. */
    public double cdf(double price) {
        int k = last(price);
        return k < 0 ? 0 : Math.min(1, upTo[k]);
    }

    /** The least price that is not exceeded for this share of the time. */
    public double quantile(double probability) {
        int k = Arrays.binarySearch(upTo, probability - 1e-12);
        return prices[Math.min(prices.length - 1, k >= 0 ? k : -k - 1)];
    }

    /** Mean of the price while it is at or under a bid; 0 when it never is. */
    public double meanPaid(double bid) {
        int k = last(bid);
        return k < 0 ? 0 : paidUpTo[k] / upTo[k];
    }

    public double[] levels() {
        return Arrays.stream(prices).distinct().toArray();
    }

    private int last(double price) {
        int low = 0;
        int high = prices.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (prices[middle] <= price) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
