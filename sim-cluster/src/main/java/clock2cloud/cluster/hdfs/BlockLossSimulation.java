package clock2cloud.cluster.hdfs;

import clock2cloud.cluster.Domain;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The same story node by node: every node fails and returns on its own, and a block is lost the first time all its nodes are down.
 *
 * <p>The mean number of lost blocks is that of {@link BlockLoss}; that they share nodes changes how the losses come together: few
 * runs lose many (A. Cidon and others, <i>Copysets</i>, USENIX ATC 2013).
 */
public final class BlockLossSimulation {
    private final List<List<Integer>> blocks;
    private final int nodes;
    private final double failuresPerSecond;
    private final double repairsPerSecond;
    private final RandomGenerator random;

    public BlockLossSimulation(
            List<List<Integer>> blocks,
            int nodes,
            double failuresPerSecond,
            double repairsPerSecond,
            RandomGenerator random) {
        Domain.positive("Block loss", "failuresPerSecond", failuresPerSecond);
        Domain.positive("Block loss", "repairsPerSecond", repairsPerSecond);
        this.blocks = blocks.stream().map(List::copyOf).toList();
        this.nodes = nodes;
        this.failuresPerSecond = failuresPerSecond;
        this.repairsPerSecond = repairsPerSecond;
        this.random = random;
    }

    /**
     * Many lives of the cluster.
     *
     * @param runs how many
     * @param runsWithLoss in how many a block was lost
     * @param meanLostBlocks per run
     * @param standardError of that mean
     */
    public record Result(int runs, int runsWithLoss, double meanLostBlocks, double standardError) {
        public double anyLossProbability() {
            return runsWithLoss / (double) runs;
        }
    }

    public Result run(int runs, double seconds) {
        Domain.atLeast(2, "Block loss", "runs", runs);
        Domain.notNegative("Block loss", "seconds", seconds);
        int withLoss = 0;
        double sum = 0;
        double squares = 0;
        for (int run = 0; run < runs; run++) {
            int lost = life(seconds);
            withLoss += lost > 0 ? 1 : 0;
            sum += lost;
            squares += (double) lost * lost;
        }
        double mean = sum / runs;
        double variance = (squares - runs * mean * mean) / (runs - 1);
        return new Result(runs, withLoss, mean, Math.sqrt(Math.max(0, variance) / runs));
    }

    /** One life: the number of blocks that were lost in it. */
    private int life(double seconds) {
        BitSet down = new BitSet(nodes);
        BitSet lost = new BitSet(blocks.size());
        double now = 0;
        while (true) {
            int downCount = down.cardinality();
            double failing = (nodes - downCount) * failuresPerSecond;
            double rate = failing + downCount * repairsPerSecond;
            now += random.nextExponential() / rate;
            if (now > seconds) {
                return lost.cardinality();
            }
            if (random.nextDouble() * rate < failing) {
                int node = pick(down, nodes - downCount, false);
                down.set(node);
                mark(node, down, lost);
            } else {
                down.clear(pick(down, downCount, true));
            }
        }
    }

    private int pick(BitSet down, int among, boolean wanted) {
        int skip = random.nextInt(among);
        for (int node = 0; ; node++) {
            if (down.get(node) == wanted && skip-- == 0) {
                return node;
            }
        }
    }

    private void mark(int node, BitSet down, BitSet lost) {
        for (int block = 0; block < blocks.size(); block++) {
            List<Integer> holders = blocks.get(block);
            if (holders.contains(node) && holders.stream().allMatch(down::get)) {
                lost.set(block);
            }
        }
    }
}
