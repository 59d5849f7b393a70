package clock2cloud.cluster.hdfs;

import clock2cloud.cluster.Domain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Moves replicas from nodes that are fuller than the mean to emptier ones, until all are within the threshold.
 *
 * <p>From the fullest to the emptiest node, a block that the target has not and whose replicas span no fewer racks afterwards. A
 * node moves at a limited rate; nodes work side by side, so the time is the busiest node's. Source: HDFS balancer
 * (threshold 10% of capacity). Leaves out its iterations and their pauses.
 *
 * @param thresholdFraction how far from the mean a node's use may be, of its capacity
 * @param nodeBytesPerSecond {@code dfs.datanode.balance.bandwidthPerSec}, 100 MiB/s in HDFS 3
 */
public record Balancer(double thresholdFraction, double nodeBytesPerSecond) {
    public Balancer {
        Domain.require(
                thresholdFraction > 0 && thresholdFraction <= 1,
                "HDFS balancer",
                "thresholdFraction",
                "above 0 and at most 1",
                thresholdFraction);
        Domain.positive("HDFS balancer", "nodeBytesPerSecond", nodeBytesPerSecond);
    }

    /** Use before and after as shares of capacity, and what it took. */
    public record Result(
            List<Double> before, List<Double> after, int moves, double movedBytes, double seconds, boolean balanced) {}

    public Result run(HdfsCluster cluster) {
        int[] nodes = IntStream.range(0, cluster.racks().nodes())
                .filter(cluster::counts)
                .toArray();
        Domain.atLeast(1, "HDFS balancer", "live nodes", nodes.length);
        List<Double> before = use(cluster, nodes);
        double mean = before.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double[] traffic = new double[cluster.racks().nodes()];
        int moves = 0;
        double moved = 0;
        boolean found = true;
        while (found && farthest(cluster, nodes, mean) > thresholdFraction) {
            found = false;
            for (Pair pair : pairs(cluster, nodes, mean)) {
                int block = movable(cluster, pair);
                if (block >= 0) {
                    double bytes = cluster.block(block).bytes();
                    move(cluster, block, pair);
                    traffic[pair.from()] += bytes;
                    traffic[pair.to()] += bytes;
                    moved += bytes;
                    moves++;
                    found = true;
                    break;
                }
            }
        }
        double busiest = Arrays.stream(traffic).max().orElse(0);
        boolean balanced = farthest(cluster, nodes, mean) <= thresholdFraction;
        return new Result(before, use(cluster, nodes), moves, moved, busiest / nodeBytesPerSecond, balanced);
    }

    private record Pair(int from, int to) {}

    private static List<Double> use(HdfsCluster cluster, int[] nodes) {
        return IntStream.of(nodes)
                .mapToObj(node -> cluster.usedBytes(node) / cluster.bytesPerNode())
                .toList();
    }

    private static double farthest(HdfsCluster cluster, int[] nodes, double mean) {
        return use(cluster, nodes).stream()
                .mapToDouble(use -> Math.abs(use - mean))
                .max()
                .orElse(0);
    }

    /** From the fullest to the emptiest first, only across the mean. */
    private static List<Pair> pairs(HdfsCluster cluster, int[] nodes, double mean) {
        List<Pair> pairs = new ArrayList<>();
        for (int from : nodes) {
            for (int to : nodes) {
                if (cluster.usedBytes(from) > mean * cluster.bytesPerNode()
                        && cluster.usedBytes(to) < mean * cluster.bytesPerNode()) {
                    pairs.add(new Pair(from, to));
                }
            }
        }
        pairs.sort((a, b) -> Double.compare(
                cluster.usedBytes(b.from()) - cluster.usedBytes(b.to()),
                cluster.usedBytes(a.from()) - cluster.usedBytes(a.to())));
        return pairs;
    }

    private static int movable(HdfsCluster cluster, Pair pair) {
        List<HdfsCluster.Block> blocks = cluster.blocks();
        for (int block = 0; block < blocks.size(); block++) {
            HdfsCluster.Block candidate = blocks.get(block);
            List<Integer> holders = candidate.nodes();
            boolean helps = candidate.bytes() < cluster.usedBytes(pair.from()) - cluster.usedBytes(pair.to());
            if (helps
                    && holders.contains(pair.from())
                    && !holders.contains(pair.to())
                    && rackCount(cluster, swapped(holders, pair)) >= rackCount(cluster, holders)) {
                return block;
            }
        }
        return -1;
    }

    private static void move(HdfsCluster cluster, int block, Pair pair) {
        cluster.relocate(block, swapped(cluster.block(block).nodes(), pair));
    }

    private static List<Integer> swapped(List<Integer> holders, Pair pair) {
        return holders.stream()
                .map(node -> node == pair.from() ? pair.to() : node)
                .toList();
    }

    private static long rackCount(HdfsCluster cluster, List<Integer> holders) {
        return holders.stream().map(cluster.racks()::rackOf).distinct().count();
    }
}
