package clock2cloud.spot.market;

import clock2cloud.spot.price.PricePath;
import java.util.random.RandomGenerator;

/** A source of prices. */
@FunctionalInterface
public interface Market {
    /** Prices from 0 for so many seconds. */
    PricePath path(RandomGenerator random, double durationSeconds);

    /** A recorded history as a market: always the same path. */
    static Market replay(PricePath recorded) {
        return (random, durationSeconds) -> recorded;
    }

    /** The number of slots that cover a duration. */
    static int slots(double durationSeconds, double slotSeconds) {
        double slots = Math.ceil(durationSeconds / slotSeconds - 1e-9);
        if (!(slots >= 1 && slots <= 50_000_000)) {
            throw new IllegalArgumentException("market: " + durationSeconds + " s in slots of " + slotSeconds
                    + " s must make 1 to 50 million slots");
        }
        return (int) slots;
    }

    static void require(boolean holds, String market, String field, double value, String domain) {
        if (!holds) {
            throw new IllegalArgumentException(market + ": " + field + " = " + value + " must be " + domain);
        }
    }
}
