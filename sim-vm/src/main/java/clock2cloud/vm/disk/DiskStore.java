package clock2cloud.vm.disk;

import static clock2cloud.vm.Domain.atLeastOne;
import static clock2cloud.vm.Domain.gibibytes;
import static clock2cloud.vm.Domain.positive;
import static clock2cloud.vm.Domain.require;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Thin disks on one physical store. A disk takes space only for the blocks that were written; a snapshot freezes its
 * layers; a clone stands on the same frozen layers; a write copies the block first. The bytes are really kept, so that
 * every chain can be held against a plain copy.
 */
public final class DiskStore {
    private final int blockBytes;
    private final double capacityBytes;
    private final Map<String, Long> sizes = new LinkedHashMap<>();
    private final Map<String, Layer> disks = new HashMap<>();
    private final Map<String, Layer> snapshots = new LinkedHashMap<>();
    private long blocksInUse;

    /** An empty store of {@code capacityBytes} in blocks of {@code blockBytes}. */
    public DiskStore(int blockBytes, double capacityBytes) {
        this.blockBytes = atLeastOne(blockBytes, "disk store: block bytes");
        this.capacityBytes = positive(capacityBytes, "disk store: capacity", "bytes");
    }

    /** A new, empty disk that promises {@code sizeBytes} and takes none of it. */
    public void create(String disk, long sizeBytes) {
        require(sizeBytes > 0, () -> "disk " + disk + ": the size must be above 0 bytes, not " + sizeBytes);
        fresh(disk);
        sizes.put(disk, sizeBytes);
        disks.put(disk, new Layer(Optional.empty()));
    }

    /** Freezes the present content under {@code snapshot}; the disk goes on in a new layer. */
    public void snapshot(String disk, String snapshot) {
        fresh(snapshot);
        Layer frozen = top(disk);
        snapshots.put(snapshot, frozen);
        sizes.put(snapshot, size(disk));
        disks.put(disk, new Layer(Optional.of(frozen)));
    }

    /** A new disk with the content of a snapshot, in no time and no space. */
    public void cloneSnapshot(String snapshot, String disk) {
        fresh(disk);
        sizes.put(disk, size(snapshot));
        disks.put(disk, new Layer(Optional.of(frozen(snapshot))));
    }

    /** Puts a disk back to a snapshot; what was written since is gone. */
    public void restore(String disk, String snapshot) {
        Layer dropped = top(disk);
        require(size(disk) == size(snapshot), () -> "disk " + disk + " and snapshot " + snapshot + " differ in size");
        disks.put(disk, new Layer(Optional.of(frozen(snapshot))));
        drop(dropped);
    }

    /** Frees a layer that nothing stands on and nobody can name, and then those below it. */
    private void drop(Layer layer) {
        Optional<Layer> dead = Optional.of(layer);
        while (dead.isPresent() && dead.get().children == 0 && !snapshots.containsValue(dead.get())) {
            blocksInUse -= dead.get().blocks.size();
            dead = dead.get().parent;
            dead.ifPresent(p -> p.children--);
        }
    }

    /**
     * Deletes a snapshot and merges its layer into the one above, if there is exactly one.
     *
     * @return bytes copied by the merge
     */
    public long delete(String snapshot) {
        Layer layer = frozen(snapshot);
        require(
                layer.children <= 1,
                () -> "snapshot " + snapshot + " carries " + layer.children
                        + " disks or snapshots; it cannot be merged");
        snapshots.remove(snapshot);
        sizes.remove(snapshot);
        if (layer.children == 0) {
            drop(layer);
            return 0;
        }
        if (snapshots.containsValue(layer)) {
            return 0;
        }
        return merge(layer, childOf(layer));
    }

    private long merge(Layer below, Layer above) {
        long moved = 0;
        for (Map.Entry<Long, byte[]> block : below.blocks.entrySet()) {
            if (above.blocks.putIfAbsent(block.getKey(), block.getValue()) == null) {
                moved += blockBytes;
            } else {
                blocksInUse--;
            }
        }
        above.parent = below.parent;
        return moved;
    }

    private Layer childOf(Layer layer) {
        for (Map<String, Layer> named : java.util.List.of(disks, snapshots)) {
            for (Layer top : named.values()) {
                for (Optional<Layer> at = Optional.of(top); at.isPresent(); at = at.get().parent) {
                    if (at.get().parent.filter(p -> p == layer).isPresent()) {
                        return at.get();
                    }
                }
            }
        }
        throw new IllegalStateException("a layer counts a child that is not there");
    }

    /** Writes; refused when the store is full, which is how thin provisioning fails. */
    public void write(String disk, long offset, byte[] bytes) {
        inside(disk, offset, bytes.length);
        Layer top = top(disk);
        long first = offset / blockBytes;
        long last = (offset + bytes.length - 1) / blockBytes;
        for (long block = first; block <= last && bytes.length > 0; block++) {
            byte[] target = writable(disk, top, block);
            long start = Math.max(offset, block * blockBytes);
            long end = Math.min(offset + bytes.length, (block + 1) * blockBytes);
            System.arraycopy(
                    bytes, (int) (start - offset), target, (int) (start - block * blockBytes), (int) (end - start));
        }
    }

    private byte[] writable(String disk, Layer top, long block) {
        byte[] own = top.blocks.get(block);
        if (own != null) {
            return own;
        }
        require(
                (blocksInUse + 1.0) * blockBytes <= capacityBytes,
                () -> "disk " + disk + ": the store of " + gibibytes(capacityBytes) + " is full");
        byte[] copy = top.find(block).map(byte[]::clone).orElseGet(() -> new byte[blockBytes]);
        top.blocks.put(block, copy);
        blocksInUse++;
        return copy;
    }

    /** Reads through the chain; what was never written is zero. */
    public byte[] read(String disk, long offset, int length) {
        inside(disk, offset, length);
        byte[] result = new byte[length];
        Layer top = top(disk);
        for (long at = offset; at < offset + length; ) {
            long block = at / blockBytes;
            int within = (int) (at - block * blockBytes);
            int count = (int) Math.min(blockBytes - within, offset + length - at);
            int target = (int) (at - offset);
            top.find(block).ifPresent(bytes -> System.arraycopy(bytes, within, result, target, count));
            at += count;
        }
        return result;
    }

    /** Physical bytes in use by all layers. */
    public double usedBytes() {
        return (double) blocksInUse * blockBytes;
    }

    /** What all disks promise, over what there is: above 1 the store can run full. */
    public double promisedRatio() {
        return disks.keySet().stream().mapToDouble(this::size).sum() / capacityBytes;
    }

    /** Layers that a read may have to look through. */
    public int depth(String disk) {
        return top(disk).depth();
    }

    private void fresh(String name) {
        require(!sizes.containsKey(name), () -> "disk or snapshot " + name + ": the name is used twice");
    }

    private long size(String name) {
        return Optional.ofNullable(sizes.get(name)).orElseThrow(() -> missing("disk", name));
    }

    private Layer top(String disk) {
        return Optional.ofNullable(disks.get(disk)).orElseThrow(() -> missing("disk", disk));
    }

    private Layer frozen(String snapshot) {
        return Optional.ofNullable(snapshots.get(snapshot)).orElseThrow(() -> missing("snapshot", snapshot));
    }

    private IllegalArgumentException missing(String kind, String name) {
        String[] known = (kind.equals("disk") ? disks : snapshots).keySet().toArray(new String[0]);
        Arrays.sort(known);
        return new IllegalArgumentException("no " + kind + " " + name + "; there are " + Arrays.toString(known));
    }

    private void inside(String disk, long offset, int length) {
        require(
                offset >= 0 && length >= 0 && offset + length <= size(disk),
                () -> "disk " + disk + ": bytes " + offset + " to " + (offset + length) + " are outside its "
                        + size(disk));
    }
}
