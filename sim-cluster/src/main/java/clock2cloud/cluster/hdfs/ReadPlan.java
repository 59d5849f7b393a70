package clock2cloud.cluster.hdfs;

import clock2cloud.cluster.Domain;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * All nodes read a file together, every block on a node that holds it: the fewest blocks on the busiest.
 *
 * <p>An optimal semi-matching: while a chain of blocks can move a load from a busiest node to one with two fewer, it does. Source:
 * N. Harvey and others, <i>Semi-matchings for bipartite graphs and load balancing</i>, J. Algorithms 59(1), 2006. Leaves out that
 * blocks may differ in length: the last one counts as whole.
 */
public final class ReadPlan {
    private final List<List<Integer>> replicas;
    private final int[] reader;
    private final int[] load;

    private ReadPlan(List<List<Integer>> replicas, int nodes) {
        this.replicas = replicas;
        reader = new int[replicas.size()];
        load = new int[nodes];
    }

    /** Who reads what. */
    public record Result(List<Integer> readerOfBlock, List<Integer> blocksOfNode) {
        public int busiest() {
            return blocksOfNode.stream().max(Integer::compare).orElse(0);
        }

        /** Time with one disk a node. */
        public double seconds(FileBlocks file, double diskBytesPerSecond) {
            Domain.positive("HDFS read", "diskBytesPerSecond", diskBytesPerSecond);
            double[] bytes = new double[blocksOfNode.size()];
            for (int block = 0; block < readerOfBlock.size(); block++) {
                bytes[readerOfBlock.get(block)] += (double) file.bytes(block);
            }
            return Arrays.stream(bytes).max().orElse(0) / diskBytesPerSecond;
        }
    }

    /** The plan for blocks with these replicas, each block with one at least. */
    public static Result of(List<List<Integer>> replicas, int nodes) {
        ReadPlan plan = new ReadPlan(replicas, nodes);
        for (int block = 0; block < replicas.size(); block++) {
            List<Integer> holders = replicas.get(block);
            Domain.atLeast(1, "HDFS read", "replicas of block " + block, holders.size());
            int least = holders.get(0);
            for (int holder : holders) {
                least = plan.load[holder] < plan.load[least] ? holder : least;
            }
            plan.reader[block] = least;
            plan.load[least]++;
        }
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int node = 0; node < nodes; node++) {
                moved |= plan.relieve(node);
            }
        }
        return new Result(
                Arrays.stream(plan.reader).boxed().toList(),
                Arrays.stream(plan.load).boxed().toList());
    }

    /** Moves one block's worth of load from a node along a chain to one with at least two fewer; false when there is none. */
    private boolean relieve(int node) {
        int[] via = new int[load.length];
        Arrays.fill(via, -1);
        boolean[] seen = new boolean[load.length];
        seen[node] = true;
        Deque<Integer> frontier = new ArrayDeque<>(List.of(node));
        while (!frontier.isEmpty()) {
            int from = frontier.remove();
            for (int block = 0; block < reader.length; block++) {
                if (reader[block] != from) {
                    continue;
                }
                for (int to : replicas.get(block)) {
                    if (seen[to]) {
                        continue;
                    }
                    seen[to] = true;
                    via[to] = block;
                    if (load[to] <= load[node] - 2) {
                        shift(node, to, via);
                        return true;
                    }
                    frontier.add(to);
                }
            }
        }
        return false;
    }

    private void shift(int node, int to, int[] via) {
        load[node]--;
        load[to]++;
        for (int at = to; at != node; ) {
            int block = via[at];
            int before = reader[block];
            reader[block] = at;
            at = before;
        }
    }
}
