package clock2cloud.app.cluster;

import clock2cloud.app.Common;
import clock2cloud.app.Report;
import clock2cloud.app.chart.Figure;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import clock2cloud.cluster.AlphaBeta;
import clock2cloud.cluster.hdfs.BlockLoss;
import clock2cloud.cluster.hdfs.DefaultPlacement;
import clock2cloud.cluster.hdfs.DelayScheduling;
import clock2cloud.cluster.hdfs.FileBlocks;
import clock2cloud.cluster.hdfs.HdfsCluster;
import clock2cloud.cluster.hdfs.PipelineWrite;
import clock2cloud.cluster.hdfs.PlacementPolicy;
import clock2cloud.cluster.hdfs.Racks;
import clock2cloud.cluster.hdfs.ReReplication;
import clock2cloud.cluster.hdfs.ReadPlan;
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
            "A file on an HDFS cluster: where its blocks go, how long writing and reading take,",
            "what happens when nodes die, and how likely it is to be lost over the years."
        },
        footer = {
            "",
            "Example: ./c2c cluster hdfs --file 1GB --block 100MB --nodes 4 --capacity 100TB --kill 1",
            "Example: ./c2c cluster hdfs --file 1TB --nodes 12 --racks 3 --kill-rack 1 --years 5"
        })
final class HdfsCommand implements Callable<Integer> {
    private static final double YEAR_SECONDS = 365.25 * 86400;

    @Mixin
    private Common common;

    @Mixin
    private HdfsOptions options;

    /** Where one block is. */
    record BlockRow(int block, double bytes, List<Integer> nodes, int racks) {}

    /** What the file takes, and how fast it comes and goes. */
    record Layout(
            int blocks,
            int replicationAsked,
            int replicationPlaced,
            boolean degraded,
            int blocksWritten,
            double storedBytes,
            double capacityBytes,
            double usableBytes,
            double writeSeconds,
            double oneDiskReadSeconds,
            double parallelReadSeconds,
            int readParallelism,
            double localSlotProbability) {}

    /** What a failure leads to. */
    record Failure(
            List<Integer> nodes,
            int underReplicatedBlocks,
            int lostBlocks,
            double movedBytes,
            double seconds,
            int stillShortBlocks) {}

    /** Loss over years, for one block and, were they independent, for any of all. */
    record Loss(
            double years,
            double nodeFailuresPerYear,
            double repairSeconds,
            double blockLossProbability,
            double anyBlockLossProbability,
            double meanYearsToBlockLoss) {}

    /** The answer as JSON; notes say what was not done and why. */
    record Hdfs(
            Layout layout, List<BlockRow> blocks, Optional<Failure> failure, Optional<Loss> loss, List<String> notes) {}

    @Override
    public Integer call() {
        RandomGenerator random =
                RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(common.seed());
        List<String> notes = new ArrayList<>();
        Racks racks = options.racks();
        FileBlocks file = new FileBlocks(options.fileBytes(), options.blockBytes());
        StoredFile stored =
                new StoredFile(file, options.replication(), racks.nodes(), options.capacityBytes() / racks.nodes());
        HdfsCluster cluster = new HdfsCluster(racks, stored.bytesPerNode(), new DefaultPlacement(), random);
        HdfsCluster.Written written = cluster.write("file", file, options.replication(), options.writer());
        if (!written.reason().isEmpty()) {
            notes.add(written.complete() ? "degraded: " + written.reason() : "not written: " + written.reason());
        }
        Layout layout = layout(stored, written, cluster);
        List<BlockRow> blocks = rows(cluster);
        int[] victims = options.victims(racks);
        Optional<Figure> map =
                written.written() == 0 ? Optional.empty() : Optional.of(HdfsFigures.map(cluster, stored));
        Optional<ReReplication.Result> repair = Optional.empty();
        Optional<Failure> failure = Optional.empty();
        if (victims.length > 0) {
            HdfsCluster.Health before = fail(cluster, victims);
            ReReplication.Result result = new ReReplication(cluster, options.repair(), random).run();
            repair = Optional.of(result);
            failure = Optional.of(new Failure(
                    IntStream.of(victims).boxed().toList(),
                    before.underReplicated(),
                    before.missing(),
                    result.movedBytes(),
                    result.seconds(),
                    result.stillShort()));
            notes.addAll(notes(result, before, victims.length == racks.nodes()));
        }
        Optional<Loss> loss = options.years() > 0 ? Optional.of(loss(layout)) : Optional.empty();
        return report(new Hdfs(layout, blocks, failure, loss, notes), map, repair, stored);
    }

    private HdfsCluster.Health fail(HdfsCluster cluster, int[] victims) {
        if (options.orderly()) {
            cluster.decommission(victims);
        } else {
            cluster.fail(victims);
        }
        return cluster.health();
    }

    private static List<String> notes(ReReplication.Result result, HdfsCluster.Health before, boolean all) {
        List<String> notes = new ArrayList<>();
        if (all) {
            notes.add("all nodes are dead: nothing can be read or repaired");
        } else if (before.missing() > 0) {
            notes.add(before.missing() + " blocks are lost: every node that held them is dead");
        }
        if (result.stillShort() > 0) {
            notes.add(result.stillShort() + " blocks stay short of replicas: " + result.reason());
        }
        return notes;
    }

    private Layout layout(StoredFile stored, HdfsCluster.Written written, HdfsCluster cluster) {
        FileBlocks file = stored.blocks();
        List<List<Integer>> replicas =
                cluster.blocks().stream().map(HdfsCluster.Block::nodes).toList();
        double parallel = replicas.isEmpty()
                ? 0
                : ReadPlan.of(replicas, stored.dataNodes())
                        .seconds(
                                new FileBlocks(readable(file, written), file.blockBytes()),
                                options.diskBytesPerSecond());
        AlphaBeta link = options.link();
        List<AlphaBeta> hops = IntStream.range(0, stored.replicas())
                .mapToObj(hop -> hop == 0 && options.writer() != PlacementPolicy.OUTSIDE ? options.loopback() : link)
                .toList();
        PipelineWrite pipeline =
                new PipelineWrite(hops, options.diskBytesPerSecond(), PipelineWrite.PACKET_BYTES, 0.001);
        return new Layout(
                file.count(),
                stored.replication(),
                stored.replicas(),
                written.degraded() > 0,
                written.written(),
                written.storedBytes(),
                stored.capacityBytes(),
                stored.usableBytes(),
                pipeline.fileSeconds(new FileBlocks(readable(file, written), file.blockBytes())),
                stored.oneDiskReadSeconds(options.diskBytesPerSecond()),
                parallel,
                stored.readParallelism(),
                DelayScheduling.of(stored.replicas(), stored.dataNodes()).localProbability(1));
    }

    /** Bytes of the blocks that were written. */
    private static long readable(FileBlocks file, HdfsCluster.Written written) {
        return Math.min(file.fileBytes(), written.written() * file.blockBytes());
    }

    private static List<BlockRow> rows(HdfsCluster cluster) {
        List<BlockRow> rows = new ArrayList<>();
        for (HdfsCluster.Block block : cluster.blocks()) {
            int racks = (int) block.nodes().stream()
                    .map(cluster.racks()::rackOf)
                    .distinct()
                    .count();
            rows.add(new BlockRow(block.index(), block.bytes(), block.nodes(), racks));
        }
        return rows;
    }

    private Loss loss(Layout layout) {
        BlockLoss law = new BlockLoss(
                layout.replicationPlaced(), options.failuresPerYear() / YEAR_SECONDS, 1 / options.repairSeconds());
        double seconds = options.years() * YEAR_SECONDS;
        return new Loss(
                options.years(),
                options.failuresPerYear(),
                options.repairSeconds(),
                law.lossProbability(seconds),
                law.anyLossProbability(layout.blocks(), seconds),
                law.meanSecondsToLoss() / YEAR_SECONDS);
    }

    private int report(Hdfs result, Optional<Figure> map, Optional<ReReplication.Result> repair, StoredFile stored) {
        Layout layout = result.layout();
        Table table = Table.of(
                        "blocks",
                        "replicas",
                        "storedBytes",
                        "usableBytes",
                        "writeSeconds",
                        "oneDiskReadSeconds",
                        "parallelReadSeconds")
                .row(
                        layout.blocksWritten() + " of " + layout.blocks(),
                        layout.replicationPlaced(),
                        layout.storedBytes(),
                        layout.usableBytes(),
                        layout.writeSeconds(),
                        layout.oneDiskReadSeconds(),
                        layout.parallelReadSeconds());
        Table blocks = Table.of("block", "bytes", "nodes", "racks");
        for (BlockRow row : result.blocks()) {
            blocks = blocks.row(
                    row.block(),
                    row.bytes(),
                    String.join(" ", row.nodes().stream().map(String::valueOf).toList()),
                    row.racks());
        }
        Report report = common.report().json(result).csv(blocks).table(table);
        if (result.blocks().size() <= 24) {
            report.table(blocks);
        }
        result.failure()
                .ifPresent(failure -> report.table(
                        Table.of("deadNodes", "underReplicated", "lost", "movedBytes", "repairSeconds", "stillShort")
                                .row(
                                        failure.nodes().size(),
                                        failure.underReplicatedBlocks(),
                                        failure.lostBlocks(),
                                        failure.movedBytes(),
                                        failure.seconds(),
                                        failure.stillShortBlocks())));
        result.loss()
                .ifPresent(loss -> report.say("Over " + Quantities.significant(loss.years()) + " years a block is lost"
                        + " with probability " + Quantities.significant(loss.blockLossProbability()) + ", any of the "
                        + layout.blocks() + " with " + Quantities.significant(loss.anyBlockLossProbability()) + "."));
        result.notes().forEach(note -> report.say("Note: " + note + "."));
        if (layout.blocksWritten() == layout.blocks() && layout.blocks() > 0) {
            report.say("All " + stored.dataNodes() + " nodes read it in "
                    + Quantities.format(layout.parallelReadSeconds(), Unit.SECONDS) + ", one disk in "
                    + Quantities.format(layout.oneDiskReadSeconds(), Unit.SECONDS) + ".");
        }
        map.ifPresent(
                figure -> report.figure(figure.command(common.commandLine()).seed(common.seed())));
        repair.filter(run -> !run.transfers().isEmpty())
                .ifPresent(run ->
                        report.figure(HdfsFigures.repair(run, options.repair().detectionSeconds())
                                .command(common.commandLine())
                                .seed(common.seed())));
        return report.explain(Explanation.of(
                        "HDFS file",
                        "blocks = ceil(file / block); stored = file x replicas; usable = capacity / replicas",
                        layout.blocks() + " blocks; " + Quantities.format(layout.storedBytes(), Unit.BYTES)
                                + " stored; "
                                + Quantities.format(layout.capacityBytes(), Unit.BYTES) + " / "
                                + layout.replicationPlaced() + " = "
                                + Quantities.format(layout.usableBytes(), Unit.BYTES) + " usable",
                        "default placement; one disk a node; pipelines alone on their links; copies in equal shares",
                        "Apache Hadoop 3, BlockPlacementPolicyDefault; Shvachko and others 2010"))
                .print();
    }
}
