package clock2cloud.bench.hdfs;

import clock2cloud.cluster.hdfs.Racks;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.BlockLocation;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.hdfs.DistributedFileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** A real HDFS with a NameNode and its DataNodes in this process, on named racks. */
final class RealCluster implements AutoCloseable {
    private static final int BLOCK_BYTES = 4096;

    private final MiniDFSCluster cluster;
    private final DistributedFileSystem files;
    private final Map<Integer, Integer> nodeOfPort = new HashMap<>();
    private int blocks;

    RealCluster(Racks racks, int replication) throws IOException {
        Configuration configuration = new Configuration();
        configuration.set(
                MiniDFSCluster.HDFS_MINIDFS_BASEDIR,
                Files.createTempDirectory("minidfs").toString());
        configuration.setLong("dfs.blocksize", BLOCK_BYTES);
        configuration.setLong("dfs.namenode.fs-limits.min-block-size", BLOCK_BYTES);
        configuration.setInt("dfs.replication", replication);
        configuration.setInt("dfs.heartbeat.interval", 1);
        configuration.setInt("dfs.namenode.heartbeat.recheck-interval", 1000);
        configuration.setInt("dfs.namenode.redundancy.interval.seconds", 1);
        configuration.setBoolean("dfs.namenode.redundancy.considerLoad", false);
        String[] names = IntStream.range(0, racks.nodes())
                .mapToObj(node -> "/rack" + racks.rackOf(node))
                .toArray(String[]::new);
        cluster = new MiniDFSCluster.Builder(configuration)
                .numDataNodes(racks.nodes())
                .racks(names)
                .build();
        cluster.waitActive();
        files = cluster.getFileSystem();
        for (int node = 0; node < racks.nodes(); node++) {
            nodeOfPort.put(cluster.getDataNodes().get(node).getXferPort(), node);
        }
    }

    /** Writes files of one block. All nodes have this machine's address, so the writer's node is a random one. */
    void write(int files) throws IOException {
        for (; blocks < files; blocks++) {
            try (FSDataOutputStream out = this.files.create(new Path("/file" + blocks))) {
                out.write(new byte[BLOCK_BYTES]);
            }
        }
    }

    /** The nodes of each block. */
    List<TreeSet<Integer>> replicas() throws IOException {
        List<TreeSet<Integer>> sets = new ArrayList<>();
        for (int file = 0; file < blocks; file++) {
            TreeSet<Integer> nodes = new TreeSet<>();
            for (BlockLocation location : files.getFileBlockLocations(new Path("/file" + file), 0, BLOCK_BYTES)) {
                for (String name : location.getNames()) {
                    nodes.add(nodeOfPort.get(Integer.parseInt(name.substring(name.lastIndexOf(':') + 1))));
                }
            }
            sets.add(nodes);
        }
        return sets;
    }

    void kill(int node) {
        cluster.stopDataNode(node);
    }

    /** Waits until every block has this many replicas on other nodes, at most two minutes; the last state seen. */
    List<TreeSet<Integer>> repaired(int dead, int replicas) throws IOException, InterruptedException {
        List<TreeSet<Integer>> sets = replicas();
        for (int second = 0; second < 120; second++) {
            if (sets.stream().allMatch(set -> !set.contains(dead) && set.size() >= replicas)) {
                return sets;
            }
            Thread.sleep(1000);
            sets = replicas();
        }
        return sets;
    }

    @Override
    public void close() {
        cluster.shutdown(true);
    }
}
