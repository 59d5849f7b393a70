package clock2cloud.vm.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.vm.host.Overcommit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class HostPoolPropertiesTest {
    private static List<Bundle> mixedHosts(Random random) {
        List<Bundle> hosts = new ArrayList<>();
        for (int i = random.nextInt(20); i >= 0; i--) {
            hosts.add(new Bundle(4 << random.nextInt(3), 8 << random.nextInt(4), 100));
        }
        return hosts;
    }

    private static Bundle demand(Random random) {
        return new Bundle((1 + random.nextInt(16)) / 4.0, 1 + random.nextInt(8), random.nextInt(30));
    }

    /** The tree's answers against a look at every host, and every host's books against its machines. */
    @Property(tries = 150)
    void theTreeFindsWhatALookAtEveryHostFindsAndNothingIsOverfilled(@ForAll long seed) {
        Random random = new Random(seed);
        for (String name : PlacementPolicy.NAMES) {
            HostPool pool = new HostPool(mixedHosts(random), Overcommit.NONE);
            PlacementPolicy policy = PlacementPolicy.of(name);
            List<Integer> live = new ArrayList<>();
            for (int step = 0; step < 60; step++) {
                if (!live.isEmpty() && random.nextInt(3) == 0) {
                    pool.remove(live.remove(random.nextInt(live.size())));
                    continue;
                }
                Bundle demand = demand(random);
                int expected = policy instanceof ScoredFit fit ? naive(pool, demand, fit) : -2;
                if (policy instanceof ScoredFit fit) {
                    assertEquals(expected, new BestHost(pool.tree(), demand, fit).host(), name);
                }
                int slot = pool.place(demand, policy);
                if (expected > -2) {
                    assertEquals(expected, slot < 0 ? -1 : pool.hostOf(slot), name);
                }
                if (slot >= 0) {
                    live.add(slot);
                }
            }
            books(pool, live.size());
        }
    }

    /** Hosts that differ in every byte are more classes than are kept: the tree answers, and after it was given up too. */
    @Property(tries = 20)
    void manyKindsOfHostsAreSearchedByTheTree(@ForAll long seed) {
        Random random = new Random(seed);
        List<Bundle> hosts = new ArrayList<>();
        for (int i = 0; i < 250 + random.nextInt(20); i++) {
            hosts.add(new Bundle(16, 64 + i, 1000 + random.nextInt(500)));
        }
        HostPool pool = new HostPool(hosts, Overcommit.NONE);
        for (int step = 0; step < 200; step++) {
            Bundle demand = demand(random);
            ScoredFit fit = step % 2 == 0 ? ScoredFit.dotProduct() : ScoredFit.bestFit();
            int expected = naive(pool, demand, fit);
            assertEquals(expected, pool.hostOf(pool.place(demand, fit)));
        }
    }

    private static int naive(HostPool pool, Bundle demand, ScoredFit fit) {
        int best = -1;
        double highest = Double.NEGATIVE_INFINITY;
        FreeTree tree = pool.tree();
        double[] asked = {demand.microCores(), demand.wholeRamBytes(), demand.wholeDiskBytes()};
        for (int d = 0; d < 3; d++) {
            asked[d] /= tree.largest(d);
        }
        for (int host = 0; host < pool.hosts(); host++) {
            double[] free = new double[3];
            for (int d = 0; d < 3; d++) {
                free[d] = tree.free(host, d) / tree.largest(d);
            }
            double score = fit.score(free[0], free[1], free[2], asked, tree.inUse(host));
            if (tree.fits(host, demand) && score > highest) {
                highest = score;
                best = host;
            }
        }
        return best;
    }

    private static void books(HostPool pool, int live) {
        int machines = 0;
        for (int host = 0; host < pool.hosts(); host++) {
            double cores = pool.free(host).cores();
            double ram = pool.free(host).ramBytes();
            assertTrue(cores >= 0 && ram >= 0 && pool.free(host).diskBytes() >= 0);
            for (int slot : pool.machinesOn(host)) {
                cores += pool.size(slot).cores();
                ram += pool.size(slot).ramBytes();
                machines++;
            }
            assertEquals(pool.sellable(host).cores(), cores, 1e-9);
            assertEquals(pool.sellable(host).ramBytes(), ram);
        }
        assertEquals(live, machines);
        assertEquals(live, pool.liveMachines());
    }

    @Property(tries = 2_000)
    void rebalancingMovesMachinesAndLosesNone(@ForAll long seed) {
        Random random = new Random(seed);
        HostPool pool = new HostPool(mixedHosts(random), Overcommit.NONE);
        PlacementPolicy spread = PlacementPolicy.of("worst-fit");
        int live = 0;
        for (int i = 0; i < 20; i++) {
            live += pool.place(demand(random), spread) >= 0 ? 1 : 0;
        }
        int before = pool.hostsInUse();
        Rebalance.consolidate(pool);
        assertTrue(pool.hostsInUse() <= before);
        books(pool, live);
        double gap = gap(pool);
        Rebalance.level(pool, 0.05);
        assertTrue(gap(pool) <= gap + 1e-9);
        books(pool, live);
    }

    private static double gap(HostPool pool) {
        double most = 0;
        double least = 1;
        for (int host = 0; host < pool.hosts(); host++) {
            most = Math.max(most, Rebalance.load(pool, host));
            least = Math.min(least, Rebalance.load(pool, host));
        }
        return most - least;
    }
}
