package clock2cloud.cluster.hdfs;

import clock2cloud.cluster.AlphaBeta;
import clock2cloud.cluster.Domain;

/**
 * What reading a block costs by where it is: from the file itself, through the DataNode, from the rack, from another.
 *
 * <p>The bytes flow through all stages at once, so that the slowest one sets the rate: t = &alpha; + n / min(disk, link). Leaves
 * out the page cache (which makes a second read faster) and checksums.
 *
 * @param diskBytesPerSecond a disk
 * @param socket the DataNode's socket to a reader on the same machine
 * @param rack between machines of a rack
 * @param core between racks, one reader's share
 */
public record ReadCost(double diskBytesPerSecond, AlphaBeta socket, AlphaBeta rack, AlphaBeta core) {
    /** How near a reader is to a replica. */
    public enum Locality {
        /** On the same machine, reading the block's file itself ({@code dfs.client.read.shortcircuit}). */
        SHORT_CIRCUIT,
        NODE_LOCAL,
        RACK_LOCAL,
        OFF_RACK
    }

    public ReadCost {
        Domain.positive("HDFS read", "diskBytesPerSecond", diskBytesPerSecond);
    }

    /** The nearest of a block's replicas to a reader, as the NameNode sorts them. */
    public static Locality nearest(Racks racks, int reader, Iterable<Integer> replicas, boolean shortCircuit) {
        Locality nearest = Locality.OFF_RACK;
        for (int replica : replicas) {
            if (replica == reader) {
                return shortCircuit ? Locality.SHORT_CIRCUIT : Locality.NODE_LOCAL;
            }
            if (reader >= 0 && racks.rackOf(replica) == racks.rackOf(reader)) {
                nearest = Locality.RACK_LOCAL;
            }
        }
        return nearest;
    }

    public double seconds(double bytes, Locality locality) {
        Domain.notNegative("HDFS read", "bytes", bytes);
        return switch (locality) {
            case SHORT_CIRCUIT -> bytes / diskBytesPerSecond;
            case NODE_LOCAL -> through(socket, bytes);
            case RACK_LOCAL -> through(rack, bytes);
            case OFF_RACK -> through(core, bytes);
        };
    }

    private double through(AlphaBeta link, double bytes) {
        return link.latencySeconds() + bytes / Math.min(diskBytesPerSecond, link.bytesPerSecond());
    }
}
