package clock2cloud.vm.pool;

/**
 * The host with the highest score, the first of equals. Free <i>f</i> and demanded <i>q</i> are in units of the pool's largest
 * host, each a vector of cores, memory and disk; the score is
 * <i>Σ f<sub>d</sub> (linear + aligned q<sub>d</sub>) − square (f<sub>d</sub> − q<sub>d</sub>)²</i>, and that much more for a
 * host in use that no empty one comes before it, if so wanted. It must rise in every free dimension, or fall in every one.
 *
 * @param linear what each free unit counts, whatever is asked
 * @param aligned what it counts for each unit that is asked
 * @param square what the square of a unit left over costs
 * @param inUseFirst whether hosts in use come before empty ones
 */
public record ScoredFit(double linear, double aligned, double square, boolean inUseFirst) implements PlacementPolicy {
    private static final double IN_USE = FreeTree.DIMENSIONS;

    /** The least left over, summed over the dimensions. */
    public static ScoredFit bestFit() {
        return new ScoredFit(-1, 0, 0, false);
    }

    /** The most left over: spreads the load. */
    public static ScoredFit worstFit() {
        return new ScoredFit(1, 0, 0, false);
    }

    /** Dot product of demand and free (Panigrahy et al. 2011, section 3.2). */
    public static ScoredFit dotProduct() {
        return new ScoredFit(0, 1, 0, false);
    }

    /** The least Euclidean distance of free from demand: norm-based greedy (Panigrahy et al. 2011, section 3.3). */
    public static ScoredFit l2() {
        return new ScoredFit(0, 0, 1, false);
    }

    /**
     * Tetris's alignment (Grandl et al., SIGCOMM 2014, section 3.1), the dot product of demand and free, over hosts in
     * use first, so that no host is opened while one can take the machine.
     */
    public static ScoredFit tetris() {
        return new ScoredFit(0, 1, 0, true);
    }

    /** Best fit over hosts in use first. */
    static ScoredFit bestFitInUse() {
        return new ScoredFit(-1, 0, 0, true);
    }

    /** Whether the score falls in what is free. */
    boolean prefersFull() {
        return linear < 0 || square > 0;
    }

    /** The score of a host with so much free. */
    double score(double free0, double free1, double free2, double[] demand, boolean inUse) {
        double score = part(free0, demand[0]) + part(free1, demand[1]) + part(free2, demand[2]);
        return inUse && inUseFirst ? score + IN_USE : score;
    }

    private double part(double free, double demand) {
        double over = free - demand;
        return free * (linear + aligned * demand) - square * over * over;
    }

    @Override
    public int host(FreeTree free, Bundle demand) {
        return free.best(demand, this);
    }
}
