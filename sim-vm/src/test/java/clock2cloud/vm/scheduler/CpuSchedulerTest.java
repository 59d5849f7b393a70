package clock2cloud.vm.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.vm.entitlement.Claim;
import clock2cloud.vm.entitlement.Entitlement;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CpuSchedulerTest {
    private static final Load BUSY = Load.cpuBound(0.007);

    private static CpuScheduler.Result run(int cores, RunQueue.Kind kind, double seconds, Guest... guests) {
        return new CpuScheduler(cores, kind, List.of(guests), 0, new SplittableRandom(1)).run(seconds, 0);
    }

    @ParameterizedTest
    @EnumSource
    void sharesFollowTheWeightsUnderContention(RunQueue.Kind kind) {
        for (double weight : new double[] {1, 3, 9}) {
            CpuScheduler.Result result = run(1, kind, 60, Guest.of("a", 1, 1, BUSY), Guest.of("b", weight, 1, BUSY));
            assertEquals(1 / (1 + weight), result.guest("a").coreFraction(), 0.002, kind + " 1:" + weight);
            assertEquals(weight / (1 + weight), result.guest("b").coreFraction(), 0.002);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theWeightIsTheMachinesNotTheVirtualCpus(RunQueue.Kind kind) {
        // Xen, and Linux groups: a guest of two virtual CPUs has no more than one of the same weight
        CpuScheduler.Result result = run(1, kind, 60, Guest.of("one", 1, 1, BUSY), Guest.of("two", 1, 2, BUSY));
        assertEquals(0.5, result.guest("one").coreFraction(), 0.003);
        assertEquals(0.5, result.guest("two").coreFraction(), 0.003);
    }

    @ParameterizedTest
    @CsvSource({"0.25, 1, 0.25", "0.5, 1, 0.5", "0.8, 1, 0.8", "1.5, 2, 1.5", "1.5, 1, 1", "4, 2, 2"})
    void aQuotaHoldsAlsoOnAnIdleHost(double quota, int threads, double cores) {
        for (RunQueue.Kind kind : RunQueue.Kind.values()) {
            Guest guest = Guest.of("a", 1, threads, BUSY).withQuota(quota);
            assertEquals(cores, run(2, kind, 60, guest).guest("a").coreFraction(), 0.001);
        }
    }

    @Test
    void theSimulationMeetsTheClosedFormOfBandwidthControl() {
        Guest guest = Guest.of("a", 1, 1, BUSY).withQuota(0.5);
        GuestTime simulated = run(1, RunQueue.Kind.FAIR, 100, guest).guest("a");
        BandwidthLimit.StepTimes closed = BandwidthLimit.ofCores(0.5).steps(0.007, 1, 7142);
        assertEquals(closed.meanSeconds(), simulated.meanLatencySeconds(), 1e-5);
        assertEquals(closed.medianSeconds(), simulated.medianLatencySeconds(), 1e-6);
        assertEquals(closed.p99Seconds(), simulated.p99LatencySeconds(), 1e-6);
        // a step that meets the end of the quota waits 50 ms more: one in seven, so p99 is 57 ms
        assertEquals(0.057, closed.p99Seconds(), 1e-9);
        assertEquals(0.007, closed.medianSeconds(), 1e-9);
    }

    @Test
    void bandwidthControlByHand() {
        BandwidthLimit half = BandwidthLimit.ofCores(0.5);
        // 130 ms of CPU: 50 ms in each of two periods, and 30 ms of the third: 200 + 30
        assertEquals(0.23, half.wallSeconds(0.13, 1), 1e-12);
        // two threads use the 50 ms up in 25: the fourth half is reached after 100 + 25
        assertEquals(0.125, half.wallSeconds(0.1, 2), 1e-12);
        assertEquals(0.13, BandwidthLimit.ofCores(1.5).wallSeconds(0.13, 1), 1e-12);
        assertEquals(0.5, half.coreFraction(4));
        assertEquals(1, BandwidthLimit.ofCores(1.5).coreFraction(1));
    }

    @ParameterizedTest
    @EnumSource
    void aBurstyGuestBesideABusyOneStealsLittleTimeWithPreemptionAndAQuantumWithout(RunQueue.Kind kind) {
        Guest bursty = Guest.of("bursty", 1, 1, new Load(0.001, 0.05, false));
        CpuScheduler.Result result = run(1, kind, 60, bursty, Guest.of("busy", 1, 1, BUSY));
        GuestTime time = result.guest("bursty");
        double worst = kind == RunQueue.Kind.STRIDE ? 0.0115 : 0.0055;
        assertTrue(time.p99LatencySeconds() < worst, kind + " " + time.p99LatencySeconds());
        assertEquals(0, result.idleSeconds(), 1e-9);
    }

    @Test
    void switchesCostTime() {
        Guest a = Guest.of("a", 1, 1, BUSY);
        Guest b = Guest.of("b", 1, 1, BUSY);
        CpuScheduler.Result free = run(1, RunQueue.Kind.FAIR, 20, a, b);
        CpuScheduler.Result costly =
                new CpuScheduler(1, RunQueue.Kind.FAIR, List.of(a, b), 1e-3, new SplittableRandom(1)).run(20, 0);
        assertTrue(costly.guest("a").steps() < free.guest("a").steps() * 0.8);
    }

    @Test
    void theTimelineCoversTheCore() {
        CpuScheduler.Result result = new CpuScheduler(
                        1,
                        RunQueue.Kind.CREDIT,
                        List.of(Guest.of("a", 1, 1, BUSY), Guest.of("b", 3, 1, BUSY)),
                        0,
                        new SplittableRandom(1))
                .run(1, 1);
        double covered = result.timeline().stream()
                .mapToDouble(s -> s.toSeconds() - s.fromSeconds())
                .sum();
        assertEquals(1, covered, 1e-9);
    }

    @Provide
    Arbitrary<Guest> guests() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(Double.POSITIVE_INFINITY, 0.3, 0.8, 1.5),
                        Arbitraries.of(BUSY, Load.bursty(0.004, 0.02), new Load(0.01, 0.01, false)))
                .as((weight, cpus, quota, load) ->
                        Guest.of("vm", weight, cpus, load).withQuota(quota));
    }

    @Property(tries = 60)
    void timeIsConserved(@ForAll("guests") Guest a, @ForAll("guests") Guest b, @ForAll RunQueue.Kind kind) {
        CpuScheduler.Result result = run(2, kind, 3, a, b);
        double ran = result.guests().stream().mapToDouble(GuestTime::ranSeconds).sum();
        assertEquals(2 * 3, ran + result.idleSeconds(), 1e-6);
        for (int i = 0; i < 2; i++) {
            GuestTime time = result.guests().get(i);
            Guest guest = List.of(a, b).get(i);
            double all = time.ranSeconds() + time.stealSeconds() + time.throttledSeconds() + time.pausedSeconds();
            assertEquals(3.0 * guest.virtualCpus(), all, 1e-6);
            assertTrue(time.coreFraction() <= guest.quotaCores() * (1 + 1e-6));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FAIR", "STRIDE"})
    void theSimulationMeetsTheEntitlement(RunQueue.Kind kind) {
        CpuScheduler.Result result = run(
                2,
                kind,
                60,
                Guest.of("a", 5, 1, BUSY),
                Guest.of("b", 1, 2, BUSY),
                Guest.of("c", 2, 2, BUSY).withQuota(0.3));
        double[] entitled = Entitlement.divide(
                2, List.of(new Claim("a", 1, 0, 1, 5), new Claim("b", 2, 0, 2, 1), new Claim("c", 2, 0, 0.3, 2)));
        for (int i = 0; i < 3; i++) {
            assertEquals(entitled[i], result.guests().get(i).coreFraction(), 0.01);
        }
    }

    @Test
    void badGuestsAreNamed() {
        assertThrows(IllegalArgumentException.class, () -> Guest.of("a", 0, 1, BUSY));
        assertThrows(
                IllegalArgumentException.class, () -> Guest.of("a", 1, 1, BUSY).withQuota(-1));
        assertThrows(IllegalArgumentException.class, () -> Load.cpuBound(0));
        assertThrows(IllegalArgumentException.class, () -> new BandwidthLimit(Double.NaN, 0.1));
    }

    /** 25 ms in 100 of which a fifth is not work and 1 ms of the rest warms up: 19 ms; work of 19 ms takes a period. */
    @Test
    void notAllOfAQuotaIsWork() {
        BandwidthLimit left = BandwidthLimit.ofCores(0.25).of(0.8).afterPauses(0.001);
        assertEquals(0.019, left.quotaSeconds(), 1e-12);
        assertEquals(0.119, left.wallSeconds(0.038, 1), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> BandwidthLimit.ofCores(0.25)
                .of(0));
        assertThrows(IllegalArgumentException.class, () -> BandwidthLimit.ofCores(0.25)
                .afterPauses(1));
    }

    /** 4 ms slices of which 0.4 warm up: 10 parts of CPU time for 9 of work. */
    @Test
    void aColdStartCostsAPartOfEachSlice() {
        assertEquals(10 / 9.0, new ColdStart(0.004, 0.0004).slowdownRatio(), 1e-12);
        assertEquals(1, ColdStart.NONE.slowdownRatio());
        assertThrows(IllegalArgumentException.class, () -> new ColdStart(0.001, 0.001));
    }
}
