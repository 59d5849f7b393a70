package clock2cloud.app.cluster;

import clock2cloud.app.FigureRecipe;
import clock2cloud.app.chart.Figure;
import clock2cloud.cluster.AllReduce;
import clock2cloud.cluster.AlphaBeta;
import clock2cloud.cluster.DataParallelTraining;
import clock2cloud.cluster.ScalabilityFit;
import clock2cloud.cluster.hdfs.DefaultPlacement;
import clock2cloud.cluster.hdfs.FileBlocks;
import clock2cloud.cluster.hdfs.HdfsCluster;
import clock2cloud.cluster.hdfs.PlacementPolicy;
import clock2cloud.cluster.hdfs.Racks;
import clock2cloud.cluster.hdfs.ReReplication;
import clock2cloud.cluster.hdfs.StoredFile;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/** The figures of cores, the file system and training: one for each of their commands. */
final class BuilderFigures {
    private BuilderFigures() {}

    static List<FigureRecipe> all() {
        return List.of(
                new FigureRecipe("speedup-fit", BuilderFigures::fit),
                new FigureRecipe("hdfs-block-map", BuilderFigures::map),
                new FigureRecipe("hdfs-re-replication", BuilderFigures::repair),
                new FigureRecipe("training-scaling", BuilderFigures::training));
    }

    private static Figure fit(long seed) {
        MeasurementsFile data = ClusterChecks.specSdm91();
        return SpeedupFigures.fitted(ScalabilityFit.of(data.xs(), data.ys()), data, "speedup-fit")
                .alt("Measured throughput over load rises, bends and falls; the fitted law follows it past its peak.")
                .source("SPEC SDM91 on a SPARCcenter 2000, from the R package usl (BSD-2-Clause)")
                .command("./c2c cluster usl --fit docs/examples/specsdm91.csv")
                .seed(seed);
    }

    private static Figure map(long seed) {
        HdfsCluster cluster = new HdfsCluster(Racks.of(4), 25e12, new DefaultPlacement(), random(seed));
        FileBlocks file = new FileBlocks(1_000_000_000, 100_000_000);
        cluster.write("file", file, 3, PlacementPolicy.OUTSIDE);
        return HdfsFigures.map(cluster, new StoredFile(file, 3, 4, 25e12))
                .source("the default policy of HDFS, checked against Apache Hadoop 3.5.0")
                .command("./c2c cluster hdfs --file 1GB --block 100MB --nodes 4 --capacity 100TB")
                .seed(seed);
    }

    private static Figure repair(long seed) {
        RandomGenerator random = random(seed);
        HdfsCluster cluster = new HdfsCluster(Racks.even(12, 3), 10e12, new DefaultPlacement(), random);
        cluster.write(
                "file", new FileBlocks(100_000_000_000L, FileBlocks.DEFAULT_BLOCK_BYTES), 3, PlacementPolicy.OUTSIDE);
        cluster.fail(5);
        ReReplication.Settings settings = ReReplication.Settings.defaults(125e6, 100e6);
        return HdfsFigures.repair(new ReReplication(cluster, settings, random).run(), settings.detectionSeconds())
                .source("rules and defaults of Apache Hadoop 3")
                .command("./c2c cluster hdfs --file 100GB --nodes 12 --racks 3 --kill 5")
                .seed(seed);
    }

    private static Figure training(long seed) {
        AlphaBeta link = new AlphaBeta(50e-6, 125e6);
        double gradientBytes = 4.0 * (785 * 800 + 801 * 10);
        DataParallelTraining ring = new DataParallelTraining(0, 50e-3 / 256, gradientBytes, link, AllReduce.RING, 0);
        DataParallelTraining server =
                new DataParallelTraining(0, 50e-3 / 256, gradientBytes, link, AllReduce.PARAMETER_SERVER, 0);
        List<Training.Row> rows = IntStream.rangeClosed(1, 16)
                .mapToObj(p -> Training.row(p, 256, ring, server))
                .toList();
        return TrainingFigures.scaling(rows, 256, gradientBytes)
                .source("closed forms, 784-800-10, 50 ms a step on one machine, 1 Gbit/s")
                .command("./c2c cluster train --layers 784,800,10 --batch 256 --compute 50ms")
                .seed(seed);
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed);
    }
}
