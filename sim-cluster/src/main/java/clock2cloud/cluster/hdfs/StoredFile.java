package clock2cloud.cluster.hdfs;

import clock2cloud.cluster.Domain;

/**
 * A file on a cluster in closed form: what it takes, whether it fits, and how fast all machines read it together.
 *
 * <p>With more replicas asked for than there are machines each block gets one a machine, and {@link #degraded()} says so.
 * The parallel read is the bound of even work, ceil(blocks / nodes) blocks on the busiest disk; a real placement may be less
 * even.
 *
 * @param blocks the file
 * @param replication replicas asked for
 * @param dataNodes machines with disks (the master holds none)
 * @param bytesPerNode capacity of each
 */
public record StoredFile(FileBlocks blocks, int replication, int dataNodes, double bytesPerNode) {
    public StoredFile {
        Domain.atLeast(1, "HDFS cluster", "replication", replication);
        Domain.atLeast(1, "HDFS cluster", "dataNodes", dataNodes);
        Domain.positive("HDFS cluster", "bytesPerNode", bytesPerNode);
    }

    /** Replicas that each block really gets: never two on a machine. */
    public int replicas() {
        return Math.min(replication, dataNodes);
    }

    /** More replicas asked for than machines. */
    public boolean degraded() {
        return replicas() < replication;
    }

    /** Bytes on all disks together. */
    public double rawBytes() {
        return (double) blocks.fileBytes() * replicas();
    }

    /** Capacity of all disks together. */
    public double capacityBytes() {
        return bytesPerNode * dataNodes;
    }

    /** Every replica has room. */
    public boolean fits() {
        return rawBytes() <= capacityBytes();
    }

    /** Files of this replication that all disks hold together. */
    public double usableBytes() {
        return new Redundancy.Replication(replicas()).usableBytes(capacityBytes());
    }

    /** How many machines can read at once. */
    public int readParallelism() {
        return Math.min(dataNodes, blocks.count());
    }

    /** One disk reads the whole file. */
    public double oneDiskReadSeconds(double diskBytesPerSecond) {
        Domain.positive("HDFS read", "diskBytesPerSecond", diskBytesPerSecond);
        return blocks.fileBytes() / diskBytesPerSecond;
    }

    /** Every machine reads its even share of whole blocks. */
    public double parallelReadSeconds(double diskBytesPerSecond) {
        Domain.positive("HDFS read", "diskBytesPerSecond", diskBytesPerSecond);
        int busiest = (blocks.count() + dataNodes - 1) / dataNodes;
        return Math.min((double) blocks.fileBytes(), (double) busiest * blocks.blockBytes()) / diskBytesPerSecond;
    }

    /** Chance that a block is lost when this many machines, taken at random, fail at once: C(f, r) / C(n, r). */
    public double blockLossProbability(int failedNodes) {
        Domain.require(
                failedNodes >= 0 && failedNodes <= dataNodes,
                "HDFS loss",
                "failedNodes",
                "from 0 to " + dataNodes,
                failedNodes);
        double probability = 1;
        for (int i = 0; i < replicas(); i++) {
            probability *= Math.max(0, failedNodes - i) / (double) (dataNodes - i);
        }
        return probability;
    }
}
