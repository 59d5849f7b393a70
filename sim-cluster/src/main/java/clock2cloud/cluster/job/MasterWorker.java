package clock2cloud.cluster.job;

import clock2cloud.cluster.network.Host;
import clock2cloud.cluster.network.Platform;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A master that hands tasks to workers one after the other. It waits until the worker has taken the task (a synchronous
 * put, as in SimGrid's master/workers example); a worker that still computes holds it up. In the end each worker gets a
 * message to stop.
 *
 * @param workers hosts of the workers, a host may have several; all hosts but the master's when absent
 * @param inputBytes what is sent with a task
 * @param outputBytes what a worker sends back when it is done with a task, none when absent
 * @param flops the tasks
 * @param schedule who gets the next task
 */
public record MasterWorker(
        String master,
        Optional<List<String>> workers,
        int tasks,
        double inputBytes,
        Optional<Double> outputBytes,
        Sizes flops,
        Optional<Schedule> schedule)
        implements Workload {
    /** Who gets the next task. */
    public enum Schedule {
        /** The workers in turn, whether they are free or not. */
        ROUND_ROBIN,
        /** The worker that has been free for longest. */
        ON_DEMAND
    }

    public MasterWorker {
        if (tasks < 0) {
            throw new IllegalArgumentException("tasks is " + tasks + ", it must be zero or more");
        }
        if (!(inputBytes >= 0 && inputBytes < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("inputBytes is " + inputBytes + ", it must be zero or more and finite");
        }
        double back = outputBytes.orElse(0.0);
        if (!(back >= 0 && back < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("outputBytes is " + back + ", it must be zero or more and finite");
        }
    }

    @Override
    public long taskCount() {
        return tasks;
    }

    List<Host> workerHosts(Platform platform) {
        Host home = platform.host(master);
        List<Host> hosts = workers.map(platform::hosts)
                .orElseGet(() ->
                        platform.hosts().stream().filter(host -> host != home).toList());
        return hosts.isEmpty() ? List.of(home) : hosts;
    }

    @Override
    public LowerBounds lowerBounds(Platform platform) {
        List<Host> hosts = workerHosts(platform);
        Map<Host, Long> actors = hosts.stream().collect(Collectors.groupingBy(host -> host, Collectors.counting()));
        double speed = actors.entrySet().stream()
                .mapToDouble(entry -> entry.getKey().flopsPerSecond()
                        * Math.min(entry.getKey().cores(), entry.getValue()))
                .sum();
        double fastest = hosts.stream().mapToDouble(Host::flopsPerSecond).max().orElse(speed);
        return new LowerBounds(flops.leastTotal(tasks) / speed, tasks == 0 ? 0 : flops.leastLargest() / fastest);
    }

    @Override
    public Runnable start(Cluster cluster, Ledger ledger) {
        Master actor = new Master(this, cluster, ledger);
        cluster.soon(actor::go);
        return actor::close;
    }
}
