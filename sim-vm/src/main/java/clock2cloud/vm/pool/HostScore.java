package clock2cloud.vm.pool;

/**
 * How well a machine suits a host; the highest wins. Free and demanded are in units of the pool's largest host, each a
 * vector of cores, memory and disk. A score must rise (or, if it prefers full hosts, fall) in every free dimension, and
 * must not be lower for a host in use than for an empty one.
 */
public interface HostScore {
    /** The score of a host with {@code free} before the machine comes. */
    double of(double[] free, double[] demand, boolean inUse);

    /** Whether less free is better. */
    default boolean prefersFull() {
        return false;
    }
}
