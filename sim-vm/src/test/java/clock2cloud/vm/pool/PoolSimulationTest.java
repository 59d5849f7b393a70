package clock2cloud.vm.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.vm.capacity.Erlang;
import clock2cloud.vm.host.Overcommit;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PoolSimulationTest {
    private static final Bundle ONE = new Bundle(1, 1, 1);

    private static VmRequest vm(String name, String tenant, double arrival, double life, double cores) {
        return new VmRequest(name, tenant, arrival, life, new Bundle(cores, 1, 0));
    }

    private static PoolResult run(List<Bundle> hosts, WaitingRule rule, VmRequest... vms) {
        return PoolSimulation.of(hosts, "first-fit", rule).run(List.of(vms).iterator(), 100, 10, true);
    }

    @Test
    void refusedWorkIsPartOfTheResult() {
        PoolResult result = run(
                List.of(new Bundle(4, 8, 0)),
                WaitingRule.REFUSE,
                vm("a", "t", 0, 50, 3),
                vm("b", "t", 10, 50, 2),
                vm("c", "t", 20, 50, 5),
                vm("d", "t", 60, 500, 4));
        assertEquals(2, result.placed());
        assertEquals("b", result.refusals().get(0).name());
        assertTrue(result.refusals().get(0).reason().startsWith("no host has room for 2 cores"));
        assertTrue(result.refusals().get(1).reason().startsWith("larger than any host"));
        assertEquals(1, result.ended());
        assertEquals(1, result.running());
        assertEquals(50, result.outcomes().get(0).endSeconds());
        assertEquals(100, result.outcomes().get(1).endSeconds());
        assertEquals(3 * 50 + 4 * 40, result.heldCoreSeconds(), 1e-6);
        assertEquals(310.0 / 400, result.meanUtilisationFraction(), 1e-9);
        assertEquals(1, result.samples().get(1).leftoverCores(), 1e-9);
        assertEquals(11, result.samples().size());
    }

    @Test
    void thoseWhoWaitStartWhenThereIsRoom() {
        PoolResult result = run(
                List.of(new Bundle(4, 8, 0)),
                WaitingRule.FIRST_COME,
                vm("a", "t", 0, 30, 3),
                vm("b", "t", 10, 10, 2),
                vm("c", "t", 20, 10, 1));
        // c would fit at 20, but b came first; both start at 30
        assertEquals(30, result.outcomes().get(1).startSeconds());
        assertEquals(30, result.outcomes().get(2).startSeconds());
        assertEquals(10, result.meanWaitSeconds(), 1e-9); // (0 + 20 + 10) / 3
    }

    @Test
    void theTenantWithTheLeastGoesNext() {
        PoolResult result = run(
                List.of(new Bundle(4, 8, 0)),
                WaitingRule.DOMINANT_SHARE,
                vm("a1", "a", 0, 90, 1),
                vm("a2", "a", 0, 90, 1),
                vm("a3", "a", 0, 90, 1),
                vm("a4", "a", 0, 90, 1),
                vm("b1", "b", 0, 90, 1),
                vm("b2", "b", 0, 90, 1));
        List<String> first = result.outcomes().stream()
                .filter(o -> o.startSeconds() == 0)
                .map(PoolResult.Outcome::name)
                .sorted()
                .toList();
        assertEquals(List.of("a1", "a2", "b1", "b2"), first);
    }

    @Test
    void aFailedHostsMachinesStartElsewhereOrAreLost() {
        List<Bundle> hosts = Collections.nCopies(2, new Bundle(4, 8, 0));
        PoolResult result = new PoolSimulation(
                        hosts, Overcommit.NONE, FirstFit::new, WaitingRule.REFUSE, List.of(new HostFailure(20, 0, 30)))
                .run(
                        List.of(vm("big", "t", 0, 60, 3), vm("small", "t", 0, 60, 1), vm("other", "t", 0, 60, 2))
                                .iterator(),
                        100,
                        10,
                        true);
        // host 1 holds other (2 cores): big does not fit, small does, and keeps its remaining 40 s
        assertEquals(1, result.restarted());
        assertEquals("big", result.lost().get(0).name());
        assertEquals(3, result.placed());
        assertEquals(2, result.ended());
        PoolResult.Outcome again = result.outcomes().get(3);
        assertEquals("small", again.name());
        assertEquals(1, again.host());
        assertEquals(60, again.endSeconds());
        assertEquals(8 * 100 - 4 * 30, result.offeredCoreSeconds(), 1e-9);
    }

    @Property(tries = 60)
    void eventsConserveMachines(@ForAll long seed, @ForAll WaitingRule rule) {
        Random random = new Random(seed);
        List<VmRequest> vms = new ArrayList<>();
        double time = 0;
        for (int i = 0; i < 80; i++) {
            time += random.nextDouble();
            vms.add(vm("v" + i, "t" + i % 3, time, 0.1 + 30 * random.nextDouble(), 1 + random.nextInt(6)));
        }
        List<HostFailure> failures = List.of(new HostFailure(20, 1, 5), new HostFailure(22, 0, 100));
        PoolResult result = new PoolSimulation(
                        Collections.nCopies(3, new Bundle(8, 16, 0)),
                        Overcommit.NONE,
                        () -> PlacementPolicy.of("best-fit"),
                        rule,
                        failures)
                .run(vms.iterator(), 60, 1, true);
        assertEquals(80, result.placed() + result.refusals().size());
        assertEquals(
                result.placed(),
                result.ended() + result.running() + result.lost().size());
        assertTrue(result.samples().stream().allMatch(s -> s.leftoverCores() >= -1e-9));
    }

    @Test
    void aPoolOfEqualPlacesRefusesLikeErlangB() {
        // 10 places, 8 erlangs, random arrivals and lifetimes: B = 0.1217; 100,000 requests in 25 batches
        SplittableRandom random = new SplittableRandom(7);
        double[] refused = new double[25];
        List<Bundle> places = List.of(new Bundle(10, 10, 10));
        for (int batch = 0; batch < refused.length; batch++) {
            List<VmRequest> vms = new ArrayList<>();
            double time = 0;
            for (int i = 0; i < 4000; i++) {
                time += random.nextExponential() / 8;
                vms.add(new VmRequest("", "", time, random.nextExponential(), ONE));
            }
            PoolResult result =
                    PoolSimulation.of(places, "first-fit", WaitingRule.REFUSE).run(vms.iterator(), time, time, false);
            refused[batch] = result.refusals().size() / 4000.0;
        }
        double mean = java.util.Arrays.stream(refused).average().orElse(0);
        double squares = java.util.Arrays.stream(refused)
                .map(r -> (r - mean) * (r - mean))
                .sum();
        double standardError = Math.sqrt(squares / 24 / 25);
        assertEquals(new Erlang(10, 8).blockingProbability(), mean, 4 * standardError);
    }

    @Test
    void aTraceIsReadOrRefusedByLine() throws IOException {
        String header = "# c\nname,tenant,arrivalSeconds,lifetimeSeconds,cores,ramBytes,diskBytes\n";
        List<VmRequest> read = VmTrace.read(new StringReader(header + "a,t,0,,2,3,4\nb,u,5,6,1,1,1\n"), "x.csv");
        assertEquals(Double.POSITIVE_INFINITY, read.get(0).lifetimeSeconds());
        assertEquals(new Bundle(2, 3, 4), read.get(0).size());
        assertEquals(
                "x.csv:4:1: arrival 3.0 s is before the line above, 5.0 s: sort the trace",
                refusal(header + "a,t,5,,2,3,4\nb,u,3,6,1,1,1\n"));
        assertEquals("x.csv:3:5: a number is needed, not 'x'", refusal(header + "a,t,x,,2,3,4\n"));
        assertEquals("x.csv:3:1: 7 columns are needed, 2 found", refusal(header + "a,t\n"));
        assertEquals("x.csv:3:1: disk must be at least 0 bytes, not -4", refusal(header + "a,t,0,,2,3,-4\n"));
    }

    private static String refusal(String text) {
        Throwable thrown =
                assertThrows(IllegalArgumentException.class, () -> VmTrace.read(new StringReader(text), "x.csv"));
        return String.valueOf(thrown.getMessage());
    }

    @Test
    void arrivalsOutOfOrderAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> run(List.of(ONE), WaitingRule.REFUSE, vm("a", "t", 5, 1, 1), vm("b", "t", 3, 1, 1)));
        assertThrows(IllegalArgumentException.class, () -> vm("a", "t", 0, -1, 1));
    }
}
