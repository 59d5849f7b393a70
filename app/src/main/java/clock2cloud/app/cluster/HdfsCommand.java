package clock2cloud.app.cluster;

import clock2cloud.app.Common;
import clock2cloud.app.chart.Figure;
import clock2cloud.cluster.hdfs.Balancer;
import clock2cloud.cluster.hdfs.FileBlocks;
import clock2cloud.cluster.hdfs.HdfsCluster;
import clock2cloud.cluster.hdfs.Racks;
import clock2cloud.cluster.hdfs.ReReplication;
import clock2cloud.cluster.hdfs.StoredFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code c2c cluster hdfs}: a file on a cluster, from its blocks to what happens when nodes die. */
@Command(
        name = "hdfs",
        description = {
            "A file on an HDFS cluster: its blocks, how long writing and reading take, and how safe it is.",
            "With dead nodes, and with the probability that it is lost over the years."
        },
        footer = {
            "",
            "Example: ./c2c cluster hdfs --file 1GB --block 100MB --nodes 4 --capacity 100TB --kill 1",
            "Example: ./c2c cluster hdfs --file 1TB --nodes 12 --racks 3 --kill-rack 1 --years 5",
            "Example: ./c2c cluster hdfs --file 10GB --nodes 8 --racks 2 --writer 0 --capacity 40GB --reader 0"
                    + " --short-circuit --balance 10%"
        })
final class HdfsCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Mixin
    private HdfsOptions options;

    @Override
    public Integer call() {
        RandomGenerator random =
                RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(common.seed());
        List<String> notes = new ArrayList<>();
        Racks racks = options.racks();
        FileBlocks file = new FileBlocks(options.fileBytes(), options.blockBytes());
        StoredFile stored =
                new StoredFile(file, options.replication(), racks.nodes(), options.capacityBytes() / racks.nodes());
        HdfsCluster cluster = new HdfsCluster(racks, stored.bytesPerNode(), options.policy(), random);
        HdfsCluster.Written written = cluster.write("file", file, options.replication(), options.writer());
        if (!written.reason().isEmpty()) {
            notes.add(written.complete() ? "degraded: " + written.reason() : "not written: " + written.reason());
        }
        HdfsLayout layouts = new HdfsLayout(options);
        HdfsAnswer.Layout layout = layouts.layout(stored, written, cluster);
        List<HdfsAnswer.BlockRow> blocks = HdfsLayout.rows(cluster);
        Optional<HdfsAnswer.Reading> reading =
                options.reads() ? Optional.of(HdfsAnswer.Reading.of(cluster, options)) : Optional.empty();
        Optional<Balancer.Result> balancing = options.balancer().map(balancer -> balancer.run(cluster));
        int[] victims = options.mishaps().victims(racks);
        Optional<Figure> map =
                written.written() == 0 ? Optional.empty() : Optional.of(HdfsFigures.map(cluster, stored));
        Optional<ReReplication.Result> repair = Optional.empty();
        Optional<HdfsAnswer.Failure> failure = Optional.empty();
        if (victims.length > 0) {
            HdfsCluster.Health before = fail(cluster, victims);
            ReReplication.Result result = new ReReplication(cluster, options.repair(), random).run();
            repair = Optional.of(result);
            failure = Optional.of(new HdfsAnswer.Failure(
                    IntStream.of(victims).boxed().toList(),
                    before.underReplicated(),
                    before.missing(),
                    result.movedBytes(),
                    result.seconds(),
                    result.stillShort()));
            notes.addAll(HdfsAnswer.notes(result, before, victims.length == racks.nodes()));
        }
        Optional<HdfsAnswer.Loss> loss =
                options.mishaps().years() > 0 ? Optional.of(layouts.loss(layout)) : Optional.empty();
        HdfsAnswer answer = new HdfsAnswer(layout, blocks, reading, balancing, failure, loss, notes);
        return new HdfsReport(common, options).print(answer, map, repair, stored);
    }

    private HdfsCluster.Health fail(HdfsCluster cluster, int[] victims) {
        if (options.mishaps().orderly()) {
            cluster.decommission(victims);
        } else {
            cluster.fail(victims);
        }
        return cluster.health();
    }
}
