package clock2cloud.cluster.hdfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The cases of Hadoop's own TestReplicationPolicy in their meaning: three racks of two, writer on node 0. */
class DefaultPlacementTest {
    private final Racks racks = Racks.of(2, 2, 2);
    private final RandomGenerator random =
            RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(11);

    private Placement place(int writer, List<Integer> existing, int wanted, IntPredicate alive, IntPredicate usable) {
        return new DefaultPlacement()
                .place(
                        new PlacementPolicy.Request(racks, writer, existing, wanted, alive, usable, node -> false),
                        random);
    }

    private Placement full(int wanted, Integer... fullNodes) {
        Set<Integer> full = Set.of(fullNodes);
        return place(0, List.of(), wanted, node -> true, node -> !full.contains(node));
    }

    @Test
    void theWritersFullNodeGivesWayToItsRack() {
        for (int draw = 0; draw < 50; draw++) {
            List<Integer> nodes = full(3, 0).nodes();
            assertEquals(1, nodes.get(0));
            assertNotEquals(0, racks.rackOf(nodes.get(1)));
            assertEquals(racks.rackOf(nodes.get(1)), racks.rackOf(nodes.get(2)));
        }
    }

    @Test
    void aFullRackGivesWayToTheOthers() {
        for (int draw = 0; draw < 50; draw++) {
            List<Integer> nodes = full(3, 0, 1).nodes();
            assertTrue(nodes.stream().noneMatch(node -> racks.rackOf(node) == 0));
            assertEquals(2, nodes.stream().map(racks::rackOf).distinct().count());
        }
    }

    @Test
    void fourReplicasUseThreeNodesARackAtMost() {
        for (int draw = 0; draw < 50; draw++) {
            List<Integer> nodes = full(4).nodes();
            assertEquals(0, nodes.get(0));
            assertEquals(4, new HashSet<>(nodes).size());
        }
    }

    /** Re-replication: beside one replica another rack; beside two of one rack another rack; beside two racks the source's. */
    @Test
    void whatIsThereDecidesWhatComes() {
        for (int draw = 0; draw < 50; draw++) {
            assertNotEquals(
                    0,
                    racks.rackOf(place(0, List.of(0), 1, n -> true, n -> true)
                            .nodes()
                            .get(0)));
            assertNotEquals(
                    0,
                    racks.rackOf(place(0, List.of(0, 1), 1, n -> true, n -> true)
                            .nodes()
                            .get(0)));
            assertEquals(
                    List.of(1), place(0, List.of(0, 2), 1, n -> true, n -> true).nodes());
            assertEquals(
                    List.of(3), place(2, List.of(0, 2), 1, n -> true, n -> true).nodes());
        }
    }

    @Test
    void staleNodesComeOnlyWhenTheFreshOnesDoNotSuffice() {
        PlacementPolicy policy = new DefaultPlacement();
        Set<Integer> stale = Set.of(3, 4, 5);
        IntPredicate all = node -> true;
        for (int draw = 0; draw < 50; draw++) {
            List<Integer> three = policy.place(
                            new PlacementPolicy.Request(racks, 0, List.of(), 3, all, all, stale::contains), random)
                    .nodes();
            assertEquals(Set.of(0, 1, 2), new HashSet<>(three));
            List<Integer> four = policy.place(
                            new PlacementPolicy.Request(racks, 0, List.of(), 4, all, all, stale::contains), random)
                    .nodes();
            assertEquals(1, four.stream().filter(stale::contains).count());
        }
    }

    /** With the other rack dead there is one rack, and no limit on it: 4 + 4, all three on the first. */
    @Test
    void aDeadRackIsNoRack() {
        Placement placement = new DefaultPlacement()
                .place(
                        new PlacementPolicy.Request(
                                Racks.of(4, 4), 0, List.of(), 3, node -> node < 4, node -> true, node -> false),
                        random);
        assertFalse(placement.degraded());
        assertTrue(placement.nodes().stream().allMatch(node -> node < 4));
    }

    @Test
    void moreReplicasThanNodesIsDegradedWithTheReason() {
        Placement placement = place(0, List.of(), 9, node -> true, node -> true);
        assertEquals(6, placement.nodes().size());
        assertEquals(3, placement.missing());
        assertTrue(placement.reason().contains("9 replicas on 6 live nodes"), placement.reason());
        assertEquals(6, place(0, List.of(), 6, node -> false, node -> true).missing());
        assertThrows(IllegalArgumentException.class, () -> place(6, List.of(), 3, node -> true, node -> true));
    }

    @Property(tries = 300)
    void neverTwoOnANodeNeverTooManyInARack(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 6) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 12) int replication,
            @ForAll long seed) {
        Racks any = new Racks(sizes);
        RandomGenerator seeded =
                RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed);
        int writer = seeded.nextInt(-1, any.nodes());
        Placement placement =
                new DefaultPlacement().place(PlacementPolicy.Request.of(any, writer, replication), seeded);
        List<Integer> nodes = placement.nodes();
        assertEquals(nodes.size(), new HashSet<>(nodes).size());
        assertEquals(replication, nodes.size() + placement.missing());
        assertEquals(placement.degraded(), !placement.reason().isEmpty());
        int most = DefaultPlacement.mostPerRack(replication, any.count(), any.nodes());
        for (int rack = 0; rack < any.count(); rack++) {
            int here = rack;
            assertTrue(nodes.stream().filter(node -> any.rackOf(node) == here).count() <= Math.max(1, most));
        }
        assertTrue(writer < 0 || nodes.get(0) == writer);
        if (any.count() > 1 && nodes.size() > 1) {
            assertTrue(nodes.stream().map(any::rackOf).distinct().count() > 1);
        }
        assertEquals(
                replication,
                new RandomPlacement()
                                .place(PlacementPolicy.Request.of(any, writer, replication), seeded)
                                .nodes()
                                .size()
                        + Math.max(0, replication - any.nodes()));
    }
}
