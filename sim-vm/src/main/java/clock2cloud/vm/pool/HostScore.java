package clock2cloud.vm.pool;

/**
 * How well a machine suits a host; the highest wins. Free and demanded are in units of the pool's largest host, each a
 * vector of cores, memory and disk. A score must rise in every free dimension, or fall in every one (it then prefers full
 * hosts), and must not be lower for a host in use than for an empty one.
 */
public interface HostScore {
    /** The score of a host with {@code free} before the machine comes. */
    double of(double[] free, double[] demand, boolean inUse);
}
