package clock2cloud.nn.vector;

/**
 * Reads one float of each cache line of a run, so that many lines come from the third-level cache at a time. A tile alone waits for
 * each page of its panel anew, since processors fetch ahead within a page only; that cost products of 1,024 a tenth of their time.
 */
final class Fetch {
    private static final int LINE = 16;

    private Fetch() {}

    /** A sum of no meaning: it keeps the reads alive. */
    static float lines(float[] x, int at, int count) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int i = at; i <= at + count - 4 * LINE; i += 4 * LINE) {
            a += x[i];
            b += x[i + LINE];
            c += x[i + 2 * LINE];
            d += x[i + 3 * LINE];
        }
        return a + b + c + d;
    }
}
