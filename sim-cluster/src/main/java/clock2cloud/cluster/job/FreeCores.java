package clock2cloud.cluster.job;

import clock2cloud.cluster.network.Host;
import java.util.BitSet;
import java.util.List;

/** The cores that no task has, host by host. */
final class FreeCores {
    private final List<Host> hosts;
    private final Cluster cluster;
    private final int[] free;
    private final BitSet some = new BitSet();

    FreeCores(List<Host> hosts, Cluster cluster) {
        this.hosts = hosts;
        this.cluster = cluster;
        this.free = hosts.stream().mapToInt(Host::cores).toArray();
        some.set(0, free.length);
    }

    boolean none() {
        return some.isEmpty();
    }

    /** The next host from this one on that has a free core; -1 after the last. */
    int next(int from) {
        return some.nextSetBit(from);
    }

    /** Whether the host is up and so many of its cores are free. */
    boolean fit(int cores, int host) {
        return free[host] >= cores && cluster.isUp(hosts.get(host));
    }

    /** The first host where so many fit; -1 if there is none. */
    int first(int cores) {
        int host = next(0);
        while (host >= 0 && !fit(cores, host)) {
            host = next(host + 1);
        }
        return host;
    }

    /** Takes cores of a host, or gives them back when negative. */
    void take(int host, int cores) {
        free[host] -= cores;
        some.set(host, free[host] > 0);
    }
}
