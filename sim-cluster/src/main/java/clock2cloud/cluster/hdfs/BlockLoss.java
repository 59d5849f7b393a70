package clock2cloud.cluster.hdfs;

import clock2cloud.cluster.Domain;
import java.util.Arrays;

/**
 * How long data live: nodes fail and come back empty of nothing but time, a block is lost when all its replicas are down at once.
 *
 * <p>A Markov chain over the number of replicas down, k = 0..r: up at rate (r - k) &lambda;, back at rate k &mu;, absorbed at r.
 * Mean time to loss by first-step analysis; the chance of loss within t by uniformization, to 1e-15. Source: D. Patterson, G.
 * Gibson, R. Katz, <i>RAID</i>, SIGMOD 1988, and W. Stewart, <i>Numerical Solution of Markov Chains</i>, 1994, ch. 8. Leaves out
 * failures in common (a rack, a power cut), silent corruption, and that one node's repair may make others slower.
 *
 * @param replicas r
 * @param failuresPerSecond &lambda; of one node
 * @param repairsPerSecond &mu; of one replica
 */
public record BlockLoss(int replicas, double failuresPerSecond, double repairsPerSecond) {
    private static final String LAW = "Block loss";
    private static final double MOST_STEPS = 5e6;

    public BlockLoss {
        Domain.atLeast(1, LAW, "replicas", replicas);
        Domain.positive(LAW, "failuresPerSecond", failuresPerSecond);
        Domain.notNegative(LAW, "repairsPerSecond", repairsPerSecond);
    }

    /** Mean time until the block is lost, from all replicas up. */
    public double meanSecondsToLoss() {
        double total = 0;
        double up = 0;
        for (int down = 0; down < replicas; down++) {
            double failing = (replicas - down) * failuresPerSecond;
            up = 1 / failing + down * repairsPerSecond / failing * up;
            total += up;
        }
        return total;
    }

    /** Chance that the block is lost within a time. */
    public double lossProbability(double seconds) {
        Domain.notNegative(LAW, "seconds", seconds);
        double fastest = replicas * Math.max(failuresPerSecond, repairsPerSecond);
        double jumps = fastest * seconds;
        if (jumps > MOST_STEPS) {
            return -Math.expm1(-seconds / meanSecondsToLoss());
        }
        double[] state = new double[replicas + 1];
        state[0] = 1;
        double lost = 0;
        double logWeight = -jumps;
        int steps = (int) Math.ceil(jumps + 12 * Math.sqrt(jumps) + 40);
        for (int k = 0; k <= steps; k++) {
            lost += Math.exp(logWeight) * state[replicas];
            state = jump(state, fastest);
            logWeight += Math.log(jumps) - Math.log(k + 1.0);
        }
        return Math.min(1, lost);
    }

    /** Chance that at least one of so many blocks is lost, if they were independent. */
    public double anyLossProbability(double blocks, double seconds) {
        Domain.notNegative(LAW, "blocks", blocks);
        return -Math.expm1(blocks * Math.log1p(-lossProbability(seconds)));
    }

    private double[] jump(double[] state, double fastest) {
        double[] next = Arrays.copyOf(state, state.length);
        for (int down = 0; down < replicas; down++) {
            double fails = state[down] * (replicas - down) * failuresPerSecond / fastest;
            double returns = state[down] * down * repairsPerSecond / fastest;
            next[down] -= fails + returns;
            next[down + 1] += fails;
            if (down > 0) {
                next[down - 1] += returns;
            }
        }
        return next;
    }
}
