package clock2cloud.nn.kernel;

/**
 * Large arrays that matrices share, and that HotSpot does not move. The first element of an array that begins in a cache line comes 16
 * bytes later, so matrices begin 12 floats after it, and every vector of a panel lies in one line. An array may begin at any 8 bytes, and
 * then vectors cross lines: on the reference machine that made at most a hundredth of a product's time.
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
