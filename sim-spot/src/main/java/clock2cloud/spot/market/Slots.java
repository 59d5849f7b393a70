package clock2cloud.spot.market;

import clock2cloud.spot.price.PricePath;
import java.util.Arrays;

/** Builds a path from one price a slot; equal neighbours become one stretch. */
final class Slots {
    private Slots() {}

    static PricePath path(double[] prices, double slotSeconds) {
        double[] seconds = new double[prices.length];
        double[] dollars = new double[prices.length];
        int n = 0;
        for (int i = 0; i < prices.length; i++) {
            if (n == 0 || prices[i] != dollars[n - 1]) {
                seconds[n] = i * slotSeconds;
                dollars[n++] = prices[i];
            }
        }
        return new PricePath(Arrays.copyOf(seconds, n), Arrays.copyOf(dollars, n), prices.length * slotSeconds);
    }

    /** To the nearest multiple of a step, or unchanged where the step is 0. */
    static double rounded(double price, double step) {
        return step > 0 ? Math.rint(price / step) * step : price;
    }
}
