package clock2cloud.vm.pool;

import java.util.Arrays;
import java.util.List;

/**
 * What is free on every host, in a tree whose nodes know the least and the most that is free below them in each
 * dimension: a search leaves out whole subtrees in which nothing fits or nothing can score better. First fit among n
 * hosts costs about log n instead of n.
 */
public final class FreeTree {
    static final int DIMENSIONS = 3;

    private final int hosts;
    private final int leaves;
    /** Three numbers a node; the leaves begin at {@code leaves}. */
    private final long[] most;

    private final long[] least;
    /** Whether a host below holds a machine. */
    private final boolean[] used;

    private final long[] largest = new long[DIMENSIONS];
    /** Free on each host in units of the largest. */
    private final double[] units;

    private final FreeClasses classes;

    FreeTree(List<Bundle> capacities) {
        hosts = capacities.size();
        leaves = Math.max(1, Integer.highestOneBit(Math.max(1, hosts - 1)) * (hosts > 1 ? 2 : 1));
        most = new long[2 * leaves * DIMENSIONS];
        least = new long[2 * leaves * DIMENSIONS];
        used = new boolean[2 * leaves];
        units = new double[hosts * DIMENSIONS];
        Arrays.fill(most, -1);
        Arrays.fill(least, Long.MAX_VALUE);
        for (int host = 0; host < hosts; host++) {
            Bundle c = capacities.get(host);
            long[] free = {c.microCores(), c.wholeRamBytes(), c.wholeDiskBytes()};
            for (int d = 0; d < DIMENSIONS; d++) {
                largest[d] = Math.max(largest[d], free[d]);
                put(host, d, free[d]);
            }
        }
        for (int host = 0; host < hosts; host++) {
            for (int d = 0; d < DIMENSIONS; d++) {
                put(host, d, free(host, d));
            }
        }
        for (int node = leaves - 1; node >= 1; node--) {
            gather(node);
        }
        classes = new FreeClasses(this);
        for (int host = 0; host < hosts; host++) {
            classes.put(host, free(host, 0), free(host, 1), free(host, 2), false);
        }
    }

    private void put(int host, int dimension, long free) {
        int at = (leaves + host) * DIMENSIONS + dimension;
        most[at] = free;
        least[at] = free;
        units[host * DIMENSIONS + dimension] = free / largest(dimension);
    }

    /** Number of hosts. */
    public int hosts() {
        return hosts;
    }

    /** Free on {@code host}, in millionths of a core or in bytes; −1 while it is broken. */
    long free(int host, int dimension) {
        return most[(leaves + host) * DIMENSIONS + dimension];
    }

    /** Free on {@code host} in units of {@link #largest}. */
    double unitsFree(int host, int dimension) {
        return units[host * DIMENSIONS + dimension];
    }

    boolean inUse(int host) {
        return used[leaves + host];
    }

    /** The largest capacity of any host, the unit in which scores are measured. */
    double largest(int dimension) {
        return Math.max(1, largest[dimension]);
    }

    /** Sets what is free on a host. */
    void set(int host, long cores, long ram, long disk, boolean inUse) {
        put(host, 0, cores);
        put(host, 1, ram);
        put(host, 2, disk);
        used[leaves + host] = inUse;
        classes.put(host, cores, ram, disk, inUse);
        for (int node = (leaves + host) >> 1; node >= 1; node >>= 1) {
            gather(node);
        }
    }

    /** Takes a host out: nothing fits on it, and no bound counts it. */
    void close(int host) {
        for (int d = 0; d < DIMENSIONS; d++) {
            most[(leaves + host) * DIMENSIONS + d] = -1;
            least[(leaves + host) * DIMENSIONS + d] = Long.MAX_VALUE;
        }
        used[leaves + host] = false;
        classes.remove(host);
        for (int node = (leaves + host) >> 1; node >= 1; node >>= 1) {
            gather(node);
        }
    }

    private void gather(int node) {
        int to = node * DIMENSIONS;
        int left = 2 * to;
        int right = left + DIMENSIONS;
        for (int d = 0; d < DIMENSIONS; d++) {
            most[to + d] = Math.max(most[left + d], most[right + d]);
            least[to + d] = Math.min(least[left + d], least[right + d]);
        }
        used[node] = used[2 * node] || used[2 * node + 1];
    }

    boolean mayFit(int node, long cores, long ram, long disk) {
        int at = node * DIMENSIONS;
        return most[at] >= cores && most[at + 1] >= ram && most[at + 2] >= disk;
    }

    boolean fits(int host, Bundle demand) {
        return mayFit(leaves + host, demand.microCores(), demand.wholeRamBytes(), demand.wholeDiskBytes());
    }

    /** The first host from {@code from} on in which {@code demand} fits; −1 if there is none. */
    public int first(int from, Bundle demand) {
        return first(1, 0, leaves, from, demand.microCores(), demand.wholeRamBytes(), demand.wholeDiskBytes());
    }

    private int first(int node, int low, int width, int from, long cores, long ram, long disk) {
        if (low + width <= from || !mayFit(node, cores, ram, disk)) {
            return -1;
        }
        if (width == 1) {
            return low;
        }
        int half = width >> 1;
        int found = first(2 * node, low, half, from, cores, ram, disk);
        return found >= 0 ? found : first(2 * node + 1, low + half, half, from, cores, ram, disk);
    }

    /** The host in which {@code demand} fits with the highest score, the first of equals; −1 if there is none. */
    public int best(Bundle demand, ScoredFit fit) {
        return classes.givenUp() ? new BestHost(this, demand, fit).host() : classes.best(demand, fit);
    }

    /** The root, or the node of the half below another. */
    static final int ROOT = 1;

    int leaves() {
        return leaves;
    }

    /** What is free at the most, or at the least, on a host below {@code node}. */
    long extreme(int node, int dimension, boolean least) {
        return (least ? this.least : most)[node * DIMENSIONS + dimension];
    }

    /** Whether a host below {@code node} holds a machine. */
    boolean anyInUse(int node) {
        return used[node];
    }
}
