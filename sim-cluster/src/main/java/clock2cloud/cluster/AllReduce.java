package clock2cloud.cluster;

/**
 * All-reduce in closed form: every one of p workers ends with the sum of all p vectors of n bytes.
 *
 * <p>Source: R. Thakur, R. Rabenseifner, W. Gropp, <i>Optimization of collective communication operations in MPICH</i>,
 * IJHPCA 19(1), 2005, for full-duplex links of which every worker has one. Leaves out the additions themselves and every
 * sharing of links between pairs: the simulated collectives have that.
 */
public enum AllReduce {
    /** Reduce-scatter and all-gather around a ring: 2 (p - 1) (&alpha; + n / (p B)); the least bytes, the most steps. */
    RING {
        @Override
        double timeOf(AlphaBeta link, int workers, double bytes) {
            return 2.0 * (workers - 1) * link.seconds(bytes / workers);
        }
    },
    /** A binomial tree up and down: 2 ceil(log2 p) (&alpha; + n / B). */
    TREE {
        @Override
        double timeOf(AlphaBeta link, int workers, double bytes) {
            return 2.0 * ceilLog2(workers) * link.seconds(bytes);
        }
    },
    /** Every one exchanges all with a partner twice as far away each time: log2 p (&alpha; + n / B). */
    RECURSIVE_DOUBLING {
        @Override
        double timeOf(AlphaBeta link, int workers, double bytes) {
            return floorLog2(workers) * link.seconds(bytes) + folding(link, workers, bytes);
        }
    },
    /** Recursive halving, then doubling: 2 log2 p &alpha; + 2 (p - 1) / p n / B. */
    RABENSEIFNER {
        @Override
        double timeOf(AlphaBeta link, int workers, double bytes) {
            int power = Integer.highestOneBit(workers);
            double moved = 2 * (power - 1.0) / power * bytes / link.bytesPerSecond();
            return 2 * floorLog2(workers) * link.latencySeconds() + moved + folding(link, workers, bytes);
        }
    },
    /** One more machine takes p vectors in and sends p sums out over its one link: 2 &alpha; + 2 p n / B. */
    PARAMETER_SERVER {
        @Override
        double timeOf(AlphaBeta link, int workers, double bytes) {
            return 2 * link.seconds(workers * bytes);
        }
    };

    /** Time until the last worker has the sum; one worker has it at once. */
    public double seconds(AlphaBeta link, int workers, double bytes) {
        Domain.atLeast(1, "All-reduce", "workers", workers);
        Domain.notNegative("All-reduce", "bytes", bytes);
        return workers == 1 ? 0 : timeOf(link, workers, bytes);
    }

    abstract double timeOf(AlphaBeta link, int workers, double bytes);

    /** Workers beyond the power of two first hand their vector to a partner and get the sum back at the end. */
    private static double folding(AlphaBeta link, int workers, double bytes) {
        return Integer.bitCount(workers) == 1 ? 0 : 2 * link.seconds(bytes);
    }

    private static int floorLog2(int workers) {
        return 31 - Integer.numberOfLeadingZeros(workers);
    }

    private static int ceilLog2(int workers) {
        return 32 - Integer.numberOfLeadingZeros(workers - 1);
    }
}
