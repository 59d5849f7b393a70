package clock2cloud.spot.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class BidPropertiesTest {
    /** Prices 0.1, 0.3, 0.2, 0.5 for an hour each; a bid of 0.25 holds hours 1 and 3 and is lost twice, paying 0.15. */
    @Test
    void aPathByHand() {
        PricePath path = new PricePath(new double[] {0, 3600, 7200, 10800}, new double[] {0.1, 0.3, 0.2, 0.5}, 14400);
        BidOutcome outcome = BidOutcome.of(path, 0.25);
        assertEquals(2, outcome.evictions());
        assertEquals(0.5, outcome.heldFraction(), 1e-12);
        assertEquals(0.15, outcome.meanPaidDollarsPerHour(), 1e-12);
        assertEquals(1, outcome.evictionsPerHeldHour(), 1e-12);
        assertEquals(0.3, path.at(3600));
        assertEquals(0.1, path.at(3599.9));
    }

    @Property(tries = 200)
    void aHigherBidIsHeldLongerAndPaysNoLess(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.01, max = 1) double bid,
            @ForAll @DoubleRange(min = 0, max = 1) double more) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] seconds = new double[50];
        double[] prices = new double[50];
        for (int i = 0; i < 50; i++) {
            seconds[i] = 300.0 * i;
            prices[i] = random.nextDouble();
        }
        PricePath path = new PricePath(seconds, prices, 15000);
        BidOutcome low = BidOutcome.of(path, bid);
        BidOutcome high = BidOutcome.of(path, bid + more);
        assertTrue(high.heldFraction() >= low.heldFraction());
        assertTrue(low.spells().stream().allMatch(spell -> high.spells().stream()
                .anyMatch(wider ->
                        wider.startSeconds() <= spell.startSeconds() && wider.endSeconds() >= spell.endSeconds())));
    }
}
