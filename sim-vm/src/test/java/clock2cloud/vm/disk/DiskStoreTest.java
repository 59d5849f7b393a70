package clock2cloud.vm.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DiskStoreTest {
    private static final int SIZE = 64;

    /** Random writes, snapshots, clones, restores and deletions against plain copies of the whole disk. */
    @Property(tries = 150)
    void chainsRestoreByteForByte(@ForAll long seed) {
        Random random = new Random(seed);
        DiskStore store = new DiskStore(8, 1e6);
        Map<String, byte[]> disks = new HashMap<>(Map.of("d0", new byte[SIZE]));
        Map<String, byte[]> snapshots = new HashMap<>();
        store.create("d0", SIZE);
        for (int step = 0; step < 60; step++) {
            String disk = pick(disks, random);
            switch (random.nextInt(6)) {
                case 0 -> {
                    store.snapshot(disk, "s" + step);
                    snapshots.put("s" + step, copy(disks, disk));
                }
                case 1 -> {
                    if (!snapshots.isEmpty()) {
                        String snapshot = pick(snapshots, random);
                        store.restore(disk, snapshot);
                        disks.put(disk, copy(snapshots, snapshot));
                    }
                }
                case 2 -> {
                    if (!snapshots.isEmpty() && disks.size() < 4) {
                        String snapshot = pick(snapshots, random);
                        store.cloneSnapshot(snapshot, "c" + step);
                        disks.put("c" + step, copy(snapshots, snapshot));
                    }
                }
                case 3 -> deleteSome(store, snapshots, random);
                default -> {
                    byte[] bytes = new byte[1 + random.nextInt(20)];
                    random.nextBytes(bytes);
                    int offset = random.nextInt(SIZE - bytes.length);
                    store.write(disk, offset, bytes);
                    System.arraycopy(bytes, 0, disks.getOrDefault(disk, bytes), offset, bytes.length);
                }
            }
            disks.forEach((name, bytes) -> assertArrayEquals(bytes, store.read(name, 0, SIZE)));
        }
    }

    private static void deleteSome(DiskStore store, Map<String, byte[]> snapshots, Random random) {
        if (snapshots.isEmpty()) {
            return;
        }
        String snapshot = pick(snapshots, random);
        try {
            store.delete(snapshot);
            snapshots.remove(snapshot);
        } catch (IllegalArgumentException refused) {
            assertEquals(true, String.valueOf(refused.getMessage()).contains("cannot be merged"));
        }
    }

    private static byte[] copy(Map<String, byte[]> named, String name) {
        return named.getOrDefault(name, new byte[0]).clone();
    }

    private static String pick(Map<String, byte[]> named, Random random) {
        List<String> names = named.keySet().stream().sorted().toList();
        return names.get(random.nextInt(names.size()));
    }

    @Test
    void aThinDiskTakesWhatIsWrittenAndAFullStoreRefuses() {
        DiskStore store = new DiskStore(8, 24);
        store.create("a", 64);
        store.create("b", 64);
        assertEquals(0, store.usedBytes());
        assertEquals(128.0 / 24, store.promisedRatio());
        store.write("a", 0, new byte[16]);
        assertEquals(16, store.usedBytes());
        store.snapshot("a", "s");
        store.write("a", 4, new byte[1]); // copies the block of 8
        assertEquals(24, store.usedBytes());
        assertEquals(2, store.depth("a"));
        assertThrows(IllegalArgumentException.class, () -> store.write("b", 0, new byte[1]));
        assertEquals(8, store.delete("s")); // block 1 moves up, block 0 is shadowed
        assertEquals(16, store.usedBytes());
        assertEquals(1, store.depth("a"));
    }

    @Test
    void loopsAndOrphansAreNamed() {
        assertEquals(List.of("c", "b", "a"), new SnapshotTree(Map.of("a", "", "b", "a", "c", "b")).chain("c"));
        Throwable loop = assertThrows(
                IllegalArgumentException.class,
                () -> new SnapshotTree(new java.util.TreeMap<>(Map.of("a", "c", "b", "a", "c", "b"))));
        assertEquals("snapshot loop: a -> c -> b -> a", loop.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new SnapshotTree(Map.of("a", "x")));
        assertThrows(IllegalArgumentException.class, () -> new DiskStore(8, 100).create("a", -1));
    }

    @Test
    void aLayerGrowsLikeACouponCollection() {
        DeltaGrowth growth = new DeltaGrowth(100, 1);
        // 100 blocks, 100 writes: 100 (1 - 0.99^100) = 63.397
        assertEquals(63.397, growth.expectedBytes(100), 1e-3);
        assertEquals(0, growth.expectedBytes(0));
        assertEquals(2 * 63.397 / 10, growth.mergeSeconds(100, 10), 1e-3);
    }
}
