package clock2cloud.cluster.network;

import java.util.Optional;

/** Paths by the numbers of their two hosts: open addressing, so that a look-up allocates nothing. */
final class PathTable {
    private static final int MOST = 1 << 20;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[1 << 6];
    private Path[] paths = new Path[1 << 6];
    private int size;

    Optional<Path> find(Host from, Host to) {
        return Optional.ofNullable(paths[slot(key(from, to), keys.length)]);
    }

    void put(Host from, Host to, Path path) {
        if (size >= MOST) {
            keys = new long[1 << 6];
            paths = new Path[1 << 6];
            size = 0;
        } else if (2 * size >= keys.length) {
            grow();
        }
        int slot = slot(key(from, to), keys.length);
        keys[slot] = key(from, to);
        paths[slot] = path;
        size++;
    }

    private void grow() {
        long[] oldKeys = keys;
        Path[] oldPaths = paths;
        keys = new long[2 * oldKeys.length];
        paths = new Path[2 * oldKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldPaths[i] != null) {
                int slot = slot(oldKeys[i], keys.length);
                keys[slot] = oldKeys[i];
                paths[slot] = oldPaths[i];
            }
        }
    }

    /** Where the key stands, or the empty place for it. */
    private int slot(long key, int length) {
        int slot = (int) (key * GOLDEN >>> 32) & (length - 1);
        while (paths[slot] != null && keys[slot] != key) {
            slot = (slot + 1) & (length - 1);
        }
        return slot;
    }

    private static long key(Host from, Host to) {
        return ((long) from.number << 32) | to.number;
    }
}
