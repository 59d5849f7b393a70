package clock2cloud.cluster.hdfs;

import java.util.List;

/**
 * Where a block's new replicas go, in the order of the writing pipeline, and what could not be placed.
 *
 * @param nodes the nodes chosen
 * @param missing replicas asked for that found no node
 * @param reason why; empty when nothing is missing
 */
public record Placement(List<Integer> nodes, int missing, String reason) {
    public Placement {
        nodes = List.copyOf(nodes);
    }

    /** Fewer replicas than asked for. */
    public boolean degraded() {
        return missing > 0;
    }
}
