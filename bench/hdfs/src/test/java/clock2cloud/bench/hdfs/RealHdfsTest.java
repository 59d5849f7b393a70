package clock2cloud.bench.hdfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.cluster.hdfs.DefaultPlacement;
import clock2cloud.cluster.hdfs.FileBlocks;
import clock2cloud.cluster.hdfs.HdfsCluster;
import clock2cloud.cluster.hdfs.PlacementPolicy;
import clock2cloud.cluster.hdfs.Racks;
import clock2cloud.cluster.hdfs.ReReplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.hadoop.util.VersionInfo;
import org.junit.jupiter.api.Test;

/**
 * Real HDFS clusters of 4 to 12 DataNodes beside our NameNode: which nodes hold a block, over how many racks, and the same after a
 * node was killed and its blocks were copied. Writes {@code target/hdfs-minicluster.csv}, which the trust ledger ships.
 */
class RealHdfsTest {
    private static final int BLOCKS = 600;
    private static final int OURS = 60_000;
    private static final double LEAST_P = 0.001;

    private final List<String> rows = new ArrayList<>(List.of(
            "# Source: a real HDFS in one process, Apache Hadoop " + VersionInfo.getVersion() + ", run on "
                    + LocalDate.now(java.time.ZoneOffset.UTC),
            "# Command: ./mvnw -Phdfs -pl bench/hdfs -am test. Tolerance: chi-square, p above " + LEAST_P,
            "racks,replication,phase,blocks,sets,chi_square,freedom,p,real_mean_racks,our_mean_racks,"
                    + "real_copies,blocks_on_dead_node"));

    private record Shape(Map<String, Double> shares, double meanRacks) {}

    @Test
    void blocksAreWhereTheRealNameNodePutsThem() throws Exception {
        compare(Racks.of(2, 2), 3);
        compare(Racks.of(2, 2, 2), 3);
        compare(Racks.of(4, 4), 3);
        compare(Racks.of(4, 4, 4), 3);
        compare(Racks.of(2, 2, 2), 4);
        Files.write(Path.of("target", "hdfs-minicluster.csv"), rows);
    }

    private void compare(Racks racks, int replication) throws Exception {
        int dead = racks.nodes() - 1;
        try (RealCluster real = new RealCluster(racks, replication)) {
            real.write(BLOCKS);
            List<TreeSet<Integer>> before = real.replicas();
            row(racks, replication, "written", before, ours(racks, replication, -1), 0, 0);
            long held = before.stream().filter(set -> set.contains(dead)).count();
            real.kill(dead);
            List<TreeSet<Integer>> after = real.repaired(dead, Math.min(replication, racks.nodes() - 1));
            long copies = 0;
            for (int block = 0; block < BLOCKS; block++) {
                TreeSet<Integer> fresh = new TreeSet<>(after.get(block));
                fresh.removeAll(before.get(block));
                copies += fresh.size();
            }
            assertEquals(held, copies, "every block of the dead node is copied once, and no other");
            row(racks, replication, "repaired", after, ours(racks, replication, dead), copies, held);
        }
    }

    /** The same by our NameNode, as shares of sets of nodes. */
    private static Shape ours(Racks racks, int replication, int dead) {
        RandomGenerator random =
                RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(1);
        HdfsCluster cluster = new HdfsCluster(racks, 1e18, new DefaultPlacement(), random);
        cluster.write("file", new FileBlocks(OURS, 1), replication, PlacementPolicy.OUTSIDE);
        if (dead >= 0) {
            cluster.fail(dead);
            new ReReplication(cluster, new ReReplication.Settings(0, 1e-6, 1000, 1000, 1e12, 1e12, 1e12), random).run();
        }
        Map<String, Double> shares = new TreeMap<>();
        double meanRacks = 0;
        for (HdfsCluster.Block block : cluster.blocks()) {
            List<Integer> live = cluster.live(block);
            shares.merge(new TreeSet<>(live).toString(), 1.0 / OURS, Double::sum);
            meanRacks += live.stream().map(racks::rackOf).distinct().count() / (double) OURS;
        }
        return new Shape(shares, meanRacks);
    }

    private void row(
            Racks racks,
            int replication,
            String phase,
            List<TreeSet<Integer>> real,
            Shape ours,
            long copies,
            long held) {
        Map<String, Integer> seen = new TreeMap<>();
        double meanRacks = 0;
        for (TreeSet<Integer> set : real) {
            seen.merge(set.toString(), 1, Integer::sum);
            meanRacks += set.stream().map(racks::rackOf).distinct().count() / (double) real.size();
        }
        assertTrue(ours.shares().keySet().containsAll(seen.keySet()), "sets that we never choose: " + seen);
        double chi = 0;
        for (Map.Entry<String, Double> share : ours.shares().entrySet()) {
            double expected = share.getValue() * real.size();
            double difference = seen.getOrDefault(share.getKey(), 0) - expected;
            chi += difference * difference / expected;
        }
        int freedom = ours.shares().size() - 1;
        double p = freedom == 0 ? 1 : 1 - new ChiSquaredDistribution(freedom).cumulativeProbability(chi);
        rows.add(String.format(
                Locale.ROOT,
                "%s,%d,%s,%d,%d,%.3f,%d,%.4f,%.4f,%.4f,%d,%d",
                String.join(
                        "+", racks.nodesPerRack().stream().map(String::valueOf).toList()),
                replication,
                phase,
                real.size(),
                ours.shares().size(),
                chi,
                freedom,
                p,
                meanRacks,
                ours.meanRacks(),
                copies,
                held));
        assertTrue(p > LEAST_P, rows.toString());
    }
}
