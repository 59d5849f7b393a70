package clock2cloud.app.cluster;

import clock2cloud.cluster.hdfs.Balancer;
import clock2cloud.cluster.hdfs.HdfsCluster;
import clock2cloud.cluster.hdfs.ReReplication;
import clock2cloud.cluster.hdfs.ReadCost;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer of {@code c2c cluster hdfs} as JSON; notes say what was not done and why.
 *
 * @param reading how one reader gets the file, when one was named
 * @param balancing what the balancer moved, when it was asked for
 */
record HdfsAnswer(
        Layout layout,
        List<BlockRow> blocks,
        Optional<Reading> reading,
        Optional<Balancer.Result> balancing,
        Optional<Failure> failure,
        Optional<Loss> loss,
        List<String> notes) {
    /** Where one block is. */
    record BlockRow(int block, double bytes, List<Integer> nodes, int racks) {}

    /** What the file takes, and how fast it comes and goes. */
    record Layout(
            int blocks,
            int replicationAsked,
            int replicationPlaced,
            boolean degraded,
            int blocksWritten,
            double storedBytes,
            double capacityBytes,
            double usableBytes,
            double writeSeconds,
            double oneDiskReadSeconds,
            double parallelReadSeconds,
            int readParallelism,
            double localSlotProbability) {}

    /** What a failure leads to. */
    record Failure(
            List<Integer> nodes,
            int underReplicatedBlocks,
            int lostBlocks,
            double movedBytes,
            double seconds,
            int stillShortBlocks) {}

    /** Loss over years, for one block and, were they independent, for any of all. */
    record Loss(
            double years,
            double nodeFailuresPerYear,
            double repairSeconds,
            double blockLossProbability,
            double anyBlockLossProbability,
            double meanYearsToBlockLoss) {}

    /** One reader, block after block, each from its nearest replica. */
    record Reading(
            int reader,
            int shortCircuitBlocks,
            int nodeLocalBlocks,
            int rackLocalBlocks,
            int offRackBlocks,
            double seconds) {
        static Reading of(HdfsCluster cluster, HdfsOptions options) {
            Map<ReadCost.Locality, Integer> counts = new EnumMap<>(ReadCost.Locality.class);
            ReadCost cost = options.readCost();
            double seconds = 0;
            for (HdfsCluster.Block block : cluster.blocks()) {
                ReadCost.Locality locality =
                        ReadCost.nearest(cluster.racks(), options.reader(), block.nodes(), options.shortCircuit());
                counts.merge(locality, 1, Integer::sum);
                seconds += cost.seconds(block.bytes(), locality);
            }
            return new Reading(
                    options.reader(),
                    counts.getOrDefault(ReadCost.Locality.SHORT_CIRCUIT, 0),
                    counts.getOrDefault(ReadCost.Locality.NODE_LOCAL, 0),
                    counts.getOrDefault(ReadCost.Locality.RACK_LOCAL, 0),
                    counts.getOrDefault(ReadCost.Locality.OFF_RACK, 0),
                    seconds);
        }
    }

    static List<String> notes(ReReplication.Result result, HdfsCluster.Health before, boolean all) {
        List<String> notes = new ArrayList<>();
        if (all) {
            notes.add("all nodes are dead: nothing can be read or repaired");
        } else if (before.missing() > 0) {
            notes.add(before.missing() + " blocks are lost: every node that held them is dead");
        }
        if (result.stillShort() > 0) {
            notes.add(result.stillShort() + " blocks stay short of replicas: " + result.reason());
        }
        return notes;
    }
}
