package clock2cloud.app.cluster;

import clock2cloud.app.table.Converters;
import clock2cloud.cluster.AlphaBeta;
import clock2cloud.cluster.hdfs.Balancer;
import clock2cloud.cluster.hdfs.DefaultPlacement;
import clock2cloud.cluster.hdfs.FavouredPlacement;
import clock2cloud.cluster.hdfs.PlacementPolicy;
import clock2cloud.cluster.hdfs.Racks;
import clock2cloud.cluster.hdfs.ReReplication;
import clock2cloud.cluster.hdfs.ReadCost;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The cluster and the file. */
final class HdfsOptions {
    private static final double MOST_BLOCKS = 2_000_000;
    private static final int MOST_NODES = 10_000;
    private static final double BALANCER_BYTES_PER_SECOND = 100 * 1024.0 * 1024;

    @Option(
            names = "--file",
            defaultValue = "1GB",
            converter = Converters.Bytes.class,
            description = "Length of the file (default: ${DEFAULT-VALUE}).")
    private double fileBytes;

    @Option(
            names = "--block",
            defaultValue = "128MiB",
            converter = Converters.Bytes.class,
            description = "Length of a block (default: ${DEFAULT-VALUE}).")
    private double blockBytes;

    @Option(
            names = "--replication",
            defaultValue = "3",
            description = "Replicas of each block (default: ${DEFAULT-VALUE}).")
    private int replication;

    @Option(names = "--nodes", defaultValue = "4", description = "DataNodes (default: ${DEFAULT-VALUE}).")
    private int nodes;

    @Option(
            names = "--racks",
            defaultValue = "1",
            description = "Racks, the nodes dealt evenly over them, or sizes as 4,4,2 (default: ${DEFAULT-VALUE}).")
    private String racks = "1";

    @Option(
            names = "--capacity",
            defaultValue = "100TB",
            converter = Converters.Bytes.class,
            description = "Of all nodes together (default: ${DEFAULT-VALUE}).")
    private double capacityBytes;

    @Option(
            names = "--writer",
            defaultValue = "-1",
            description = "Node that writes; -1 is a client outside (default: ${DEFAULT-VALUE}).")
    private int writer;

    @Option(
            names = "--disk",
            defaultValue = "100MB/s",
            converter = Converters.BytesPerSecond.class,
            description = "A node's disk (default: ${DEFAULT-VALUE}).")
    private double diskBytesPerSecond;

    @Option(
            names = "--link",
            defaultValue = "1Gbit/s",
            converter = Converters.BytesPerSecond.class,
            description = "A node's link (default: ${DEFAULT-VALUE}).")
    private double linkBytesPerSecond;

    @Option(
            names = "--latency",
            defaultValue = "100us",
            converter = Converters.Seconds.class,
            description = "Of the link (default: ${DEFAULT-VALUE}).")
    private double latencySeconds;

    @Option(
            names = "--uplink",
            converter = Converters.BytesPerSecond.class,
            description = "A rack's uplink (default: no limit).")
    private double uplinkBytesPerSecond = Double.POSITIVE_INFINITY;

    @Option(
            names = "--reader",
            description = "A node that reads the whole file; -1 is a client outside (default: nobody reads).")
    private Optional<Integer> reader = Optional.empty();

    @Option(
            names = "--short-circuit",
            description = "A reader on a node that has the block reads its file itself, past the DataNode.")
    private boolean shortCircuit;

    @Option(
            names = "--balance",
            converter = Converters.Fraction.class,
            description = "Run the balancer until every node's use is this close to the mean, for example 10%%.")
    private Optional<Double> balanceFraction = Optional.empty();

    @Option(
            names = "--favoured",
            split = ",",
            description = "Nodes that the writer asks for, before those of the policy.")
    private List<Integer> favoured = List.of();

    @Mixin
    private HdfsMishaps mishaps;

    long fileBytes() {
        if (blockBytes < 1) {
            throw new IllegalArgumentException("--block must be at least one byte");
        }
        if (!(fileBytes / blockBytes <= MOST_BLOCKS)) {
            throw new IllegalArgumentException(
                    (fileBytes > capacityBytes ? "--file is larger than --capacity, and" : "--file")
                            + " in blocks of --block makes more than 2000000 blocks; take larger blocks");
        }
        return (long) fileBytes;
    }

    long blockBytes() {
        return (long) blockBytes;
    }

    int replication() {
        return replication;
    }

    Racks racks() {
        if (nodes < 1 || nodes > MOST_NODES) {
            throw new IllegalArgumentException("--nodes " + nodes + " must be from 1 to " + MOST_NODES);
        }
        try {
            if (racks.contains(",")) {
                return new Racks(java.util.Arrays.stream(racks.split(",", -1))
                        .map(size -> Integer.valueOf(size.strip()))
                        .toList());
            }
            return Racks.even(nodes, Integer.parseInt(racks.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "--racks '" + racks + "' is not a number of racks; write for example 2 or 4,4,2", e);
        }
    }

    double capacityBytes() {
        return capacityBytes;
    }

    int writer() {
        return writer == -1 ? PlacementPolicy.OUTSIDE : writer;
    }

    double diskBytesPerSecond() {
        return diskBytesPerSecond;
    }

    AlphaBeta link() {
        return new AlphaBeta(latencySeconds, linkBytesPerSecond);
    }

    /** From a writer to the DataNode on its own machine. */
    AlphaBeta loopback() {
        return new AlphaBeta(20e-6, 2e9);
    }

    boolean reads() {
        return reader.isPresent();
    }

    int reader() {
        int node = reader.orElse(-1);
        if (node < -1 || node >= nodes) {
            throw new IllegalArgumentException(
                    "--reader " + node + " must be a node from 0 to " + (nodes - 1) + ", or -1 for a client outside");
        }
        return node;
    }

    boolean shortCircuit() {
        return shortCircuit;
    }

    ReadCost readCost() {
        double core = Math.min(linkBytesPerSecond, uplinkBytesPerSecond);
        return new ReadCost(diskBytesPerSecond, loopback(), link(), new AlphaBeta(latencySeconds, core));
    }

    Optional<Balancer> balancer() {
        return balanceFraction.map(fraction -> new Balancer(fraction, BALANCER_BYTES_PER_SECOND));
    }

    HdfsMishaps mishaps() {
        return mishaps;
    }

    /** The default policy, after the nodes that the writer asks for. */
    PlacementPolicy policy() {
        for (int node : favoured) {
            if (node < 0 || node >= racks().nodes()) {
                throw new IllegalArgumentException(
                        "--favoured " + node + " must be a node from 0 to " + (racks().nodes() - 1));
            }
        }
        PlacementPolicy policy = new DefaultPlacement();
        return favoured.isEmpty() ? policy : new FavouredPlacement(favoured, policy);
    }

    ReReplication.Settings repair() {
        return new ReReplication.Settings(
                mishaps.orderly() ? 0 : 630, 3, 2, 2, linkBytesPerSecond, diskBytesPerSecond, uplinkBytesPerSecond);
    }
}
