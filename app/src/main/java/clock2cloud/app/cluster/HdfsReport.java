package clock2cloud.app.cluster;

import clock2cloud.app.Common;
import clock2cloud.app.Report;
import clock2cloud.app.chart.Figure;
import clock2cloud.app.cluster.HdfsAnswer.BlockRow;
import clock2cloud.app.cluster.HdfsAnswer.Layout;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import clock2cloud.cluster.hdfs.ReReplication;
import clock2cloud.cluster.hdfs.StoredFile;
import java.util.Optional;

/** The answer of {@code c2c cluster hdfs} as tables, words and figures. */
final class HdfsReport {
    private static final int LISTED = 24;

    private final Common common;
    private final HdfsOptions options;

    HdfsReport(Common common, HdfsOptions options) {
        this.common = common;
        this.options = options;
    }

    int print(HdfsAnswer result, Optional<Figure> map, Optional<ReReplication.Result> repair, StoredFile stored) {
        Layout layout = result.layout();
        Table blocks = blocks(result);
        Report report = common.report().json(result).csv(blocks).table(summary(layout));
        if (result.blocks().size() <= LISTED) {
            report.table(blocks);
        }
        events(result, report);
        words(result, report, stored);
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

    private static Table summary(Layout layout) {
        return Table.of(
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
    }

    private static Table blocks(HdfsAnswer result) {
        Table blocks = Table.of("block", "bytes", "nodes", "racks");
        for (BlockRow row : result.blocks()) {
            blocks = blocks.row(
                    row.block(),
                    row.bytes(),
                    String.join(" ", row.nodes().stream().map(String::valueOf).toList()),
                    row.racks());
        }
        return blocks;
    }

    private static void events(HdfsAnswer result, Report report) {
        result.reading()
                .ifPresent(reading -> report.table(
                        Table.of("reader", "shortCircuit", "nodeLocal", "rackLocal", "offRack", "readSeconds")
                                .row(
                                        reading.reader(),
                                        reading.shortCircuitBlocks(),
                                        reading.nodeLocalBlocks(),
                                        reading.rackLocalBlocks(),
                                        reading.offRackBlocks(),
                                        reading.seconds())));
        result.balancing()
                .ifPresent(moved -> report.table(Table.of("balancerMoves", "movedBytes", "balanceSeconds", "balanced")
                        .row(moved.moves(), moved.movedBytes(), moved.seconds(), moved.balanced())));
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
    }

    private static void words(HdfsAnswer result, Report report, StoredFile stored) {
        Layout layout = result.layout();
        result.loss()
                .ifPresent(loss -> report.say("Over " + Quantities.significant(loss.years()) + " years a block is lost"
                        + " with probability " + Quantities.significant(loss.blockLossProbability()) + ", any of the "
                        + layout.blocks() + " with " + Quantities.significant(loss.anyBlockLossProbability()) + "."));
        result.notes().forEach(note -> report.say("Note: " + note + "."));
        if (layout.blocksWritten() == layout.blocks() && layout.blocks() > 0) {
            report.say((result.failure().isPresent() ? "Before that, all " : "All ") + stored.dataNodes()
                    + " nodes read it in "
                    + Quantities.format(layout.parallelReadSeconds(), Unit.SECONDS) + ", one disk in "
                    + Quantities.format(layout.oneDiskReadSeconds(), Unit.SECONDS) + ".");
        }
    }
}
