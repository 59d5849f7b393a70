package clock2cloud.cluster.hdfs;

import clock2cloud.cluster.Domain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The NameNode's map of blocks: what is where, who is alive, what has room.
 *
 * <p>A node has room when a whole block fits into what is left, as HDFS asks, even for a short last block. What could not be
 * placed is part of the answer. Source: Shvachko and others, MSST 2010. Leaves out the name space and heartbeats'
 * traffic.
 */
public final class HdfsCluster {
    private final Racks racks;
    private final double bytesPerNode;
    private final PlacementPolicy policy;
    private final RandomGenerator random;
    private final List<Block> blocks = new ArrayList<>();
    private final double[] usedBytes;
    private final BitSet dead = new BitSet();
    private final BitSet leaving = new BitSet();

    public HdfsCluster(Racks racks, double bytesPerNode, PlacementPolicy policy, RandomGenerator random) {
        Domain.positive("HDFS cluster", "bytesPerNode", bytesPerNode);
        this.racks = racks;
        this.bytesPerNode = bytesPerNode;
        this.policy = policy;
        this.random = random;
        usedBytes = new double[racks.nodes()];
    }

    /** A block with the nodes that hold it; those of dead nodes stay listed until the NameNode forgets them. */
    public record Block(String file, int index, double bytes, double roomBytes, int replication, List<Integer> nodes) {
        Block withNodes(List<Integer> others) {
            return new Block(file, index, bytes, roomBytes, replication, List.copyOf(others));
        }
    }

    /** What became of a file that was written. */
    public record Written(String file, int blocks, int written, int degraded, double storedBytes, String reason) {
        public boolean complete() {
            return written == blocks;
        }
    }

    /** The state of all blocks. */
    public record Health(int blocks, int healthy, int underReplicated, int missing, double storedBytes) {}

    /** Writes a file; the blocks that find no node at all are refused, with the reason. */
    public Written write(String file, FileBlocks parts, int replication, int writer) {
        Domain.atLeast(1, "HDFS write", "replication", replication);
        int written = 0;
        int degraded = 0;
        double stored = 0;
        String reason = "";
        for (int index = 0; index < parts.count(); index++) {
            Block block = new Block(
                    file, index, (double) parts.bytes(index), (double) parts.blockBytes(), replication, List.of());
            Placement placement = target(block, writer, List.of(), replication);
            reason = placement.degraded() ? placement.reason() : reason;
            if (placement.nodes().isEmpty()) {
                reason = "block " + index + " of " + parts.count() + " finds no node with room for a block";
                break;
            }
            degraded += placement.degraded() ? 1 : 0;
            written++;
            stored += block.bytes() * placement.nodes().size();
            placement.nodes().forEach(node -> usedBytes[node] += block.bytes());
            blocks.add(block.withNodes(placement.nodes()));
        }
        return new Written(file, parts.count(), written, degraded, stored, reason);
    }

    /** Nodes fall silent. */
    public void fail(int... nodes) {
        Arrays.stream(nodes).forEach(node -> dead.set(checked(node)));
    }

    /** Nodes are asked to leave: they still serve reads, but hold no counted replica and get no new one. */
    public void decommission(int... nodes) {
        Arrays.stream(nodes).forEach(node -> leaving.set(checked(node)));
    }

    /** All nodes of a rack. */
    public int[] nodesOfRack(int rack) {
        Domain.require(
                rack >= 0 && rack < racks.count(), "HDFS racks", "rack", "from 0 to " + (racks.count() - 1), rack);
        return IntStream.range(racks.firstNode(rack), racks.firstNode(rack + 1)).toArray();
    }

    /** Nodes with a replica that still count. */
    public List<Integer> live(Block block) {
        return block.nodes().stream().filter(this::counts).toList();
    }

    /** Nodes from which a block can be read. */
    public List<Integer> readable(Block block) {
        return block.nodes().stream().filter(node -> !dead.get(node)).toList();
    }

    /** How many replicas short a block is. */
    public int shortBy(Block block) {
        return Math.max(0, block.replication() - live(block).size());
    }

    public Health health() {
        int missing =
                (int) blocks.stream().filter(block -> readable(block).isEmpty()).count();
        int under = (int) blocks.stream()
                .filter(block -> shortBy(block) > 0 && !readable(block).isEmpty())
                .count();
        return new Health(
                blocks.size(),
                blocks.size() - missing - under,
                under,
                missing,
                Arrays.stream(usedBytes).sum());
    }

    public List<Block> blocks() {
        return List.copyOf(blocks);
    }

    /** A block by its place in {@link #blocks()}. */
    public Block block(int index) {
        return blocks.get(index);
    }

    public Racks racks() {
        return racks;
    }

    public double bytesPerNode() {
        return bytesPerNode;
    }

    /** Bytes on a node's disks, counting those on their way there. */
    public double usedBytes(int node) {
        return usedBytes[checked(node)];
    }

    /** Neither dead nor leaving. */
    public boolean counts(int node) {
        return !dead.get(node) && !leaving.get(node);
    }

    /** Where further replicas of a block would go. */
    Placement target(Block block, int source, List<Integer> held, int wanted) {
        return policy.place(
                new PlacementPolicy.Request(
                        racks,
                        source,
                        held,
                        wanted,
                        this::counts,
                        node -> bytesPerNode - usedBytes[node] >= block.roomBytes(),
                        node -> false),
                random);
    }

    /** Changes a block's nodes and keeps the books. */
    void relocate(int block, List<Integer> nodes) {
        Block before = blocks.get(block);
        before.nodes().forEach(node -> usedBytes[node] -= before.bytes());
        nodes.forEach(node -> usedBytes[node] += before.bytes());
        blocks.set(block, before.withNodes(nodes));
    }

    /**
     * The replica to delete when there is one too many: on a rack that holds more than one of them, else anywhere, the node with
     * the least room left (BlockPlacementPolicyDefault.chooseReplicasToDelete).
     */
    public int excess(Block block) {
        List<Integer> live = live(block);
        Domain.atLeast(1, "HDFS delete", "live replicas", live.size());
        List<Integer> crowded = live.stream()
                .filter(node -> live.stream().anyMatch(other -> !other.equals(node) && sameRack(node, other)))
                .toList();
        return (crowded.isEmpty() ? live : crowded)
                .stream()
                        .max(Comparator.comparingDouble(node -> usedBytes[node]))
                        .orElseThrow();
    }

    private boolean sameRack(int node, int other) {
        return racks.rackOf(node) == racks.rackOf(other);
    }

    private int checked(int node) {
        Domain.require(
                node >= 0 && node < racks.nodes(), "HDFS cluster", "node", "from 0 to " + (racks.nodes() - 1), node);
        return node;
    }
}
