package clock2cloud.app.cluster;

import clock2cloud.app.FigureRecipe;
import clock2cloud.cluster.job.ClusterRun;
import clock2cloud.cluster.job.Failure;
import clock2cloud.cluster.job.MapReduce;
import clock2cloud.cluster.job.MasterWorker;
import clock2cloud.cluster.job.Sizes;
import clock2cloud.cluster.job.Workload;
import clock2cloud.cluster.network.NetworkModel;
import clock2cloud.cluster.topology.Star;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;

/** A master and its workers, and the load that a map-reduce puts on the network. */
final class NetworkFigures {
    private static final String RUN =
            "./c2c cluster run --platform docs/examples/cluster-star.xml --workload docs/examples/";

    private NetworkFigures() {}

    static List<FigureRecipe> all() {
        return List.of(
                new FigureRecipe(
                        "cluster-gantt",
                        seed -> RunFigures.gantt(
                                run(masterWorker(), seed),
                                RUN + "master-worker.json --out figures --seed " + seed,
                                seed)),
                new FigureRecipe(
                        "cluster-network-load",
                        seed -> RunFigures.load(
                                run(mapReduce(), seed, crash(), slow()),
                                RUN + "map-reduce.json --out figures --seed " + seed,
                                seed)));
    }

    private static ClusterRun.Result run(Workload work, long seed, Failure... failures) {
        return new ClusterRun(
                        new Star(9, 1e9, Optional.empty(), 1.25e8, 5e-5).platform(),
                        NetworkModel.RAW,
                        List.of(failures),
                        RandomGeneratorFactory.of("L64X128MixRandom").create(seed))
                .run(work, true);
    }

    private static MasterWorker masterWorker() {
        return new MasterWorker(
                "n0",
                Optional.empty(),
                40,
                5e6,
                Optional.empty(),
                new Sizes(Optional.empty(), Optional.of(List.of(1e8, 5e8)), Optional.empty()),
                Optional.empty());
    }

    private static MapReduce mapReduce() {
        return new MapReduce(1e9, 16, 4, 20, 10, Optional.of(0.5), Optional.empty(), Optional.of(true));
    }

    private static Failure crash() {
        return new Failure(
                0.7, Optional.of("n3"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(5.0));
    }

    private static Failure slow() {
        return new Failure(
                0, Optional.empty(), Optional.of("n5"), Optional.of(0.25), Optional.empty(), Optional.empty());
    }
}
