package clock2cloud.cluster.job;

import clock2cloud.cluster.network.Host;
import clock2cloud.cluster.network.Link;
import clock2cloud.cluster.network.NetworkModel;
import clock2cloud.cluster.network.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Runs a workload on a platform, failures included. */
public final class ClusterRun {
    private final Platform platform;
    private final NetworkModel model;
    private final List<Failure> failures;
    private final RandomGenerator random;

    /**
     * What came of it.
     *
     * @param makespanSeconds when the last actor had stopped
     * @param doneTasks tasks that were done
     * @param repeatedTasks tries that were lost and made again
     * @param copiedTasks copies that were started by speculation
     * @param undone tasks that were not done, with the reason
     * @param doneFlops work that was done to its end, copies included
     * @param lostFlops work that was begun and lost, to failures and to copies that were slower
     * @param deliveredBytes bytes that arrived
     * @param lostBytes bytes of messages that were cut on their way
     * @param workBoundSeconds all work divided by the speed of all
     * @param pathBoundSeconds the longest chain of work at the highest speed
     * @param utilizationFraction busy core time over core time until the makespan, of hosts that did anything
     * @param events events that happened
     * @param spans who did what when; empty when no details were asked for
     * @param load bytes per second that flowed in all flows together, from each moment on
     */
    public record Result(
            double makespanSeconds,
            long tasks,
            long doneTasks,
            long repeatedTasks,
            long copiedTasks,
            List<Ledger.Undone> undone,
            double doneFlops,
            double lostFlops,
            double deliveredBytes,
            double lostBytes,
            double workBoundSeconds,
            double pathBoundSeconds,
            double utilizationFraction,
            long events,
            List<Ledger.Span> spans,
            List<Load> load) {}

    /** What the network carried from a moment on. */
    public record Load(double seconds, double bytesPerSecond) {}

    public ClusterRun(Platform platform, NetworkModel model, List<Failure> failures, RandomGenerator random) {
        this.platform = platform;
        this.model = model;
        this.failures = List.copyOf(failures);
        this.random = random;
    }

    /** The same with crashes by chance. */
    public ClusterRun with(RandomCrashes crashes) {
        List<Failure> all = new ArrayList<>(failures);
        all.addAll(crashes.draw(platform, random));
        return new ClusterRun(platform, model, all, random);
    }

    /** @param detailed keep who did what when, and the load of the network */
    public Result run(Workload work, boolean detailed) {
        Workload.LowerBounds bounds = work.lowerBounds(platform);
        Cluster cluster = new Cluster(platform, model, !failures.isEmpty(), random);
        Ledger ledger = new Ledger(detailed);
        List<Load> load = new ArrayList<>();
        if (detailed) {
            cluster.network()
                    .observe(() -> load.add(
                            new Load(cluster.nowSeconds(), cluster.network().bytesPerSecond())));
        }
        failures.forEach(failure -> plan(failure, cluster));
        Runnable close = work.start(cluster, ledger);
        cluster.timeline().run();
        close.run();
        return new Result(
                ledger.lastSeconds(),
                work.taskCount(),
                ledger.doneTasks(),
                ledger.repeatedTasks(),
                ledger.copiedTasks(),
                ledger.undone(),
                cluster.doneFlops(),
                cluster.lostFlops(),
                cluster.network().deliveredBytes(),
                cluster.network().lostBytes(),
                bounds.workSeconds(),
                bounds.pathSeconds(),
                utilization(cluster, ledger.lastSeconds()),
                cluster.timeline().happened(),
                ledger.spans(),
                load);
    }

    private void plan(Failure failure, Cluster cluster) {
        Optional<Host> crash = failure.crash().map(platform::host);
        Optional<Host> slow = failure.slow().map(platform::host);
        Optional<List<Link>> cut = failure.cut().map(platform::cable);
        cluster.at(failure.atSeconds(), () -> {
            crash.ifPresent(cluster::crash);
            slow.ifPresent(host -> cluster.slow(host, failure.factor().orElse(1.0)));
            cut.ifPresent(cluster::cut);
        });
        failure.untilSeconds()
                .ifPresent(until -> cluster.at(until, () -> {
                    crash.ifPresent(cluster::recover);
                    slow.ifPresent(host -> cluster.slow(host, 1));
                    cut.ifPresent(cluster::mend);
                }));
    }

    private double utilization(Cluster cluster, double seconds) {
        double busy = 0;
        double cores = 0;
        for (Host host : platform.hosts()) {
            double hostBusy = cluster.busyCoreSeconds(host);
            busy += hostBusy;
            cores += hostBusy > 0 ? host.cores() : 0;
        }
        return cores > 0 && seconds > 0 ? busy / (cores * seconds) : 0;
    }
}
