package clock2cloud.spot.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Zheng et al., SIGCOMM 2015. */
class ProviderKnownAnswersTest {
    private static final Provider C3 = Provider.pareto(0.84, 0.1281, 0.6, 0.02, 5, 300);

    /** Equation 2: at the optimum L waiting bids are (pb-pl)/(pb-pi) (beta/(pb-2pi) - 1). */
    @Property(tries = 50)
    void theOptimumSolvesItsEquation(@ForAll @DoubleRange(min = 0.05, max = 50) double waiting) {
        double price = C3.optimalPrice(waiting);
        if (price > 0.1281 + 1e-9) {
            assertEquals(waiting, (0.84 - 0.1281) / (0.84 - price) * (0.6 / (0.84 - 2 * price) - 1), 1e-6 * waiting);
        }
    }

    /** Equation 3 maximises the gain: no price nearby, nor anywhere on a grid, does better. */
    @Property(tries = 50)
    void theOptimalPriceIsOptimal(@ForAll @DoubleRange(min = 0.05, max = 50) double waiting) {
        double best = C3.gain(C3.optimalPrice(waiting), waiting);
        for (double price = 0.1281; price <= 0.84; price += 0.001) {
            assertTrue(C3.gain(price, waiting) <= best + 1e-9);
        }
        assertTrue(C3.optimalPrice(waiting) < 0.42 || C3.optimalPrice(waiting) <= 0.84);
    }

    @Test
    void thePriceStaysUnderHalfOfOnDemand() {
        for (double p = 0; p < 1; p += 0.01) {
            assertTrue(C3.quantile(p) < 0.42);
            assertEquals(p, C3.cdf(C3.quantile(p)), 1e-9);
        }
    }

    /** Erratum: equation 7 as printed does not integrate to 1; with the factor 2 theta beta / (pb - 2 pi)^2 it does. */
    @Test
    void theDensityNeedsItsJacobian() {
        double corrected = 0;
        double printed = 0;
        double step = 1e-6;
        for (double price = 0.1281 + step / 2; price < 0.42; price += step) {
            corrected += C3.density(price) * step;
            printed += C3.printedDensity(price) * step;
        }
        assertEquals(1, corrected, 1e-3);
        assertTrue(Math.abs(printed - 1) > 0.1, "printed " + printed);
    }
}
