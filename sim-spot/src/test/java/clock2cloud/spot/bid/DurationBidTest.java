package clock2cloud.spot.bid;

import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.spot.market.RegimeSwitching;
import clock2cloud.spot.price.PricePath;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DurationBidTest {
    /** Learnt on the first half, tried on the second: the promise of 90 percent holds in at least 9 of 10 markets. */
    @Test
    void theGuaranteeHoldsInTheBackTest() {
        DurationBid bid = new DurationBid(3600, 0.9);
        int held = 0;
        for (int seed = 1; seed <= 20; seed++) {
            PricePath path = new RegimeSwitching(0.17, 0.9, 10, 20 * 3600, 3600, 0.1, 300)
                    .path(new SplittableRandom(seed), 120 * 86400.0);
            double learnt = bid.learnt(path, 0, 60 * 86400.0, 900).orElseThrow();
            held += bid.coverage(path, learnt, 60 * 86400.0, 120 * 86400.0, 900) >= 0.9 ? 1 : 0;
        }
        assertTrue(held >= 18, held + " of 20");
    }

    @Test
    void tooShortARecordPromisesNothing() {
        assertTrue(new DurationBid(36_000, 0.99)
                .learnt(PricePath.constant(0.1, 40_000), 0, 40_000, 300)
                .isEmpty());
    }
}
