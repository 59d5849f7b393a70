package clock2cloud.nn.kernel;

/**
 * Large arrays that matrices share. HotSpot puts a large array's first element 16 bytes past a cache line, and does not
 * move it; so matrices begin 12 floats later, and every vector of a panel lies in one line.
 */
public final class Store {
    private static final int CHUNK = 1 << 22;
    private static final int LINE = 16;
    private static final int LEAD = 12;

    private float[] chunk = {};
    private int next;

    /** Makes sure that {@link #array} has {@code size} floats left. */
    void reserve(int size) {
        if ((long) next + size > chunk.length) {
            chunk = new float[Math.max(CHUNK, Math.addExact(size, LEAD))];
            next = LEAD;
        }
    }

    float[] array() {
        return chunk;
    }

    /** Takes {@code size} floats of {@link #array}, and gives the place of the first. */
    int take(int size) {
        int origin = next;
        next += (size + LINE - 1) / LINE * LINE;
        return origin;
    }
}
