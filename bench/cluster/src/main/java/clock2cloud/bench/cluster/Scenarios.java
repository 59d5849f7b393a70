package clock2cloud.bench.cluster;

import clock2cloud.cluster.event.Event;
import clock2cloud.cluster.event.Timeline;
import clock2cloud.cluster.job.ClusterRun;
import clock2cloud.cluster.job.MasterWorker;
import clock2cloud.cluster.job.Sizes;
import clock2cloud.cluster.job.TaskGraph;
import clock2cloud.cluster.network.FlowSchedule;
import clock2cloud.cluster.network.Host;
import clock2cloud.cluster.network.Link;
import clock2cloud.cluster.network.NetworkModel;
import clock2cloud.cluster.network.Platform;
import clock2cloud.cluster.network.StarZone;
import clock2cloud.cluster.topology.Star;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGeneratorFactory;

/** What is measured; each returns the simulated time at its end, which must be the peer's. */
final class Scenarios {
    private Scenarios() {}

    /** Events that schedule themselves again, so many waiting at a time: the empty kernel. */
    static double events(int waiting, int total) {
        Timeline timeline = new Timeline();
        SplittableRandom random = new SplittableRandom(1);
        int[] left = {total};
        for (int i = 0; i < waiting; i++) {
            timeline.schedule(
                    new Event() {
                        @Override
                        protected void happen() {
                            if (left[0]-- > 0) {
                                timeline.schedule(this, timeline.nowSeconds() + random.nextDouble());
                            }
                        }
                    },
                    random.nextDouble());
        }
        timeline.run();
        return timeline.nowSeconds();
    }

    /** Master link 1.25 GB/s, worker links 125 MB/s, 50 us each, 100 kB and 1e8 to 2e8 flop a task, LV08. */
    static Platform masterStar(int workers) {
        StarZone zone = new StarZone("star", Optional.empty());
        List<Link> links = new ArrayList<>();
        for (int i = 0; i <= workers; i++) {
            Host host = Host.of(i == 0 ? "m" : "w" + (i - 1), zone, 1e9, 1);
            Link link = new Link("l" + i, i == 0 ? 1.25e9 : 1.25e8, 50e-6, Link.Sharing.SHARED);
            links.add(link);
            zone.connect(host, host, List.of(link), List.of(link));
        }
        return new Platform(zone, links, Map.of());
    }

    static double masterWorker(int workers, int tasks) {
        MasterWorker work = new MasterWorker(
                "m",
                Optional.empty(),
                tasks,
                1e5,
                Optional.empty(),
                new Sizes(Optional.empty(), Optional.of(List.of(1e8, 2e8)), Optional.empty()),
                Optional.empty());
        return new ClusterRun(
                        masterStar(workers),
                        NetworkModel.LV08,
                        List.of(),
                        RandomGeneratorFactory.of("L64X128MixRandom").create(1))
                .run(work, false)
                .makespanSeconds();
    }

    /** CloudSim Plus's case: tasks of 1,000 to 11,006 Mflop in so many queues, each on one of the one-core hosts; no messages. */
    static double queues(int workers, int count) {
        List<TaskGraph.Task> tasks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            double flops = (1000 + 7919L * i % 10_007) * 1e6;
            Optional<List<TaskGraph.Parent>> before =
                    i < workers ? Optional.empty() : Optional.of(List.of(new TaskGraph.Parent("t" + (i - workers), 0)));
            tasks.add(new TaskGraph.Task("t" + i, flops, Optional.empty(), before, Optional.empty()));
        }
        TaskGraph work = new TaskGraph(tasks, Optional.empty(), Optional.empty(), Optional.empty());
        Platform platform = new Star(workers, 1e9, Optional.empty(), 1.25e8, 0).platform();
        return new ClusterRun(
                        platform,
                        NetworkModel.RAW,
                        List.of(),
                        RandomGeneratorFactory.of("L64X128MixRandom").create(1))
                .run(work, false)
                .makespanSeconds();
    }

    /** The generator that the C++ program uses too: start gap, two different hosts, 1 to 100 MB. */
    static List<FlowSchedule.Request> requests(Platform platform, int flows, double overSeconds, double mostBytes) {
        List<Host> hosts = platform.hosts();
        long[] state = {42};
        List<FlowSchedule.Request> requests = new ArrayList<>(flows);
        for (int i = 0; i < flows; i++) {
            int from = (int) (next(state) * hosts.size());
            int other = (int) (next(state) * (hosts.size() - 1));
            int to = other < from ? other : other + 1;
            double bytes = Math.floor(mostBytes / 100 + next(state) * mostBytes * 0.99);
            requests.add(
                    new FlowSchedule.Request(i * overSeconds / flows, hosts.get(from), hosts.get(to), bytes));
        }
        return requests;
    }

    private static double next(long[] state) {
        state[0] = state[0] * 6364136223846793005L + 1442695040888963407L;
        return (state[0] >>> 33) / (double) (1L << 31);
    }

    static double flows(int hosts, int flows, double overSeconds, double mostBytes) {
        Platform platform = new Star(hosts, 1e9, Optional.empty(), 1.25e8, 0).platform();
        return new FlowSchedule(platform, NetworkModel.RAW)
                .run(requests(platform, flows, overSeconds, mostBytes))
                .lastFinishSeconds();
    }
}
