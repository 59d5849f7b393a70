package clock2cloud.spot.bid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.spot.price.BidOutcome;
import clock2cloud.spot.price.PricePath;
import clock2cloud.spot.trace.CsvTable;
import clock2cloud.spot.trace.PriceFile;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftsBidTest {
    /** 0.95^58 = 0.0510 and 0.95^59 = 0.0485: the largest of 59 bounds the 95% quantile with 95% confidence, of 58 not yet. */
    @Test
    void wilksNumbers() {
        QuantileBound law = new QuantileBound(0.95, 0.95);
        assertEquals(59, law.fewest());
        assertEquals(0, law.upperPlace(58));
        assertEquals(59, law.upperPlace(59));
        assertEquals(92, law.upperPlace(93)); // P(Bin(93, .95) < 92) = 0.9500
        assertEquals(2, law.rareRun(0)); // 0.05 x 0.05 is under a hundredth
        assertTrue(law.rareRun(0.95) > 2);
    }

    /** The bound covers the next value of independent draws as often as promised, and a jump of the law is noticed. */
    @Test
    void aJumpIsForgotten() {
        SplittableRandom random = new SplittableRandom(7);
        double[] values = new double[2000];
        Arrays.setAll(values, i -> random.nextDouble() + (i >= 1500 ? 5 : 0));
        QuantileBound law = new QuantileBound(0.95, 0.95);
        QuantileBound.Learnt before = law.learn(Arrays.copyOf(values, 1500));
        assertTrue(before.changes() <= 3 && before.bound() > 0.95 && before.bound() <= 1, before.toString());
        QuantileBound.Learnt after = law.learn(values);
        assertTrue(after.from() > 1400 && after.bound() > 5.9, after.toString());
    }

    /**
     * The hourly prices of 2016 (AWS-Spot-Analysis @9c8c08df5048, means over all systems), m4.xlarge in two zones: from every
     * sixth hour on what is bid with the past alone must hold three hours with probability 0.9, within the binomial error of
     * the number of separate three-hour stretches tried.
     */
    @ParameterizedTest
    @ValueSource(strings = {"ap-northeast-2a", "ap-northeast-2c"})
    void thePromiseHoldsOnRecordedPrices(String zone) {
        PricePath path = PriceFile.read(
                        "aws-2016",
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        CsvTable.class.getResourceAsStream("aws-2016-hourly-m4.xlarge.csv")),
                                StandardCharsets.UTF_8))
                .history("", zone, "")
                .path();
        DraftsBid promise = new DraftsBid(3 * 3600, 0.9, 0.95);
        int tried = 0;
        int held = 0;
        for (double now = 14 * 86_400; now < path.endSeconds() - 3 * 3600; now += 6 * 3600) {
            OptionalDouble bid = promise.bid(path, now, 3600, 10);
            if (bid.isPresent()) {
                tried++;
                held += holds(path, bid.getAsDouble(), now) ? 1 : 0;
            }
        }
        assertTrue(tried > 50, tried + " bids");
        assertTrue(held >= tried * 0.9 - 4 * Math.sqrt(tried * 0.09), held + " of " + tried);
    }

    private static boolean holds(PricePath path, double bid, double now) {
        return BidOutcome.of(path.between(now, now + 3 * 3600), bid).heldFraction() >= 1 - 1e-9;
    }
}
