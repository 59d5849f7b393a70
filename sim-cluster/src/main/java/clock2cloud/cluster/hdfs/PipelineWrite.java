package clock2cloud.cluster.hdfs;

import clock2cloud.cluster.AlphaBeta;
import clock2cloud.cluster.Domain;
import java.util.List;

/**
 * Writing a block through a chain of DataNodes, packet by packet: each passes a packet on as soon as it has it.
 *
 * <p>t = a + &Sigma; (&alpha;<sub>i</sub> + k / B<sub>i</sub>) + (n - k) / min(B<sub>i</sub>, disk) + &Sigma; &alpha;<sub>i</sub> (the
 * acknowledgement back), with k the packet. Source: the time of a tandem of deterministic servers; Shvachko and others, MSST 2010,
 * sec. III.B. Leaves out that pipelines share links, and the window of unacknowledged packets (80, never reached on a LAN).
 *
 * @param hops the links from the writer to the first replica, from it to the second, and so on; a writer on the first node has
 *     its loopback there
 * @param diskBytesPerSecond what each node's disk takes
 * @param packetBytes 64 KiB in HDFS
 * @param allocateSeconds the NameNode's answer to "where to?"
 */
public record PipelineWrite(
        List<AlphaBeta> hops, double diskBytesPerSecond, double packetBytes, double allocateSeconds) {
    /** {@code dfs.client-write-packet-size}. */
    public static final double PACKET_BYTES = 65536;

    public PipelineWrite {
        hops = List.copyOf(hops);
        Domain.atLeast(1, "HDFS pipeline", "hops", hops.size());
        Domain.positive("HDFS pipeline", "diskBytesPerSecond", diskBytesPerSecond);
        Domain.positive("HDFS pipeline", "packetBytes", packetBytes);
        Domain.notNegative("HDFS pipeline", "allocateSeconds", allocateSeconds);
    }

    /** From asking for a block to its last acknowledgement. */
    public double blockSeconds(double bytes) {
        Domain.notNegative("HDFS pipeline", "bytes", bytes);
        double packet = Math.min(packetBytes, bytes);
        double slowest = diskBytesPerSecond;
        double first = packet / diskBytesPerSecond;
        double latency = 0;
        for (AlphaBeta hop : hops) {
            first += packet / hop.bytesPerSecond();
            latency += hop.latencySeconds();
            slowest = Math.min(slowest, hop.bytesPerSecond());
        }
        return allocateSeconds + 2 * latency + first + (bytes - packet) / slowest;
    }

    /** A file's blocks, one after the other, as a client writes them. */
    public double fileSeconds(FileBlocks file) {
        double seconds = 0;
        for (int block = 0; block < file.count(); block++) {
            seconds += blockSeconds((double) file.bytes(block));
        }
        return seconds;
    }
}
