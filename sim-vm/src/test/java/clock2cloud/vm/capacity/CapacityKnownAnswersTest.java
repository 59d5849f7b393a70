package clock2cloud.vm.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.vm.KnownAnswers;
import clock2cloud.vm.pool.Bundle;
import clock2cloud.vm.pool.FillRule;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CapacityKnownAnswersTest {
    static Stream<List<String>> erlang() {
        return KnownAnswers.rows("erlang.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("erlang")
    void erlangTables(List<String> row) {
        Erlang law = new Erlang(Integer.parseInt(row.get(0)), Double.parseDouble(row.get(1)));
        double tolerance = Double.parseDouble(row.get(5));
        if (!row.get(2).isEmpty()) {
            assertEquals(Double.parseDouble(row.get(2)), law.blockingProbability(), tolerance);
        }
        if (!row.get(3).isEmpty()) {
            assertEquals(Double.parseDouble(row.get(3)), law.waitingProbability(), tolerance);
            assertEquals(Double.parseDouble(row.get(4)), law.meanQueue(), tolerance);
        }
    }

    @Test
    void vSphereSlots() {
        // vSphere Availability 6.7, slot policy example
        HighAvailability cluster = cluster();
        assertEquals(new Bundle(2, 2, 0), cluster.slot());
        assertEquals(List.of(4, 3, 3), cluster.slots());
        assertEquals(1, cluster.failoverCapacity());
        assertEquals(1, cluster.spareSlots(1));
    }

    @Test
    void vSpherePercent() {
        // the same cluster by percent: the guide prints 70% and 71%, and 45% and 46% left under 25%
        HighAvailability cluster = cluster();
        assertEquals(17.0 / 24, cluster.freeCpuFraction(), 1e-12);
        assertEquals(15.0 / 21, cluster.freeRamFraction(), 1e-12);
        assertEquals(0.45, cluster.sellableCpuFraction(0.25), 0.01);
        assertEquals(0.46, cluster.sellableRamFraction(0.25), 0.01);
        assertEquals(0.25, HighAvailability.reserveFraction(4, 1));
        assertEquals(0.2, HighAvailability.reserveFraction(10, 2));
    }

    private static HighAvailability cluster() {
        List<Bundle> hosts = List.of(new Bundle(9, 9, 0), new Bundle(9, 6, 0), new Bundle(6, 6, 0));
        Bundle big = new Bundle(2, 1, 0);
        Bundle small = new Bundle(1, 1, 0);
        return new HighAvailability(hosts, List.of(big, big, new Bundle(1, 2, 0), small, small));
    }

    @Test
    void dominantResourceFairness() {
        // Ghodsi et al., NSDI 2011, section 4.1: 9 CPUs and 18 GB, A <1, 4>, B <3, 1>
        DominantResourceFairness law =
                new DominantResourceFairness(List.of(9.0, 18.0), List.of(List.of(1.0, 4.0), List.of(3.0, 1.0)));
        DominantResourceFairness.Result result = law.wholeTasks();
        assertEquals(List.of(3, 2), result.tasks());
        assertEquals(List.of(9.0, 14.0), result.used());
        result.dominantShares().forEach(share -> assertEquals(2.0 / 3, share, 1e-12));
        assertEquals(2.52, law.assetFairTasks().get(0), 1e-12);
        assertEquals(2.16, law.assetFairTasks().get(1), 1e-12);
    }

    @Test
    void freeInPiecesIsNotFreeInOne() {
        // three hosts with 2 cores free each: no machine of 3 fits, one host of 6 would take 2
        Fragmentation f = Fragmentation.of(
                List.of(new Bundle(2, 9, 0), new Bundle(2, 9, 0), new Bundle(2, 9, 0)), new Bundle(3, 1, 0));
        assertEquals(0, f.placeable());
        assertEquals(2, f.pooled());
        assertEquals(1, f.lostFraction());
        assertEquals(6, f.strandedCores());
        assertEquals("cores", f.binding());
    }

    @Test
    void sellingTwiceIsRiskyAsTheBinomialSays() {
        // 4 guests of one core, each active half the time, on 2 cores: P(3 or 4 active) = 5/16
        OvercommitRisk risk = new OvercommitRisk(4, 1, 0.5, 2);
        assertEquals(5.0 / 16, risk.contentionProbability(), 1e-12);
        // lost (4 x 1 + 1 x 2) / 16 of 2 wanted: 0.1875
        assertEquals(0.1875, risk.lostWorkFraction(), 1e-12);
        assertEquals(2, risk.overcommitRatio());
        assertEquals(0, new OvercommitRisk(2, 1, 0.5, 2).contentionProbability());
        assertEquals(4, OvercommitRisk.guestsFor(1, 0.5, 2, 0.32));
    }

    @Test
    void aUsefulCoreHourByHand() {
        CoreHourCost cost = new CoreHourCost(8766, 1, 100, 300, 1.5, 0.1, 0, 10, 0.1);
        // 1 $/h + 200 W x 1.5 x 0.1 $/kWh = 1.03 $/h at half load; 10 x 0.5 x 0.9 = 4.5 useful core-hours
        assertEquals(1.03, cost.dollarsPerServerHour(0.5), 1e-12);
        assertEquals(1.03 / 4.5, cost.dollarsPerUsefulCoreHour(0.5), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> cost.dollarsPerUsefulCoreHour(0));
    }

    @Test
    void withoutNoiseTheOrderComesInTime() {
        // 1% a day from 60 of 100 cores: 80% is crossed on day 29 (60 e^0.29 = 80.2); 100 would be on day 52
        FillRule rule = new FillRule(0.8, FillRule.Basis.ALLOCATED);
        CapacityPlan plan = new CapacityPlan(100, 60, 0.5, 0.01, 0, 20, 50, rule);
        CapacityPlan.Result result = plan.run(60, 3, new SplittableRandom(1));
        assertEquals(100, result.days().get(48).medianCapacity());
        assertEquals(150, result.days().get(49).medianCapacity());
        assertEquals(0, result.runOutProbability());
        CapacityPlan late = new CapacityPlan(100, 60, 0.5, 0.01, 0, 24, 50, rule);
        assertEquals(1, late.run(60, 3, new SplittableRandom(1)).runOutProbability());
    }

    @Property(tries = 30)
    void waitingLongerForHardwareIsRiskier(
            @ForAll @IntRange(min = 0, max = 40) int lead, @ForAll @DoubleRange(min = 0, max = 0.02) double noise) {
        FillRule rule = new FillRule(0.8, FillRule.Basis.ALLOCATED);
        double soon = new CapacityPlan(100, 60, 0.5, 0.005, noise, lead, 50, rule)
                .run(90, 200, new SplittableRandom(3))
                .runOutProbability();
        double later = new CapacityPlan(100, 60, 0.5, 0.005, noise, lead + 20, 50, rule)
                .run(90, 200, new SplittableRandom(3))
                .runOutProbability();
        assertTrue(later >= soon);
    }

    @Property(tries = 100)
    void morePlacesRefuseLess(
            @ForAll @IntRange(min = 0, max = 200) int c, @ForAll @DoubleRange(min = 0, max = 300) double a) {
        assertTrue(new Erlang(c + 1, a).blockingProbability() <= new Erlang(c, a).blockingProbability());
        int enough = Erlang.serversFor(a, 0.01);
        assertTrue(new Erlang(enough, a).blockingProbability() <= 0.01);
    }

    /** Ghodsi et al., NSDI 2011, section 5: competitive equilibrium gives 45/11 and 18/11 tasks, asset fairness 2.52 and 2.16. */
    @Test
    void equalIncomes() {
        DominantResourceFairness pool = new DominantResourceFairness(
                java.util.List.of(9.0, 18.0),
                java.util.List.of(java.util.List.of(1.0, 4.0), java.util.List.of(3.0, 1.0)));
        assertEquals(45.0 / 11, pool.equalIncomeTasks().get(0), 1e-9);
        assertEquals(18.0 / 11, pool.equalIncomeTasks().get(1), 1e-9);
    }

    /** A resource that nobody runs out of is free: one tenant, one scarce resource. */
    @Test
    void whatIsLeftOverIsFree() {
        DominantResourceFairness pool = new DominantResourceFairness(
                java.util.List.of(10.0, 1000.0),
                java.util.List.of(java.util.List.of(1.0, 1.0), java.util.List.of(2.0, 1.0)));
        assertEquals(5, pool.equalIncomeTasks().get(0), 1e-6);
        assertEquals(2.5, pool.equalIncomeTasks().get(1), 1e-6);
    }
}
