package clock2cloud.vm.pool;

/** The host with the highest {@link HostScore}. */
public record ScoredFit(HostScore score) implements PlacementPolicy {
    @Override
    public int host(FreeTree free, Bundle demand) {
        return free.best(demand, score);
    }

    static double sum(double[] vector) {
        return vector[0] + vector[1] + vector[2];
    }

    static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}

/** Best fit: the least left over, summed over the dimensions. */
final class BestFitScore implements HostScore {
    @Override
    public double of(double[] free, double[] demand, boolean inUse) {
        return -ScoredFit.sum(free);
    }

    @Override
    public boolean prefersFull() {
        return true;
    }
}

/** Norm-based greedy (Panigrahy et al. 2011, section 3.3): the least Euclidean distance of free from demand. */
final class NormScore implements HostScore {
    @Override
    public double of(double[] free, double[] demand, boolean inUse) {
        double sum = 0;
        for (int d = 0; d < free.length; d++) {
            sum -= (free[d] - demand[d]) * (free[d] - demand[d]);
        }
        return sum;
    }

    @Override
    public boolean prefersFull() {
        return true;
    }
}

/**
 * Tetris's alignment (Grandl et al., SIGCOMM 2014, section 3.1), the dot product of demand and free, over hosts in use
 * first, so that no host is opened while one can take the machine.
 */
final class TetrisScore implements HostScore {
    @Override
    public double of(double[] free, double[] demand, boolean inUse) {
        return ScoredFit.dot(free, demand) + (inUse ? FreeTree.DIMENSIONS : 0);
    }
}
