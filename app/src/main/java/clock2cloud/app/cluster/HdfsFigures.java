package clock2cloud.app.cluster;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.chart.Mark;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import clock2cloud.cluster.hdfs.HdfsCluster;
import clock2cloud.cluster.hdfs.ReReplication;
import clock2cloud.cluster.hdfs.StoredFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** HDFS, drawn. */
final class HdfsFigures {
    private static final int MOST_BLOCKS = 60;
    private static final int MOST_NODES = 24;

    private HdfsFigures() {}

    /** Which node holds which block; the first blocks and nodes of many. */
    static Figure map(HdfsCluster cluster, StoredFile stored) {
        int nodes = Math.min(MOST_NODES, cluster.racks().nodes());
        List<HdfsCluster.Block> blocks = cluster.blocks();
        int shown = Math.min(MOST_BLOCKS, blocks.size());
        List<List<Mark.Block>> cells = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < shown; i++) {
            List<Integer> holders = blocks.get(i).nodes();
            for (int replica = 0; replica < holders.size(); replica++) {
                int node = holders.get(replica);
                if (node < nodes) {
                    String text = shown <= 24 ? String.valueOf(replica + 1) : "";
                    cells.get(Math.min(2, replica))
                            .add(new Mark.Block(i - 0.42, i + 0.42, node - 0.38, node + 0.38, text, 0.75));
                }
            }
        }
        Figure figure = Figure.of("hdfs-block-map")
                .title(Quantities.format((double) stored.blocks().fileBytes(), Unit.BYTES) + " becomes " + blocks.size()
                        + " blocks, each on " + stored.replicas() + " of " + stored.dataNodes() + " nodes")
                .subtitle("replica 1 is where the pipeline starts, 2 and 3 follow; "
                        + Quantities.format((double) stored.blocks().blockBytes(), Unit.BYTES) + " a block, "
                        + cluster.racks().count() + (cluster.racks().count() == 1 ? " rack" : " racks")
                        + (shown < blocks.size() ? ", the first " + shown : ""))
                .alt("A grid of nodes by blocks; each block's replicas are marked on the nodes that hold them.")
                .x("block", "")
                .xLimits(-0.6, shown - 0.4)
                .y("", "")
                .rows(IntStream.range(0, nodes)
                        .mapToObj(node ->
                                "node " + node + ", rack " + cluster.racks().rackOf(node))
                        .toList())
                .height(160 + 34 * nodes);
        String[] names = {"replica 1", "replica 2", "replica 3 and on"};
        for (int i = 0; i < names.length; i++) {
            if (!cells.get(i).isEmpty()) {
                figure.blocks(names[i], cells.get(i));
            }
        }
        return figure;
    }

    /** Blocks short of replicas over time after a failure. */
    static Figure repair(ReReplication.Result result, double detectionSeconds) {
        double[] seconds = result.samples().stream()
                .mapToDouble(ReReplication.Sample::seconds)
                .toArray();
        double[] shortBlocks = result.samples().stream()
                .mapToDouble(ReReplication.Sample::missingReplicas)
                .toArray();
        double copying = result.seconds() - detectionSeconds;
        Figure figure = Figure.of("hdfs-re-replication")
                .title(Quantities.format(result.movedBytes(), Unit.BYTES) + " are copied within "
                        + Quantities.format(copying, Unit.SECONDS)
                        + (detectionSeconds > 0
                                ? ", after " + Quantities.format(detectionSeconds, Unit.SECONDS) + " of waiting"
                                : ""))
                .subtitle("replicas missing after the failure; two copies a node at once, orders every 3 s")
                .alt("A step that stays level until the failure is noticed, then falls to " + result.stillShort()
                        + " as copies end.")
                .x("time after the failure", "")
                .xHuman(Unit.SECONDS)
                .y("replicas missing", "")
                .step("missing", seconds, shortBlocks);
        return detectionSeconds > 0 ? figure.moment("noticed", detectionSeconds) : figure;
    }
}
