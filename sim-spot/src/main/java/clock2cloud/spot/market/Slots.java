package clock2cloud.spot.market;

import clock2cloud.spot.price.PricePath;

/** Builds a path from one price a slot; equal neighbours become one stretch. */
final class Slots {
    private Slots() {}

    static PricePath path(double[] prices, double slotSeconds) {
        PricePath.Slots slots = new PricePath.Slots(slotSeconds, prices.length);
        for (double price : prices) {
            slots.add(price);
        }
        return slots.path();
    }

    /** To the nearest multiple of a step, or unchanged where the step is 0. */
    static double rounded(double price, double step) {
        return step > 0 ? Math.rint(price / step) * step : price;
    }
}
