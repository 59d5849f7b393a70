package clock2cloud.cluster;

/**
 * Threads that compute, then all need one lock: the closed queue of p customers (machine repairman, exact mean values).
 *
 * <p>With service demand S (holding) and think time Z (computing outside), by induction over p: R = S (1 + Q(p - 1)),
 * X = p / (Z + R), Q(p) = X R. Throughput never passes 1 / S. Source: M. Reiser and S. Lavenberg, <i>Mean-value analysis</i>,
 * JACM 27(2), 1980. Leaves out spinning and waking, which only make it worse; times are exponential.
 *
 * @param computeSeconds Z, mean time outside of the lock
 * @param heldSeconds S, mean time inside
 */
public record LockContention(double computeSeconds, double heldSeconds) implements Speedup {
    public LockContention {
        Domain.notNegative("Lock", "computeSeconds", computeSeconds);
        Domain.positive("Lock", "heldSeconds", heldSeconds);
    }

    /** Rounds per second of all threads together. */
    public double throughput(int threads) {
        return solve(threads)[0];
    }

    /** Mean wait for the lock in a round, without the time it is held. */
    public double waitSeconds(int threads) {
        return solve(threads)[1] - heldSeconds;
    }

    @Override
    public double speedup(double workers) {
        return throughput((int) workers) / throughput(1);
    }

    /** The number of threads past which the lock is the limit, (Z + S) / S. */
    public double saturationThreads() {
        return (computeSeconds + heldSeconds) / heldSeconds;
    }

    private double[] solve(int threads) {
        Domain.atLeast(1, "Lock", "threads", threads);
        double waiting = 0;
        double rounds = 0;
        double response = heldSeconds;
        for (int p = 1; p <= threads; p++) {
            response = heldSeconds * (1 + waiting);
            rounds = p / (computeSeconds + response);
            waiting = rounds * response;
        }
        return new double[] {rounds, response};
    }
}
