package clock2cloud.cluster.hdfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** The cases of Hadoop's TestFavoredNodesEndToEnd and of HDFS-9393 in their meaning: three racks of two, writer on node 0. */
class FavouredPlacementTest {
    private final Racks racks = Racks.of(2, 2, 2);
    private final RandomGenerator random =
            RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(12);

    private Placement place(List<Integer> favoured, List<Integer> existing, int wanted, Set<Integer> full) {
        return new FavouredPlacement(favoured, new DefaultPlacement())
                .place(
                        new PlacementPolicy.Request(
                                racks, 0, existing, wanted, node -> true, node -> !full.contains(node), node -> false),
                        random);
    }

    @Test
    void goodFavouredNodesGetTheReplicasInTheirOrder() {
        assertEquals(
                List.of(5, 2, 1),
                place(List.of(5, 2, 1), List.of(), 3, Set.of()).nodes());
    }

    @Test
    void ofMoreFavouredNodesThanReplicasTheFirstGoodOnesAreTaken() {
        assertEquals(
                List.of(2, 4, 1),
                place(List.of(2, 3, 4, 1), List.of(), 3, Set.of(3)).nodes());
    }

    @Test
    void whatFavouredNodesCannotHoldIsPlacedAsABlockOfItsOwn() {
        for (int draw = 0; draw < 50; draw++) {
            // Two are left: the writer's node first, then one of another rack, which may be the favoured node's.
            List<Integer> nodes = place(List.of(5), List.of(), 3, Set.of()).nodes();
            assertEquals(List.of(5, 0), nodes.subList(0, 2));
            assertTrue(Set.of(2, 3, 4).contains(nodes.get(2)), nodes.toString());
        }
    }

    @Test
    void withoutAGoodFavouredNodeItIsTheDefault() {
        List<Integer> nodes = place(List.of(4, 5), List.of(), 3, Set.of(4, 5)).nodes();
        assertEquals(0, nodes.get(0));
        assertEquals(Set.of(2, 3), new HashSet<>(nodes.subList(1, 3)));
    }

    @Test
    void theLimitOfARackHoldsForFavouredNodesToo() {
        // Three replicas on three racks: at most (3 - 1) / 3 + 2 = 2 in a rack; one rack of four: 3 on it.
        Racks uneven = Racks.of(4, 1, 1);
        Placement placement = new FavouredPlacement(List.of(0, 1, 2), new DefaultPlacement())
                .place(PlacementPolicy.Request.of(uneven, PlacementPolicy.OUTSIDE, 3), random);
        assertEquals(List.of(0, 1), placement.nodes().subList(0, 2));
        assertFalse(placement.degraded());
        assertEquals(3, Set.copyOf(placement.nodes()).size());
    }

    @Test
    void copiesMadeLaterDoNotKnowOfFavouredNodes() {
        Set<Integer> seen = new HashSet<>();
        for (int draw = 0; draw < 50; draw++) {
            seen.addAll(place(List.of(3), List.of(0, 4), 1, Set.of()).nodes());
        }
        assertFalse(seen.equals(Set.of(3)));
    }

    @Test
    void aFavouredNodeThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> place(List.of(6), List.of(), 3, Set.of()));
    }
}
