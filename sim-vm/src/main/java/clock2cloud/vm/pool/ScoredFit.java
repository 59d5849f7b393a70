package clock2cloud.vm.pool;

/**
 * The host with the highest {@link HostScore}.
 *
 * @param prefersFull whether the score falls in what is free
 */
public record ScoredFit(HostScore score, boolean prefersFull) implements PlacementPolicy {
    /** The least left over, summed over the dimensions. */
    public static ScoredFit bestFit() {
        return new ScoredFit((free, demand, inUse) -> -sum(free), true);
    }

    /** The most left over: spreads the load. */
    public static ScoredFit worstFit() {
        return new ScoredFit((free, demand, inUse) -> sum(free), false);
    }

    /** Dot product of demand and free (Panigrahy et al. 2011, section 3.2). */
    public static ScoredFit dotProduct() {
        return new ScoredFit((free, demand, inUse) -> dot(free, demand), false);
    }

    /** The least Euclidean distance of free from demand: norm-based greedy (Panigrahy et al. 2011, section 3.3). */
    public static ScoredFit l2() {
        return new ScoredFit((free, demand, inUse) -> -distance(free, demand), true);
    }

    /**
     * Tetris's alignment (Grandl et al., SIGCOMM 2014, section 3.1), the dot product of demand and free, over hosts in
     * use first, so that no host is opened while one can take the machine.
     */
    public static ScoredFit tetris() {
        return new ScoredFit((free, demand, inUse) -> dot(free, demand) + (inUse ? FreeTree.DIMENSIONS : 0), false);
    }

    @Override
    public int host(FreeTree free, Bundle demand) {
        return free.best(demand, this);
    }

    private static double sum(double[] vector) {
        return vector[0] + vector[1] + vector[2];
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double distance(double[] a, double[] b) {
        double x = a[0] - b[0];
        double y = a[1] - b[1];
        double z = a[2] - b[2];
        return x * x + y * y + z * z;
    }
}
