package clock2cloud.cluster.hdfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.cluster.AlphaBeta;
import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HdfsClusterTest {
    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed);
    }

    private static HdfsCluster cluster(Racks racks, double bytesPerNode, long seed) {
        return new HdfsCluster(racks, bytesPerNode, new DefaultPlacement(), random(seed));
    }

    private static ReReplication.Result repair(HdfsCluster cluster) {
        return new ReReplication(cluster, ReReplication.Settings.defaults(125e6, 100e6), random(5)).run();
    }

    /** 1 GB, blocks of 100 MB, 3 replicas on four nodes: 3 GB. One node dies: each block it held has exactly one place left. */
    @Test
    void aNodeOfTheBlogsClusterDies() {
        HdfsCluster cluster = cluster(Racks.of(4), 25e12, 1);
        HdfsCluster.Written written = cluster.write("file", new FileBlocks(1_000_000_000, 100_000_000), 3, 0);
        assertTrue(written.complete());
        assertEquals(3e9, written.storedBytes());
        double held = cluster.usedBytes(1);
        cluster.fail(1);
        assertEquals(held / 1e8, cluster.health().underReplicated());
        ReReplication.Result result = repair(cluster);
        assertEquals(held, result.movedBytes());
        assertEquals(0, cluster.health().underReplicated());
        assertTrue(result.seconds() > 630);
        assertEquals(0, result.lost());
    }

    /** Two die: nothing is lost, but two nodes cannot hold three replicas, and that is reported. */
    @Test
    void twoNodesLeaveNoPlaceForTheThirdReplica() {
        HdfsCluster cluster = cluster(Racks.of(4), 25e12, 1);
        cluster.write("file", new FileBlocks(1_000_000_000, 100_000_000), 3, -1);
        cluster.fail(1, 2);
        ReReplication.Result result = repair(cluster);
        assertEquals(0, result.lost());
        assertEquals(10, result.stillShort());
        assertTrue(result.reason().contains("2 live nodes"), result.reason());
    }

    /** One block on one of two copies: 630 s to notice, then 100 MB at the disk's 100 MB/s: 631 s. */
    @Test
    void oneBlocksRepairByHand() {
        HdfsCluster cluster = cluster(Racks.of(3), 1e12, 1);
        cluster.write("file", new FileBlocks(100_000_000, 100_000_000), 2, 0);
        cluster.fail(0);
        assertEquals(631, repair(cluster).seconds(), 1e-9);
    }

    @Test
    void aRackDiesAndNothingIsLost() {
        HdfsCluster cluster = cluster(Racks.of(4, 4, 4), 1e12, 3);
        cluster.write("file", new FileBlocks(20_000_000_000L, 100_000_000), 3, -1);
        cluster.fail(cluster.nodesOfRack(1));
        assertEquals(0, cluster.health().missing());
        ReReplication.Result result = repair(cluster);
        assertEquals(0, result.stillShort());
        assertEquals(0, cluster.health().underReplicated());
        for (HdfsCluster.Block block : cluster.blocks()) {
            assertEquals(3, cluster.live(block).size());
            assertEquals(block.nodes().size(), new HashSet<>(block.nodes()).size());
        }
    }

    @Test
    void aLeavingNodeServesUntilItsBlocksAreElsewhere() {
        HdfsCluster cluster = cluster(Racks.of(3, 3), 1e12, 3);
        cluster.write("file", new FileBlocks(5_000_000_000L, 100_000_000), 3, -1);
        cluster.decommission(2);
        assertTrue(cluster.health().underReplicated() > 0);
        ReReplication.Result result = new ReReplication(
                        cluster,
                        new ReReplication.Settings(0, 3, 2, 2, 125e6, 100e6, Double.POSITIVE_INFINITY),
                        random(5))
                .run();
        assertTrue(result.transfers().stream().anyMatch(transfer -> transfer.source() == 2));
        assertEquals(0, cluster.health().underReplicated());
    }

    @Test
    void aFileLargerThanTheClusterIsRefusedFromTheBlockThatDoesNotFit() {
        HdfsCluster cluster = cluster(Racks.of(4), 250e6, 3);
        HdfsCluster.Written written = cluster.write("file", new FileBlocks(2_000_000_000L, 100_000_000), 3, -1);
        assertFalse(written.complete());
        assertTrue(written.reason().contains("no node with room"), written.reason());
        IntStream.range(0, 4).forEach(node -> assertTrue(cluster.usedBytes(node) <= 250e6));
    }

    @Test
    void theBalancerMovesFromFullToEmpty() {
        HdfsCluster cluster = cluster(Racks.of(3, 3), 10e9, 3);
        cluster.write("file", new FileBlocks(6_000_000_000L, 100_000_000), 2, 0);
        double stored = cluster.health().storedBytes();
        Balancer.Result result = new Balancer(0.1, 104857600).run(cluster);
        assertTrue(result.balanced());
        assertTrue(result.movedBytes() > 0);
        double mean = result.after().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        result.after().forEach(use -> assertTrue(Math.abs(use - mean) <= 0.1));
        assertEquals(stored, cluster.health().storedBytes(), 1e-3);
        assertEquals(0, cluster.health().underReplicated());
    }

    @Test
    void theReplicaTooManyGoesFromTheCrowdedRack() {
        HdfsCluster cluster = cluster(Racks.of(2, 2, 2), 1e12, 3);
        for (int i = 0; i < 30; i++) {
            HdfsCluster.Block block = new HdfsCluster.Block("f", i, 1, 1, 3, List.of(0, 1, 2, 4));
            assertNotEquals(2, cluster.excess(block));
            assertNotEquals(4, cluster.excess(block));
        }
    }

    @Property(tries = 60)
    void afterARepairAllIsWholeOrAccountedFor(
            @ForAll @IntRange(min = 1, max = 4) int racks,
            @ForAll @IntRange(min = 1, max = 4) int perRack,
            @ForAll @IntRange(min = 1, max = 4) int replication,
            @ForAll long seed) {
        HdfsCluster cluster = cluster(Racks.even(racks * perRack, racks), 1e12, seed);
        cluster.write("file", new FileBlocks(4_000_000_000L, 100_000_000), replication, -1);
        RandomGenerator which = random(seed);
        int first = which.nextInt(racks * perRack);
        cluster.fail(first, which.nextInt(racks * perRack));
        HdfsCluster.Health before = cluster.health();
        ReReplication.Result result = repair(cluster);
        HdfsCluster.Health after = cluster.health();
        assertEquals(before.missing(), after.missing());
        assertEquals(before.missing(), result.lost());
        assertEquals(result.stillShort(), after.underReplicated());
        assertEquals(result.movedBytes(), result.transfers().size() * 1e8, 1);
        for (HdfsCluster.Block block : cluster.blocks()) {
            assertEquals(block.nodes().size(), new HashSet<>(block.nodes()).size());
        }
        for (ReReplication.Transfer transfer : result.transfers()) {
            // two at once share a disk of 100 MB/s at worst; alone it is the limit
            assertTrue(transfer.bytes() / (transfer.endSeconds() - transfer.startSeconds()) <= 100e6 * (1 + 1e-9));
        }
    }

    /** A packet leaves a hop when it is whole there and the one before is gone: the closed form is this recurrence. */
    @Property(tries = 100)
    void thePipelineIsATandemOfServers(
            @ForAll @IntRange(min = 1, max = 5) int hops,
            @ForAll @IntRange(min = 1, max = 400) int packets,
            @ForAll long seed) {
        RandomGenerator random = random(seed);
        double[] rates = random.doubles(hops, 1e7, 1e9).toArray();
        List<AlphaBeta> links = IntStream.range(0, hops)
                .mapToObj(i -> new AlphaBeta(1e-4, rates[i]))
                .toList();
        double disk = random.nextDouble(5e7, 5e8);
        PipelineWrite pipeline = new PipelineWrite(links, disk, 65536, 0.001);
        double[] free = new double[hops + 1];
        for (int packet = 0; packet < packets; packet++) {
            double ready = 0;
            for (int hop = 0; hop <= hops; hop++) {
                double rate = hop < hops ? rates[hop] : disk;
                free[hop] = Math.max(free[hop], ready) + 65536 / rate;
                ready = free[hop];
            }
        }
        double expected = 0.001 + 2 * hops * 1e-4 + free[hops];
        assertEquals(expected, pipeline.blockSeconds(65536.0 * packets), 1e-9 * expected);
    }

    /** Ten blocks in threes on four nodes: 3, 3, 2, 2 at best. */
    @Test
    void theReadPlanIsAsEvenAsTheReplicasAllow() {
        HdfsCluster cluster = cluster(Racks.of(4), 25e12, 1);
        FileBlocks file = new FileBlocks(1_000_000_000, 100_000_000);
        cluster.write("file", file, 3, 0);
        ReadPlan.Result plan = ReadPlan.of(
                cluster.blocks().stream().map(HdfsCluster.Block::nodes).toList(), 4);
        assertEquals(3, plan.busiest());
        assertEquals(3, plan.seconds(file, 100e6), 1e-12);
        IntStream.range(0, 10)
                .forEach(i -> assertTrue(cluster.blocks()
                        .get(i)
                        .nodes()
                        .contains(plan.readerOfBlock().get(i))));
        // all on node 0 and one choice: one chain must move
        assertEquals(
                2,
                ReadPlan.of(List.of(List.of(0), List.of(0, 1), List.of(1, 0), List.of(1, 2)), 3)
                        .busiest());
    }

    @Test
    void nearerReadsAreNotSlower() {
        ReadCost cost =
                new ReadCost(500e6, new AlphaBeta(1e-5, 2e9), new AlphaBeta(1e-4, 125e6), new AlphaBeta(2e-4, 31e6));
        double before = 0;
        for (ReadCost.Locality locality : ReadCost.Locality.values()) {
            assertTrue(cost.seconds(1e8, locality) >= before);
            before = cost.seconds(1e8, locality);
        }
        Racks racks = Racks.of(2, 2);
        assertEquals(ReadCost.Locality.RACK_LOCAL, ReadCost.nearest(racks, 1, List.of(0, 2), true));
        assertEquals(ReadCost.Locality.SHORT_CIRCUIT, ReadCost.nearest(racks, 2, List.of(0, 2), true));
        assertEquals(ReadCost.Locality.NODE_LOCAL, ReadCost.nearest(racks, 2, List.of(0, 2), false));
        assertEquals(ReadCost.Locality.OFF_RACK, ReadCost.nearest(racks, -1, List.of(0, 2), true));
    }
}
