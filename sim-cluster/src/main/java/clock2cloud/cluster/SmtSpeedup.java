package clock2cloud.cluster;

/**
 * Threads that share a core (SMT, hyper-threading): they fill each other's gaps until the core is full.
 *
 * <p>A thread alone keeps its core busy for a share u of the time; k threads on a core do min(k, 1 / u) times one thread's
 * work. Threads go to empty cores first. Source: the utilization law (Lazowska and others, <i>Quantitative System
 * Performance</i>, 1984, ch. 3 and 5: asymptotic bound). Leaves out that the threads share caches, so it is an upper bound.
 *
 * @param cores cores
 * @param threadsPerCore hardware threads of each
 * @param busyFraction u, above 0 and at most 1: near 1 for dense arithmetic, about 0.8 for the usual gain of 1.25
 */
public record SmtSpeedup(int cores, int threadsPerCore, double busyFraction) implements Speedup {
    public SmtSpeedup {
        Domain.atLeast(1, "SMT", "cores", cores);
        Domain.atLeast(1, "SMT", "threadsPerCore", threadsPerCore);
        Domain.require(
                busyFraction > 0 && busyFraction <= 1, "SMT", "busyFraction", "above 0 and at most 1", busyFraction);
    }

    /** Work of one core with so many threads, in units of one thread alone. */
    public double coreSpeedup(int threads) {
        Domain.require(
                threads >= 0 && threads <= threadsPerCore,
                "SMT",
                "threads on a core",
                "from 0 to " + threadsPerCore,
                threads);
        return Math.min(threads, 1 / busyFraction);
    }

    /** Threads beyond the hardware's take turns and add nothing. */
    @Override
    public double speedup(double workers) {
        Domain.atLeast(1, "SMT", "threads", workers);
        int threads = (int) Math.min(workers, (double) cores * threadsPerCore);
        int full = threads % cores;
        int each = threads / cores;
        return (cores - full) * coreSpeedup(each) + (full == 0 ? 0 : full * coreSpeedup(each + 1));
    }
}
