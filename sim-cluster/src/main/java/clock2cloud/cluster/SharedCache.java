package clock2cloud.cluster;

/**
 * The last-level cache that cores share: how much of what they read they find there.
 *
 * <p>Each of c cores goes over a working set of w bytes of its own, together c w. Reads at random places miss a share
 * 1 - C / (c w); reads in a circle, with least-recently-used eviction, miss always as soon as c w passes C. Source: Hennessy
 * and Patterson, <i>Computer Architecture</i>, app. B. Leaves out sharing of data, associativity and prefetching.
 *
 * @param capacityBytes C
 */
public record SharedCache(double capacityBytes) {
    /** The order of reads over the working set. */
    public enum Pattern {
        RANDOM,
        CIRCULAR
    }

    public SharedCache {
        Domain.positive("Shared cache", "capacityBytes", capacityBytes);
    }

    /** Share of reads that go on to memory. */
    public double missFraction(Pattern pattern, int cores, double workingSetBytes) {
        Domain.atLeast(1, "Shared cache", "cores", cores);
        Domain.notNegative("Shared cache", "workingSetBytes", workingSetBytes);
        double together = cores * workingSetBytes;
        if (together <= capacityBytes) {
            return 0;
        }
        return pattern == Pattern.CIRCULAR ? 1 : 1 - capacityBytes / together;
    }

    /** Mean time of a read (average memory access time). */
    public double readSeconds(double missFraction, double hitSeconds, double memorySeconds) {
        Domain.fraction("Shared cache", "missFraction", missFraction);
        return hitSeconds + missFraction * memorySeconds;
    }
}
