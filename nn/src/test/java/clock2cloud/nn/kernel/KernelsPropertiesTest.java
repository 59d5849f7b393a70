package clock2cloud.nn.kernel;

import static clock2cloud.nn.kernel.Panels.WIDTH;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The kernels of this machine beside their definition: not close to it, but the same bits. */
class KernelsPropertiesTest {
    private static final Kernels FAST = FastKernels.here();
    private static final Kernels PLAIN = new ScalarKernels();

    private static float[] random(int size, long seed) {
        SplittableRandom dice = new SplittableRandom(seed);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) dice.nextDouble(-2, 2);
        }
        return values;
    }

    @Property(tries = 1500, edgeCases = EdgeCasesMode.MIXIN)
    void rowsTimesAPanel(
            @ForAll @IntRange(min = 1, max = 70) int m,
            @ForAll @IntRange(min = 1, max = WIDTH) int n,
            @ForAll @IntRange(min = 1, max = 70) int k,
            @ForAll @IntRange(max = 9) int shift,
            @ForAll boolean begins,
            @ForAll long seed) {
        assertRows(m, n, k, shift, begins, seed);
    }

    /** Tiles of 12 rows, which tall matrices alone meet, and those only where columns come in sixteens. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.MIXIN)
    void manyRowsTimesAPanel(
            @ForAll @IntRange(min = 64, max = 300) int m,
            @ForAll @IntRange(min = 1, max = WIDTH) int n,
            @ForAll @IntRange(min = 1, max = 34) int sixteens,
            @ForAll @IntRange(max = 9) int shift,
            @ForAll boolean begins,
            @ForAll long seed) {
        assertRows(m, n, 16 * sixteens, shift, begins, seed);
    }

    private static void assertRows(int m, int n, int k, int shift, boolean begins, long seed) {
        Panels a = new Panels(m, k);
        a.setRowMajor(random(m * k, seed));
        float[] b = random(k * WIDTH + shift, seed + 1);
        float[] c = random(m * WIDTH + shift, seed + 2);
        float[] d = c.clone();
        float[] bias = random(WIDTH + shift, seed + 3);
        int row = begins ? 0 : WIDTH;
        FAST.multiplyRows(
                a.values(), a.at(0, 0), a.stride(), b, shift, begins ? bias : c, shift, row, c, shift, m, n, k);
        PLAIN.multiplyRows(
                a.values(), a.at(0, 0), a.stride(), b, shift, begins ? bias : d, shift, row, d, shift, m, n, k);
        assertColumns(d, c, shift, 0, m, n);
    }

    @Property(tries = 1500, edgeCases = EdgeCasesMode.MIXIN)
    void columnsTimesPanels(
            @ForAll @IntRange(min = 1, max = 70) int m,
            @ForAll @IntRange(min = 1, max = 70) int n,
            @ForAll @IntRange(min = 1, max = 70) int k,
            @ForAll @IntRange(max = 9) int shift,
            @ForAll long seed) {
        assertColumnsProduct(m, n, k, shift, seed);
    }

    /** So many rows and sums that panels are fetched ahead, and not past their end. */
    @Property(tries = 50, edgeCases = EdgeCasesMode.MIXIN)
    void manyColumnsTimesPanels(
            @ForAll @IntRange(min = 64, max = 100) int m,
            @ForAll @IntRange(min = 1, max = 70) int n,
            @ForAll @IntRange(min = 256, max = 300) int k,
            @ForAll @IntRange(max = 9) int shift,
            @ForAll long seed) {
        assertColumnsProduct(m, n, k, shift, seed);
    }

    private static void assertColumnsProduct(int m, int n, int k, int shift, long seed) {
        int bStride = (k + shift) * WIDTH;
        int cStride = (m + shift) * WIDTH;
        float[] a = random(Panels.panelsOf(m) * bStride + shift, seed);
        float[] b = random(Panels.panelsOf(n) * bStride + shift, seed + 1);
        float[] c = random(Panels.panelsOf(n) * cStride + shift, seed + 2);
        float[] d = c.clone();
        FAST.multiplyColumns(-0.7f, a, shift, bStride, b, shift, bStride, c, shift, cStride, m, n, k);
        PLAIN.multiplyColumns(-0.7f, a, shift, bStride, b, shift, bStride, d, shift, cStride, m, n, k);
        assertColumns(d, c, shift, cStride, m, n);
    }

    /** Columns past the n-th of a panel are padding, and may be anything; rows past the m-th are another's. */
    private static void assertColumns(float[] expected, float[] actual, int at, int stride, int m, int n) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                int cell = at + j / WIDTH * stride + i * WIDTH + j % WIDTH;
                assertEquals(expected[cell], actual[cell], "row " + i + ", column " + j);
            }
        }
    }

    @Property(tries = 60)
    void elementByElement(
            @ForAll @IntRange(min = 1, max = 100) int count,
            @ForAll @IntRange(max = 9) int at,
            @ForAll Activation activation,
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        if (activation == Activation.SOFTMAX) {
            return;
        }
        float[] x = random(at + count + 3, seed);
        float[] y = x.clone();
        FAST.activate(activation, x, at, count);
        PLAIN.activate(activation, y, at, count);
        assertArrayEquals(y, x);
        float[] d = random(at + count + 3, seed + 1);
        float[] e = d.clone();
        FAST.derive(activation, x, at, d, at, count);
        PLAIN.derive(activation, x, at, e, at, count);
        assertArrayEquals(e, d);
    }

    @Property(tries = 100)
    void blocksAreTurned(
            @ForAll @IntRange(min = 1, max = 32) int m,
            @ForAll @IntRange(min = 1, max = 32) int n,
            @ForAll @IntRange(max = 9) int at) {
        float[] from = random(WIDTH * WIDTH + at, 1);
        float[] fast = new float[WIDTH * WIDTH + at];
        float[] plain = new float[WIDTH * WIDTH + at];
        FAST.transpose(from, at, fast, at, m, n);
        PLAIN.transpose(from, at, plain, at, m, n);
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < m; i++) {
                assertEquals(from[at + i * WIDTH + j], fast[at + j * WIDTH + i]);
                assertEquals(plain[at + j * WIDTH + i], fast[at + j * WIDTH + i]);
            }
        }
    }

    @Property(tries = 60)
    void rowsAreAdded(@ForAll @IntRange(min = 1, max = 70) int m, @ForAll @IntRange(max = 9) int at) {
        float[] rows = random(m * WIDTH + at, 2);
        float[] fastSum = random(WIDTH + at, 3);
        float[] plainSum = fastSum.clone();
        FAST.addRows(0.5f, rows, at, m, fastSum, at);
        PLAIN.addRows(0.5f, rows, at, m, plainSum, at);
        assertArrayEquals(plainSum, fastSum);
    }

    /** All 256 bytes at every place of a vector: byte / 255, correctly rounded. */
    @Test
    void bytesBecomeFractions() {
        byte[] bytes = new byte[300];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        for (int at = 0; at < 40; at++) {
            float[] row = new float[WIDTH * 9];
            FAST.gather(bytes, at, row, 0, WIDTH, 260);
            for (int f = 0; f < 260; f++) {
                assertEquals(((at + f) & 0xff) / 255f, row[f]);
            }
        }
    }

    /** 2 units in the last place: |error| ≤ 2.4e-7 of the value. */
    @Test
    void exponentialsAreAccurate() {
        float[] x = new float[17_501];
        for (int i = 0; i < x.length; i++) {
            x[i] = -87 + i * 0.01f;
        }
        float[] y = x.clone();
        FAST.exp(y, 0, y.length);
        for (int i = 0; i < x.length; i++) {
            assertEquals(FloatExp.exp(x[i]), y[i]);
            double exact = Math.exp(x[i]);
            assertTrue(Math.abs(y[i] - exact) <= 2 * Math.ulp((float) exact), x[i] + ": " + y[i]);
            assertEquals(1 / (1 + Math.exp(-x[i])), FloatExp.sigmoid(x[i]), 2e-7);
            assertEquals(Math.tanh(x[i]), FloatExp.tanh(x[i]), 2e-7);
        }
    }

    @Test
    void exponentialsAreCutNotInfinite() {
        float[] x = {-1e30f, Float.NEGATIVE_INFINITY, 1e30f, Float.POSITIVE_INFINITY, Float.NaN};
        float[] y = new float[32];
        System.arraycopy(x, 0, y, 0, 5);
        FAST.exp(y, 0, 32);
        assertTrue(y[0] < 2e-38f && y[1] == y[0] && y[2] > 1e38f && y[3] == y[2] && Float.isNaN(y[4]));
    }
}
