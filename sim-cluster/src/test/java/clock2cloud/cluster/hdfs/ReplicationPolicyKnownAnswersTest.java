package clock2cloud.cluster.hdfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Apache Hadoop 3.3, TestReplicationPolicy, method by method: six nodes on three racks of two. What it asserts of the nodes chosen
 * holds in every one of 200 draws. Its methods about queues of blocks and configuration keys have no counterpart here; those about deletion and favoured nodes are in
 * HdfsClusterTest and FavouredPlacementTest.
 */
class ReplicationPolicyKnownAnswersTest {
    private static final Racks RACKS = Racks.of(2, 2, 2);
    private static final int DRAWS = 200;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(30);

    private List<Integer> place(int writer, String existing, int wanted, String unusable, String stale) {
        Set<Integer> bad = numbers(unusable);
        Set<Integer> late = numbers(stale);
        PlacementPolicy.Request request = new PlacementPolicy.Request(
                RACKS,
                writer,
                Stream.of(words(existing)).map(Integer::valueOf).toList(),
                wanted,
                node -> true,
                node -> !bad.contains(node),
                late::contains);
        return new DefaultPlacement().place(request, random).nodes();
    }

    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split(" ");
    }

    private static Set<Integer> numbers(String text) {
        return new HashSet<>(Stream.of(words(text)).map(Integer::valueOf).toList());
    }

    private static List<Integer> racksOf(List<Integer> nodes) {
        return nodes.stream().map(RACKS::rackOf).toList();
    }

    /**
     * New blocks: testChooseTarget1 (writer 0, at work for four others), 2 (node 1 excluded), 3 (writer without room), 4 (its rack
     * without room), 5 (client outside). The first node: a number, {@code r} none of rack 0, {@code t} any.
     */
    @ParameterizedTest
    @CsvSource({
        "0, '', 0",
        "0, '1', 0",
        "0, '0', 1",
        "0, '0 1', r",
        "-1, '', t",
    })
    void newBlocks(int writer, String unusable, String first) {
        boolean rackGone = "r".equals(first);
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int wanted = 0; wanted <= 4; wanted++) {
                List<Integer> nodes = place(writer, "", wanted, unusable, "");
                assertEquals(wanted, nodes.size());
                assertEquals(wanted, new HashSet<>(nodes).size());
                if (wanted > 0 && Set.of("0", "1").contains(first)) {
                    assertEquals(Integer.parseInt(first), nodes.get(0));
                }
                List<Integer> racks = racksOf(nodes);
                assertTrue(!rackGone || !racks.contains(0));
                if (wanted >= 2) {
                    assertTrue(!racks.get(0).equals(racks.get(1)));
                }
                if (wanted == 3) {
                    assertEquals(2, new HashSet<>(racks).size());
                    assertTrue(rackGone || racks.get(1).equals(racks.get(2)));
                }
            }
        }
    }

    /** testChooseTarget2 and 3, four replicas: the writer's rack has one good node, so the others stand two and one. */
    @ParameterizedTest
    @CsvSource({"'1', 0", "'0', 1"})
    void theFourthGoesToTheThirdRack(String unusable, int first) {
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Integer> nodes = place(0, "", 4, unusable, "");
            List<Integer> racks = racksOf(nodes);
            assertEquals(first, nodes.get(0));
            assertEquals(racks.get(1), racks.get(2));
            assertEquals(Set.of(0, 1, 2), new HashSet<>(racks));
        }
    }

    /** testChooseTargetWithMoreThanAvailableNodes: two of six without room, six asked for: four, and two in need; stale or not. */
    @ParameterizedTest
    @CsvSource({"''", "'0 1 2 3 4 5'"})
    void moreThanThereAre(String stale) {
        assertEquals(Set.of(2, 3, 4, 5), new HashSet<>(place(0, "", 6, "0 1", stale)));
    }

    /**
     * testChooseTargetWithStaleNodes (the writer is stale: its neighbour, or another rack when that is excluded) and
     * WithHalfStaleNodes (nodes 0 to 2: only fresh ones until four are asked for).
     */
    @ParameterizedTest
    @CsvSource({
        "'0', '', 1, 1, ''",
        "'0', '1', 1, '', '0 1'",
        "'0 1 2', '', 1, '', '0 1 2'",
        "'0 1 2', '', 2, '', '0 1 2'",
        "'0 1 2', '', 3, '3 4 5', '0 1 2'",
        "'0 1 2', '', 4, '3 4 5', ''",
        "'0 1', '', 3, '', '0 1'"
    })
    void staleNodes(String stale, String excluded, int wanted, String among, String never) {
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Integer> nodes = place(0, "", wanted, excluded, stale);
            assertEquals(wanted, nodes.size());
            assertTrue(nodes.containsAll(numbers(among)), nodes.toString());
            assertTrue(nodes.stream().noneMatch(numbers(never)::contains), nodes.toString());
        }
    }

    /** testRereplicate1, 2 and 3: how many of the new replicas stand in the rack of node 0, at least and at most. */
    @ParameterizedTest
    @CsvSource({
        "0, '0', 1, 0, 0",
        "0, '0', 2, 1, 1",
        "0, '0', 3, 1, 1",
        "0, '0 1', 1, 0, 0",
        "0, '0 1', 2, 0, 0",
        "0, '0 2', 1, 1, 1",
        "2, '0 2', 1, 0, 0",
        "0, '0 2', 2, 1, 1"
    })
    void copies(int source, String existing, int wanted, int least, int most) {
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Integer> nodes = place(source, existing, wanted, "", "");
            assertEquals(wanted, nodes.size());
            long home = nodes.stream().filter(node -> RACKS.rackOf(node) == 0).count();
            assertTrue(least <= home && home <= most, nodes.toString());
            if (source == 2) {
                assertEquals(List.of(3), nodes);
            }
        }
    }
}
