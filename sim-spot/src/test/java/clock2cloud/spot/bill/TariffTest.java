package clock2cloud.spot.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TariffTest {
    /** p2.xlarge, December 2016 and July 2017: 0.573/0.9 = 63.7%, 0.399/0.9 = 44.3%, 0.399 x 26,280 h = $10,486. */
    @Test
    void breakEvenOfTheK80() {
        List<Tariff.Line> lines = Tariff.of("p2.xlarge", 0.18);
        assertEquals(0.637, lines.get(1).breakEvenFraction(), 1e-3);
        assertEquals(0.443, lines.get(2).breakEvenFraction(), 1e-3);
        assertEquals(10_486, lines.get(2).upfrontDollars(), 1);
        assertTrue(lines.get(3).dollarsPerHour() < lines.get(2).dollarsPerHour());
    }

    /** Exhaustive adversary: every stopping day against the break-even rule, and against every other buying day. */
    @Test
    void theBreakEvenRuleIsTwoMinusCompetitive() {
        SkiRental ski = new SkiRental(1, 10);
        assertEquals(ski.competitiveRatio(), worst(ski, ski.buyingDay()), 1e-12);
        for (int day = 1; day < 40; day++) {
            assertTrue(worst(ski, day) >= ski.competitiveRatio() - 1e-12);
        }
        assertEquals(1.5820, SkiRental.randomisedRatio(), 5e-5);
    }

    private static double worst(SkiRental ski, int buyingDay) {
        double worst = 0;
        for (int days = 1; days < 100; days++) {
            worst = Math.max(worst, ski.cost(buyingDay, days) / ski.best(days));
        }
        return worst;
    }
}
