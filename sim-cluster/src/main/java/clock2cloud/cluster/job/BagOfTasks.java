package clock2cloud.cluster.job;

import clock2cloud.cluster.network.Host;
import clock2cloud.cluster.network.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Tasks that do not need each other: a free core takes the next one.
 *
 * @param flops the tasks
 * @param inputBytes what each task reads from the storage, nothing when absent
 * @param hosts where tasks may run; everywhere when absent
 * @param storage the host that holds the inputs; the first host when absent
 * @param speculative idle cores start copies of tasks that would end sooner there
 */
public record BagOfTasks(
        int tasks,
        Sizes flops,
        Optional<Double> inputBytes,
        Optional<List<String>> hosts,
        Optional<String> storage,
        Optional<Boolean> speculative)
        implements Workload {
    public BagOfTasks {
        if (tasks < 0) {
            throw new IllegalArgumentException("tasks is " + tasks + ", it must be zero or more");
        }
        double bytes = inputBytes.orElse(0.0);
        if (!(bytes >= 0 && bytes < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("inputBytes is " + bytes + ", it must be zero or more and finite");
        }
    }

    @Override
    public long taskCount() {
        return tasks;
    }

    private Dag dag(Platform platform, RandomGenerator random) {
        double[] sizes = flops.draw(tasks, random);
        Optional<Host> stored = storage.map(platform::host)
                .or(() -> Optional.of(platform.hosts().get(0)));
        List<Dag.Node> nodes = new ArrayList<>(tasks);
        for (int task = 0; task < tasks; task++) {
            nodes.add(new Dag.Node(
                    "task " + task, sizes[task], 1, new int[0], new double[0], inputBytes.orElse(0.0), stored));
        }
        return new Dag(nodes);
    }

    @Override
    public Runnable start(Cluster cluster, Ledger ledger) {
        Platform platform = cluster.platform();
        return new ListScheduler(
                        dag(platform, cluster.random()),
                        TaskGraph.hosts(platform, hosts),
                        speculative.orElse(false),
                        false,
                        cluster,
                        ledger)
                .start();
    }

    @Override
    public LowerBounds lowerBounds(Platform platform) {
        double speed = 0;
        double fastest = 0;
        for (Host host : TaskGraph.hosts(platform, hosts)) {
            speed += host.flopsPerSecond() * host.cores();
            fastest = Math.max(fastest, host.flopsPerSecond());
        }
        return new LowerBounds(flops.leastTotal(tasks) / speed, tasks == 0 ? 0 : flops.leastLargest() / fastest);
    }
}
