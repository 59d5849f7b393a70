package clock2cloud.cluster.hdfs;

import clock2cloud.cluster.Domain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What follows when replicas are short: the NameNode notices, then orders copies at every heartbeat, worst blocks first.
 *
 * <p>A DataNode is called dead 10.5 minutes after its last word (2 &times; 5 min + 10 &times; 3 s). Each heartbeat round the NameNode
 * orders at most 2 blocks a live node, a node sends at most 2 at once, and blocks with one replica left go first. Copies under
 * way share a node's link and disk, and a rack's uplink, in equal parts; a copy gets the least of its parts (never more than
 * max-min fair). Source: Apache Hadoop 3, BlockManager, LowRedundancyBlocks and hdfs-default.xml. Leaves out reads of
 * other clients, and that a block short by two gets both copies at once.
 */
public final class ReReplication {
    private static final double REST = 1e-9;

    private final HdfsCluster cluster;
    private final Settings settings;
    private final RandomGenerator random;
    private final List<Copy> running = new ArrayList<>();
    private final List<Transfer> done = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();
    private final Set<Integer> waiting = new HashSet<>();
    private final Set<Integer> hopeless = new HashSet<>();
    private final int[] sending;
    private final int[] receiving;
    private final int[] leavingRack;
    private final int[] enteringRack;
    private int missing;
    private double now;
    private String reason = "";

    /**
     * The knobs, with the defaults of HDFS 3 in {@link #defaults}.
     *
     * @param detectionSeconds silence after which a node is dead; 0 for an orderly decommission
     * @param heartbeatSeconds between two rounds of orders
     * @param streamsPerNode copies that a node sends at once ({@code dfs.namenode.replication.max-streams})
     * @param ordersPerNode blocks ordered in a round for each live node ({@code ...work.multiplier.per.iteration})
     * @param nodeBytesPerSecond a node's link, each way
     * @param diskBytesPerSecond a node's disks
     * @param rackBytesPerSecond a rack's uplink, each way; infinite where the core does not limit
     */
    public record Settings(
            double detectionSeconds,
            double heartbeatSeconds,
            int streamsPerNode,
            int ordersPerNode,
            double nodeBytesPerSecond,
            double diskBytesPerSecond,
            double rackBytesPerSecond) {
        public Settings {
            Domain.notNegative("HDFS repair", "detectionSeconds", detectionSeconds);
            Domain.positive("HDFS repair", "heartbeatSeconds", heartbeatSeconds);
            Domain.atLeast(1, "HDFS repair", "streamsPerNode", streamsPerNode);
            Domain.atLeast(1, "HDFS repair", "ordersPerNode", ordersPerNode);
            Domain.positive("HDFS repair", "nodeBytesPerSecond", nodeBytesPerSecond);
            Domain.positive("HDFS repair", "diskBytesPerSecond", diskBytesPerSecond);
            Domain.require(rackBytesPerSecond > 0, "HDFS repair", "rackBytesPerSecond", "above 0", rackBytesPerSecond);
        }

        public static Settings defaults(double nodeBytesPerSecond, double diskBytesPerSecond) {
            return new Settings(630, 3, 2, 2, nodeBytesPerSecond, diskBytesPerSecond, Double.POSITIVE_INFINITY);
        }
    }

    /** One copy of a block from node to node. */
    public record Transfer(int block, int source, int target, double startSeconds, double endSeconds, double bytes) {}

    /** How many replicas are missing from a time on, and the rate at which copies then flow. */
    public record Sample(double seconds, int missingReplicas, double bytesPerSecond) {}

    /** The repair: what moved, until when, and what could not be repaired. */
    public record Result(
            List<Transfer> transfers,
            List<Sample> samples,
            double movedBytes,
            double seconds,
            int stillShort,
            int lost,
            String reason) {}

    private static final class Copy {
        final int block;
        final int source;
        final int target;
        final double start;
        final double bytes;
        double left;
        double rate;

        Copy(int block, int source, int target, double start, double bytes) {
            this.block = block;
            this.source = source;
            this.target = target;
            this.start = start;
            this.bytes = bytes;
            left = bytes;
        }
    }

    public ReReplication(HdfsCluster cluster, Settings settings, RandomGenerator random) {
        this.cluster = cluster;
        this.settings = settings;
        this.random = random;
        int nodes = cluster.racks().nodes();
        sending = new int[nodes];
        receiving = new int[nodes];
        leavingRack = new int[cluster.racks().count()];
        enteringRack = new int[cluster.racks().count()];
    }

    /** Runs until every block has its replicas or can get no more; time 0 is the failure. */
    public Result run() {
        List<HdfsCluster.Block> blocks = cluster.blocks();
        IntStream.range(0, blocks.size())
                .filter(block -> cluster.shortBy(blocks.get(block)) > 0)
                .forEach(waiting::add);
        int lost = (int) waiting.stream()
                .filter(block -> cluster.readable(blocks.get(block)).isEmpty())
                .count();
        waiting.removeIf(block -> cluster.readable(blocks.get(block)).isEmpty());
        missing = waiting.stream()
                .mapToInt(block -> cluster.shortBy(blocks.get(block)))
                .sum();
        samples.add(new Sample(0, missing, 0));
        now = settings.detectionSeconds();
        double round = now;
        while (!waiting.isEmpty() || !running.isEmpty()) {
            if (now >= round) {
                order();
                round = now + settings.heartbeatSeconds();
                share();
            }
            if (running.isEmpty() && waiting.isEmpty()) {
                break;
            }
            advance(round);
        }
        double moved = done.stream().mapToDouble(Transfer::bytes).sum();
        double end = done.stream().mapToDouble(Transfer::endSeconds).max().orElse(0);
        return new Result(List.copyOf(done), List.copyOf(samples), moved, end, hopeless.size(), lost, reason);
    }

    /** One round of orders: the blocks with the fewest replicas first. */
    private void order() {
        int live =
                (int) IntStream.range(0, sending.length).filter(cluster::counts).count();
        List<Integer> worst = waiting.stream()
                .sorted(Comparator.<Integer>comparingInt(
                                block -> cluster.live(cluster.block(block)).size())
                        .thenComparingInt(block -> block))
                .limit((long) settings.ordersPerNode() * Math.max(1, live))
                .toList();
        worst.forEach(block -> begin(block, cluster.block(block)));
        samples.add(new Sample(now, missing, totalRate()));
    }

    private void begin(int index, HdfsCluster.Block block) {
        List<Integer> sources = cluster.readable(block).stream()
                .filter(node -> sending[node] < settings.streamsPerNode())
                .toList();
        if (sources.isEmpty()) {
            return;
        }
        int source = sources.get(random.nextInt(sources.size()));
        Placement placement = cluster.target(block, source, cluster.live(block), 1);
        waiting.remove(index);
        if (placement.nodes().isEmpty()) {
            hopeless.add(index);
            reason = placement.reason();
            return;
        }
        int target = placement.nodes().get(0);
        List<Integer> holders = new ArrayList<>(cluster.readable(block));
        holders.add(target);
        cluster.relocate(index, holders);
        running.add(new Copy(index, source, target, now, block.bytes()));
        count(source, target, 1);
    }

    private void count(int source, int target, int change) {
        sending[source] += change;
        receiving[target] += change;
        int from = cluster.racks().rackOf(source);
        int to = cluster.racks().rackOf(target);
        if (from != to) {
            leavingRack[from] += change;
            enteringRack[to] += change;
        }
    }

    /** Every copy's rate: the least of its equal parts. */
    private void share() {
        for (Copy copy : running) {
            double out = settings.nodeBytesPerSecond() / sending[copy.source];
            double in = settings.nodeBytesPerSecond() / receiving[copy.target];
            double read = settings.diskBytesPerSecond() / (sending[copy.source] + receiving[copy.source]);
            double write = settings.diskBytesPerSecond() / (sending[copy.target] + receiving[copy.target]);
            copy.rate = Math.min(Math.min(out, in), Math.min(read, write));
            int from = cluster.racks().rackOf(copy.source);
            int to = cluster.racks().rackOf(copy.target);
            if (from != to) {
                double uplinks = settings.rackBytesPerSecond() / Math.max(leavingRack[from], enteringRack[to]);
                copy.rate = Math.min(copy.rate, uplinks);
            }
        }
    }

    private double totalRate() {
        return running.stream().mapToDouble(copy -> copy.rate).sum();
    }

    /** On to the next end of a copy, or to the next round of orders when that is earlier and something waits. */
    private void advance(double round) {
        double step = running.stream()
                .mapToDouble(copy -> copy.left / copy.rate)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        double until = waiting.isEmpty() ? Double.POSITIVE_INFINITY : round - now;
        boolean ends = step <= until;
        double passed = Math.min(step, until);
        now = ends ? now + passed : round;
        running.forEach(copy -> copy.left -= copy.rate * passed);
        if (!ends) {
            return;
        }
        List<Copy> ended =
                running.stream().filter(copy -> copy.left <= REST * copy.bytes).toList();
        running.removeAll(ended);
        for (Copy copy : ended) {
            count(copy.source, copy.target, -1);
            missing--;
            done.add(new Transfer(copy.block, copy.source, copy.target, copy.start, now, copy.bytes));
            if (cluster.shortBy(cluster.block(copy.block)) > 0) {
                waiting.add(copy.block);
            }
        }
        share();
        samples.add(new Sample(now, missing, totalRate()));
    }
}
