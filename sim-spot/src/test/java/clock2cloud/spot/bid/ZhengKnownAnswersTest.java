package clock2cloud.spot.bid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zheng et al., SIGCOMM 2015; slots of five minutes. */
class ZhengKnownAnswersTest {
    @Test
    void percentiles() {
        assertEquals(0.9167, new ZhengBid(3600, 10, 300).oneTimePercentile(), 5e-5);
        assertEquals(0.9833, new ZhengBid(5 * 3600, 10, 300).oneTimePercentile(), 5e-5);
        assertEquals(29, new ZhengBid(3600, 10, 300).psiAtOptimum(), 1e-12);
        assertEquals(9, new ZhengBid(3600, 30, 300).psiAtOptimum(), 1e-12);
        assertFalse(new ZhengBid(3600, 700, 300).feasible(0.5));
    }

    /** Erratum, equation 13: 60 slots of work, half a slot of restart. Simulation sides with the exact count. */
    @ParameterizedTest
    @CsvSource({"0.9, 63.105, 62.632", "0.95, 61.513, 61.026"})
    void runningTime(double share, double exact, double printed) {
        ZhengBid bid = new ZhengBid(60, 0.5, 1);
        assertEquals(exact, bid.runningSeconds(share), 5e-4);
        assertEquals(printed, bid.printedRunningSeconds(share), 5e-4);
        SplittableRandom random = new SplittableRandom(7);
        int runs = 40_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < runs; i++) {
            double running = simulated(random, share);
            sum += running;
            squares += running * running;
        }
        double mean = sum / runs;
        double error = Math.sqrt((squares / runs - mean * mean) / runs);
        assertEquals(exact, mean, 4 * error);
        assertTrue(Math.abs(mean - printed) > 20 * error, "the printed formula is " + printed + ", the runs " + mean);
    }

    /** Slots are good with probability F; work goes on in good slots, and every stretch after the first restarts. */
    private static double simulated(SplittableRandom random, double share) {
        double left = 60;
        double running = 0;
        boolean held = true; // the request begins in a good slot
        double restart = 0;
        while (true) {
            if (held) {
                double worked = Math.max(0, 1 - restart);
                restart = Math.max(0, restart - 1);
                if (left <= worked + 1e-12) {
                    return running + (1 - worked) + left;
                }
                left -= worked;
                running += 1;
            }
            boolean next = random.nextDouble() < share;
            restart = next && !held ? 0.5 : restart;
            held = next;
        }
    }

    /** Uniform prices on [a, b]: psi is 2a/(b-a) at every price, so the optimum is an end. */
    @Test
    void uniformPricesAreBangBang() {
        double[] prices = new double[1001];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = 0.1 + 0.1 * i / 1000;
        }
        PriceLaw law = PriceLaw.of(prices);
        assertEquals(2, ZhengBid.psiOfUniform(0.1, 0.2), 1e-12);
        assertEquals(0.1, new ZhengBid(36_000, 60, 300).persistentBid(law), 0.002);
        assertEquals(0.2, new ZhengBid(36_000, 200, 300).persistentBid(law), 0.002);
    }

    @Test
    void aPriceLawByHand() {
        PriceLaw law = PriceLaw.of(0.3, 0.1, 0.2, 0.1);
        assertEquals(0.5, law.cdf(0.1), 1e-12);
        assertEquals(0, law.cdf(0.05));
        assertEquals(0.1, law.quantile(0.5));
        assertEquals(0.2, law.quantile(0.6));
        assertEquals(0.4 / 3, law.meanPaid(0.25), 1e-12);
    }
}
