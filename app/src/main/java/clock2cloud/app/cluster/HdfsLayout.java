package clock2cloud.app.cluster;

import clock2cloud.app.cluster.HdfsAnswer.BlockRow;
import clock2cloud.app.cluster.HdfsAnswer.Layout;
import clock2cloud.app.cluster.HdfsAnswer.Loss;
import clock2cloud.cluster.AlphaBeta;
import clock2cloud.cluster.hdfs.BlockLoss;
import clock2cloud.cluster.hdfs.DelayScheduling;
import clock2cloud.cluster.hdfs.FileBlocks;
import clock2cloud.cluster.hdfs.HdfsCluster;
import clock2cloud.cluster.hdfs.PipelineWrite;
import clock2cloud.cluster.hdfs.PlacementPolicy;
import clock2cloud.cluster.hdfs.ReadPlan;
import clock2cloud.cluster.hdfs.StoredFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a file on HDFS takes, where it is, and how likely it lasts. */
final class HdfsLayout {
    private static final double YEAR_SECONDS = 365.25 * 86400;

    private final HdfsOptions options;

    HdfsLayout(HdfsOptions options) {
        this.options = options;
    }

    Layout layout(StoredFile stored, HdfsCluster.Written written, HdfsCluster cluster) {
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

    static List<BlockRow> rows(HdfsCluster cluster) {
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

    Loss loss(Layout layout) {
        BlockLoss law = new BlockLoss(
                layout.replicationPlaced(),
                options.mishaps().failuresPerYear() / YEAR_SECONDS,
                1 / options.mishaps().repairSeconds());
        double seconds = options.mishaps().years() * YEAR_SECONDS;
        return new Loss(
                options.mishaps().years(),
                options.mishaps().failuresPerYear(),
                options.mishaps().repairSeconds(),
                law.lossProbability(seconds),
                law.anyLossProbability(layout.blocks(), seconds),
                law.meanSecondsToLoss() / YEAR_SECONDS);
    }
}
