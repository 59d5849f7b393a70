package clock2cloud.cluster.job;

import clock2cloud.cluster.network.Host;
import clock2cloud.cluster.network.Platform;
import java.util.List;
import java.util.Optional;

/**
 * Workers that compute a gradient, push it to the servers and pull the new parameters; each server holds an equal share.
 * In step, a server answers when all workers have pushed; otherwise it answers each worker at once (Li et al., <i>Scaling
 * distributed machine learning with the parameter server</i>, OSDI 2014).
 *
 * @param bytes the gradient, and the parameters
 * @param flops what a worker computes in an iteration
 * @param servers hosts that hold the parameters
 * @param workers hosts that compute; all other hosts when absent
 * @param asynchronous servers do not wait for all workers; they do when absent
 */
public record ParameterServer(
        double bytes,
        double flops,
        int iterations,
        List<String> servers,
        Optional<List<String>> workers,
        Optional<Boolean> asynchronous)
        implements Workload {
    public ParameterServer {
        servers = List.copyOf(servers);
        if (servers.isEmpty() || iterations < 1) {
            throw new IllegalArgumentException("a parameter server needs at least one server and one iteration");
        }
        if (!(bytes >= 0 && flops >= 0 && bytes < Double.POSITIVE_INFINITY && flops < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("bytes and flops must be zero or more and finite");
        }
    }

    List<Host> workerHosts(Platform platform) {
        List<Host> homes = servers.stream().map(platform::host).toList();
        List<Host> hosts = workers.map(platform::hosts).orElseGet(() -> platform.hosts().stream()
                .filter(host -> !homes.contains(host))
                .toList());
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("the parameter server has no workers");
        }
        return hosts;
    }

    /** One task is one worker's iteration. */
    @Override
    public long taskCount() {
        return iterations;
    }

    @Override
    public Runnable start(Cluster cluster, Ledger ledger) {
        return new PushAndPull(this, cluster, ledger).start();
    }

    @Override
    public LowerBounds lowerBounds(Platform platform) {
        double slowest = workerHosts(platform).stream()
                .mapToDouble(Host::flopsPerSecond)
                .min()
                .orElse(1);
        double seconds = flops * iterations / slowest;
        return new LowerBounds(seconds, seconds);
    }
}
