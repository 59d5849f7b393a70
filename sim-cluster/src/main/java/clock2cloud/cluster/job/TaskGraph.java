package clock2cloud.cluster.job;

import clock2cloud.cluster.network.Host;
import clock2cloud.cluster.network.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tasks that need results of others, scheduled in the order of the list: a free core takes the first task that is ready
 * (Graham 1966). A task fetches what its parents computed from where they ran, all at once, then computes.
 *
 * @param tasks in order of priority
 * @param hosts where tasks may run; everywhere when absent
 * @param storage the host that holds what tasks read from outside; the first host when absent
 * @param speculative idle cores start copies of tasks that would end sooner there
 */
public record TaskGraph(
        List<Task> tasks, Optional<List<String>> hosts, Optional<String> storage, Optional<Boolean> speculative)
        implements Workload {
    /**
     * A task.
     *
     * @param cores how many cores share its work evenly, 1 when absent
     * @param parents the tasks that it needs
     * @param inputBytes what it reads from the storage
     */
    public record Task(
            String name,
            double flops,
            Optional<Integer> cores,
            Optional<List<Parent>> parents,
            Optional<Double> inputBytes) {}

    /** A task that is needed, and what it hands over. */
    public record Parent(String task, double bytes) {}

    public TaskGraph {
        tasks = List.copyOf(tasks);
    }

    @Override
    public long taskCount() {
        return tasks.size();
    }

    private Dag dag(Platform platform) {
        Map<String, Integer> numbers = new HashMap<>();
        for (Task task : tasks) {
            if (numbers.put(task.name, numbers.size()) != null) {
                throw new IllegalArgumentException("two tasks are named " + task.name);
            }
        }
        Optional<Host> stored = storage.map(platform::host)
                .or(() -> Optional.of(platform.hosts().get(0)));
        List<Dag.Node> nodes = new ArrayList<>();
        for (Task task : tasks) {
            List<Parent> parents = task.parents.orElse(List.of());
            nodes.add(new Dag.Node(
                    task.name,
                    task.flops,
                    task.cores.orElse(1),
                    parents.stream()
                            .mapToInt(parent -> number(numbers, parent, task))
                            .toArray(),
                    parents.stream().mapToDouble(Parent::bytes).toArray(),
                    task.inputBytes.orElse(0.0),
                    stored));
        }
        return new Dag(nodes);
    }

    private static int number(Map<String, Integer> numbers, Parent parent, Task task) {
        Integer number = numbers.get(parent.task);
        if (number == null) {
            throw new IllegalArgumentException(
                    "task '" + task.name + "' needs '" + parent.task + "', which is no task");
        }
        return number;
    }

    static List<Host> hosts(Platform platform, Optional<List<String>> names) {
        return names.map(platform::hosts).orElseGet(platform::hosts);
    }

    @Override
    public Runnable start(Cluster cluster, Ledger ledger) {
        Platform platform = cluster.platform();
        ListScheduler scheduler = new ListScheduler(
                dag(platform), hosts(platform, hosts), speculative.orElse(false), false, cluster, ledger);
        return scheduler.start();
    }

    @Override
    public LowerBounds lowerBounds(Platform platform) {
        return dag(platform).lowerBounds(hosts(platform, hosts));
    }
}
