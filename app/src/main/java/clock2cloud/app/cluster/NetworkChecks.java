package clock2cloud.app.cluster;

import clock2cloud.app.TrustLine;
import clock2cloud.cluster.job.AllReduceRun;
import clock2cloud.cluster.job.ClusterRun;
import clock2cloud.cluster.job.MasterWorker;
import clock2cloud.cluster.job.Sizes;
import clock2cloud.cluster.job.Workload;
import clock2cloud.cluster.network.FlowSchedule;
import clock2cloud.cluster.network.Host;
import clock2cloud.cluster.network.NetworkModel;
import clock2cloud.cluster.network.Platform;
import clock2cloud.cluster.network.PlatformXml;
import clock2cloud.cluster.topology.Star;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;

/** The network and the runs on it, held against SimGrid. */
final class NetworkChecks {
    private static final String FLOOR = "cluster";
    private static final String SIMGRID = "SimGrid 3.32";
    private static final long MULTIPLIER = 6364136223846793005L;
    private static final long INCREMENT = 1442695040888963407L;

    private NetworkChecks() {}

    static List<TrustLine> lines() {
        return List.of(
                flows("raw", NetworkModel.RAW, "random", 25, "CM02 without window and cross traffic"),
                flows("lv08", NetworkModel.LV08, "random", 10, "LV08, its default"),
                flows("raw", NetworkModel.RAW, "fabric", 10, "CM02 without window and cross traffic"),
                star(),
                masterWorker(),
                allReduce());
    }

    private static TrustLine flows(String model, NetworkModel network, String kind, int platforms, String how) {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i < platforms; i++) {
            String name = String.format(kind + "%02d", i);
            Platform platform = PlatformXml.read(open(name + ".xml"), name + ".xml");
            List<String[]> rows = rows(name + "." + model + ".csv");
            List<FlowSchedule.Request> requests = rows.stream()
                    .map(row -> new FlowSchedule.Request(
                            Double.parseDouble(row[0]),
                            platform.host(row[1]),
                            platform.host(row[2]),
                            Double.parseDouble(row[3])))
                    .toList();
            ours.addAll(new FlowSchedule(platform, network).run(requests).finishSeconds());
            rows.forEach(row -> theirs.add(Double.parseDouble(row[4])));
        }
        return line(
                ("random".equals(kind) ? "fluid network" : "torus, fat tree, dragonfly") + ", finish of each flow ("
                        + model + ")",
                SIMGRID + ", " + how,
                platforms + " random platforms"
                        + ("random".equals(kind) ? ": cluster, full, Floyd, Dijkstra, zones" : " of SimGrid's XML"),
                ours,
                theirs,
                1e-6);
    }

    /** Flows of a linear congruential generator on a star: last finish and sum of all. */
    private static TrustLine star() {
        List<Double> ours = new ArrayList<>();
        for (int[] size : new int[][] {{10, 20}, {100, 1000}, {1000, 1000}}) {
            FlowSchedule.Result result = starFlows(size[0], size[1]);
            ours.add(result.lastFinishSeconds());
            ours.add(result.finishSeconds().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum());
        }
        List<Double> theirs = List.of(1.586667488, 17.458241, 8.310370992, 3614.928491, 2.659195784, 847.637571);
        return line(
                "fluid network, last finish and sum",
                SIMGRID + " and an independent exact solver",
                "star of 10 to 1,000 hosts, 20 to 1,000 flows; sums printed to 1e-6",
                ours,
                theirs,
                2e-8);
    }

    private static FlowSchedule.Result starFlows(int hostCount, int flows) {
        Platform platform = new Star(hostCount, 1e9, Optional.empty(), 1.25e8, 0).platform();
        List<Host> hosts = platform.hosts();
        List<FlowSchedule.Request> requests = new ArrayList<>();
        long[] state = {42};
        for (int i = 0; i < flows; i++) {
            int from = (int) (next(state) * hostCount);
            int other = (int) (next(state) * (hostCount - 1));
            int to = other < from ? other : other + 1;
            double bytes = Math.floor(1e6 + next(state) * 99e6);
            requests.add(new FlowSchedule.Request(0, hosts.get(from), hosts.get(to), bytes));
        }
        return new FlowSchedule(platform, NetworkModel.RAW).run(requests);
    }

    private static double next(long[] state) {
        state[0] = state[0] * MULTIPLIER + INCREMENT;
        return (state[0] >>> 33) / (double) (1L << 31);
    }

    private static TrustLine masterWorker() {
        Platform platform = PlatformXml.read(open("small_platform.xml"), "small_platform.xml");
        MasterWorker work = new MasterWorker(
                "Tremblay",
                Optional.of(List.of("Tremblay", "Jupiter", "Fafard", "Ginette", "Bourassa")),
                20,
                1e6,
                Optional.empty(),
                Sizes.of(5e7),
                Optional.empty());
        return line(
                "master and workers, makespan",
                SIMGRID + ", app-masterworkers (LV08)",
                "5 workers, 20 tasks",
                List.of(makespan(platform, NetworkModel.LV08, work)),
                List.of(5.133855),
                1e-6);
    }

    private static TrustLine allReduce() {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (String[] row : rows("allreduce.csv")) {
            Platform platform = new Star(Integer.parseInt(row[1]), 1e9, Optional.empty(), 1.25e9, 5e-6).platform();
            AllReduceRun work = new AllReduceRun(
                    Double.parseDouble(row[2]),
                    AllReduceRun.Algorithm.valueOf(row[0]),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            ours.add(makespan(platform, NetworkModel.RAW, work));
            theirs.add(Double.parseDouble(row[3]));
        }
        return line(
                "all-reduce over the network",
                "SMPI of " + SIMGRID,
                "ring, recursive doubling, Rabenseifner; 4 to 64 hosts; 8 KiB and 1 MiB",
                ours,
                theirs,
                2e-3);
    }

    private static double makespan(Platform platform, NetworkModel model, Workload work) {
        return new ClusterRun(
                        platform,
                        model,
                        List.of(),
                        RandomGeneratorFactory.of("L64X128MixRandom").create(0))
                .run(work, false)
                .makespanSeconds();
    }

    private static TrustLine line(
            String model, String with, String range, List<Double> ours, List<Double> theirs, double boundFraction) {
        return TrustLine.of(
                FLOOR,
                model,
                with,
                range,
                ours.stream().mapToDouble(Double::doubleValue).toArray(),
                theirs.stream().mapToDouble(Double::doubleValue).toArray(),
                boundFraction);
    }

    /** Rows of a CSV without comments and header. */
    static List<String[]> rows(String file) {
        try (InputStream input = open(file)) {
            List<String> lines = new String(input.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            return lines.subList(1, lines.size()).stream()
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(
                FlowSchedule.class.getResourceAsStream("/clock2cloud/cluster/simgrid/" + file), file);
    }
}
