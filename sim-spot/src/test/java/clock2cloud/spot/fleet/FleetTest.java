package clock2cloud.spot.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.spot.market.CorrelatedZones;
import clock2cloud.spot.price.PricePath;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FleetTest {
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

    /**
     * Two zones for ten hours, four instances, restart half an hour. Zone a: $0.1, but $5 from hour 4 to hour 6; zone b: $0.2.
     * Lowest price: four in a die at 4, four go to b and stay. 4 x 4 h x 0.1 + 4 x 6 h x 0.2 = $6.40; worked 40 h less
     * eight restarts of half an hour. Diversified: two in each; two die at 4 and go to b: 2 x 4 x 0.1 + 2 x 10 x 0.2 + 2 x
     * 6 x 0.2 = $7.20; six restarts.
     */
    @Test
    void twoZonesByHand() {
        PricePath a = new PricePath(new double[] {0, 14_400, 21_600}, new double[] {0.1, 5, 0.1}, 36_000);
        PricePath b = PricePath.constant(0.2, 36_000);
        FleetOutcome lowest = new FleetRun(List.of(a, b), FleetStrategy.LOWEST_PRICE, 4, 1, 1, 1800).run();
        assertEquals(6.40, lowest.costDollars(), 1e-9);
        assertEquals(36.0 / 40, lowest.workingFraction(), 1e-12);
        assertEquals(4, lowest.lostAtOnce());
        assertEquals(8, lowest.launched());
        assertEquals(1, lowest.fullFraction(), 1e-12);
        FleetOutcome spread = new FleetRun(List.of(a, b), FleetStrategy.DIVERSIFIED, 4, 1, 1, 1800).run();
        assertEquals(7.20, spread.costDollars(), 1e-9);
        assertEquals(37.0 / 40, spread.workingFraction(), 1e-12);
        assertEquals(2, spread.lostAtOnce());
    }

    /** Zones that share a cause leave a spread fleet with nothing far oftener than independent ones, as often as any strategy. */
    @Test
    void diversificationHelpsLessWhenZonesShareACause() {
        CorrelatedZones zones = CorrelatedZones.of2015(0.09, 0.65, 900);
        double year = 2 * 365 * 86_400.0;
        FleetOutcome one = run(zones.paths(new SplittableRandom(7), year), FleetStrategy.LOWEST_PRICE);
        FleetOutcome spread = run(zones.paths(new SplittableRandom(7), year), FleetStrategy.DIVERSIFIED);
        FleetOutcome independent =
                run(zones.independent().paths(new SplittableRandom(7), year), FleetStrategy.DIVERSIFIED);
        assertEquals(one.emptyFraction(), spread.emptyFraction(), 1e-12);
        assertTrue(spread.emptyFraction() > 5 * independent.emptyFraction(), spread + " " + independent);
    }

    private static FleetOutcome run(List<PricePath> zones, FleetStrategy strategy) {
        return new FleetRun(zones, strategy, 12, 0.65, 0.65, 300).run();
    }
}
