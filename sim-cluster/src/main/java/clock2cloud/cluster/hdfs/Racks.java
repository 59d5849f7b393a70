package clock2cloud.cluster.hdfs;

import clock2cloud.cluster.Domain;
import java.util.ArrayList;
import java.util.List;

/**
 * DataNodes on racks, numbered rack by rack.
 *
 * @param nodesPerRack how many each rack has, at least one
 */
public record Racks(List<Integer> nodesPerRack) {
    public Racks {
        nodesPerRack = List.copyOf(nodesPerRack);
        Domain.atLeast(1, "HDFS racks", "racks", nodesPerRack.size());
        nodesPerRack.forEach(nodes -> Domain.atLeast(1, "HDFS racks", "nodes of a rack", nodes));
    }

    /** Racks of these sizes. */
    public static Racks of(Integer... nodesPerRack) {
        return new Racks(List.of(nodesPerRack));
    }

    /** So many nodes, dealt evenly over so many racks, the larger ones first. */
    public static Racks even(int nodes, int racks) {
        Domain.atLeast(1, "HDFS racks", "racks", racks);
        Domain.atLeast(racks, "HDFS racks", "nodes (one a rack at least)", nodes);
        List<Integer> sizes = new ArrayList<>();
        for (int rack = 0; rack < racks; rack++) {
            sizes.add(nodes / racks + (rack < nodes % racks ? 1 : 0));
        }
        return new Racks(sizes);
    }

    public int count() {
        return nodesPerRack.size();
    }

    public int nodes() {
        return nodesPerRack.stream().mapToInt(Integer::intValue).sum();
    }

    /** Number of the first node of a rack; of the rack after the last, the number of nodes. */
    public int firstNode(int rack) {
        return nodesPerRack.subList(0, rack).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    public int rackOf(int node) {
        Domain.require(node >= 0 && node < nodes(), "HDFS racks", "node", "from 0 to " + (nodes() - 1), node);
        int rack = 0;
        for (int rest = node - nodesPerRack.get(0); rest >= 0; rest -= nodesPerRack.get(++rack)) {
            // the next rack
        }
        return rack;
    }

    /** The rack of every node. */
    int[] rackOfEach() {
        int[] racks = new int[nodes()];
        int node = 0;
        for (int rack = 0; rack < count(); rack++) {
            for (int i = 0; i < nodesPerRack.get(rack); i++) {
                racks[node++] = rack;
            }
        }
        return racks;
    }
}
