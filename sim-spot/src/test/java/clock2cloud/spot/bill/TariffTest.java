package clock2cloud.spot.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffTest {
    /** p2.xlarge, December 2016 and July 2017: 0.573/0.9 = 63.7%, 0.399/0.9 = 44.3%, 0.399 x 26,280 h = $10,486. */
    @Test
    void breakEvenOfTheK80() {
        List<Tariff.Line> lines = Tariff.of("p2.xlarge", 0.18);
        assertEquals(0.637, lines.get(1).breakEvenFraction(), 1e-3);
        assertEquals(0.443, lines.get(2).breakEvenFraction(), 1e-3);
        assertEquals(10_486, lines.get(2).upfrontDollars().orElseThrow(), 1);
        assertTrue(lines.get(3).dollarsPerHour() < lines.get(2).dollarsPerHour());
    }

    /**
     * Source: AWS-Spot-Analysis/spot-analysis @9c8c08df5048, pricing-data.csv, December 2016, us-east-1; as printed there. On
     * demand, one year (nothing, partly, all upfront), three years (partly, all), convertible all upfront.
     */
    @ParameterizedTest
    @CsvSource({
        "p2.xlarge, 0.900, 0.684, 0.585, 0.573, 0.425, 0.399, 0.516",
        "p2.8xlarge, 7.200, 5.476, 4.680, 4.586, 3.400, 3.196, 4.128",
        "g2.2xlarge, 0.650, 0.474, 0.405, 0.397, 0.300, 0.282, 0.357",
        "m4.xlarge, 0.215, 0.147, 0.126, 0.123, 0.086, 0.081, 0.111"
    })
    void theLadderOfDecember2016(
            String type,
            double demand,
            double none,
            double partly,
            double all,
            double partly3,
            double all3,
            double conv) {
        Map<String, Double> prices = new HashMap<>();
        Tariff.of(type, 0.18, LocalDate.of(2016, 12, 24))
                .forEach(line -> prices.put(line.name(), line.dollarsPerHour()));
        assertEquals(demand, prices.get("on demand"));
        assertEquals(none, prices.get("reserved 1 year, nothing upfront"));
        assertEquals(partly, prices.get("reserved 1 year, partly upfront"));
        assertEquals(all, prices.get("reserved 1 year, all upfront"));
        assertEquals(partly3, prices.get("reserved 3 years, partly upfront"));
        assertEquals(all3, prices.get("reserved 3 years, all upfront"));
        assertEquals(conv, prices.get("convertible 3 years, all upfront"));
    }

    @Test
    void theListOfTheDayIsTaken() {
        assertEquals(PriceList.JULY_2017, PriceList.on(LocalDate.of(2017, 7, 20)));
        assertEquals(PriceList.DECEMBER_2016, PriceList.on(LocalDate.of(2010, 1, 1)));
        assertEquals(6.88, PriceList.on(LocalDate.of(2026, 7, 20)).onDemandDollarsPerHour("p5.4xlarge"));
        assertThrows(IllegalArgumentException.class, () -> PriceList.JULY_2017.onDemandDollarsPerHour("p5.4xlarge"));
    }

    /** $7,884 over three years of 8,760 h are 0.30 $/h; with 0.15 $/h to run, 0.30 / (0.90 - 0.15) = 40% breaks even. */
    @Test
    void aMachineBoughtAndADedicatedOneByHand() {
        Tariff.Line bought = Tariff.bought(0.9, 7884, 3, 0.15);
        assertEquals(0.45, bought.dollarsPerHour(), 1e-12);
        assertEquals(0.4, bought.breakEvenFraction(), 1e-12);
        assertEquals(2.99, Tariff.dedicated(0.9, 1.1, 2).dollarsPerHour(), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> Tariff.bought(0.9, 7884, 3, 0.9));
        assertThrows(IllegalArgumentException.class, () -> Tariff.dedicated(0.9, 0.5, 0));
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
