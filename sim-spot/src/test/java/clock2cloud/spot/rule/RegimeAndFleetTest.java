package clock2cloud.spot.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.spot.bill.BillingRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegimeAndFleetTest {
    @Test
    void rulesOfADay() {
        assertEquals(Regime.BAND_2009, Regime.on(LocalDate.of(2010, 6, 1)));
        assertEquals(Regime.AUCTION_2015, Regime.on(LocalDate.of(2017, 7, 20)));
        assertEquals(Regime.AUCTION_2015, Regime.on(LocalDate.of(2017, 10, 1)));
        assertEquals(BillingRule.SECOND, Regime.on(LocalDate.of(2017, 10, 2)).onDemandBilling());
        assertTrue(Regime.on(LocalDate.of(2017, 11, 27)).bids());
        assertFalse(Regime.on(LocalDate.of(2017, 11, 28)).bids());
        assertEquals(0, Regime.on(LocalDate.of(2015, 1, 4)).noticeSeconds());
        assertEquals(120, Regime.on(LocalDate.of(2015, 1, 5)).noticeSeconds());
        assertThrows(IllegalArgumentException.class, () -> Regime.on(LocalDate.of(2009, 1, 1)));
    }

    @Test
    void bidsUnderTheFloorAndOverTheCapAreRefused() {
        assertEquals(9, Regime.AUCTION_2015.checkedBid(9, 0.9));
        assertThrows(IllegalArgumentException.class, () -> Regime.AUCTION_2015.checkedBid(9.01, 0.9));
        assertThrows(IllegalArgumentException.class, () -> Regime.AUCTION_2015.checkedBid(0.0005, 0.9));
    }

    /** Amazon EC2 user guide, February 2018: spot-fleet.md, the worked examples. */
    @Test
    void fleetExamples() {
        assertEquals(Map.of("a", 4), lowest(pool("a", 0.1, 6), 24));
        assertEquals(Map.of("a", 5), lowest(pool("a", 0.1, 5), 24));
        assertEquals(Map.of("a", 4), lowest(pool("a", 0.1, 8), 30));
        FleetPool r3 = new FleetPool("r3.8xlarge", 0.10, 2.66, 8);
        assertEquals(Map.of("r3.8xlarge", 2), lowest(r3, 10));
        assertEquals(0.0125, r3.dollarsPerUnit(), 1e-12);
    }

    @Test
    void diversifiedTakesOneOfEachAndTheFourthInTheCheapest() {
        List<FleetPool> pools = List.of(pool("a", 0.3, 1), pool("b", 0.1, 1), pool("c", 0.2, 1), pool("dear", 2, 1));
        assertEquals(Map.of("b", 2, "c", 1, "a", 1), FleetStrategy.DIVERSIFIED.allocate(pools, 4));
    }

    private static Map<String, Integer> lowest(FleetPool pool, double target) {
        return FleetStrategy.LOWEST_PRICE.allocate(List.of(pool, pool("dear", 0.9, 1)), target);
    }

    private static FleetPool pool(String name, double spot, double weight) {
        return new FleetPool(name, spot, 1, weight);
    }
}
