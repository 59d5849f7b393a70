package clock2cloud.nn.kernel;

import static clock2cloud.nn.kernel.Panels.WIDTH;

import java.util.Arrays;

/** The definition: plain loops, one fused multiply-add at a time. The path where the vector module is absent. */
public final class ScalarKernels implements Kernels {
    public static final float RECIPROCAL_255 = 1f / 255f;

    private final ThreadLocal<float[]> sums = ThreadLocal.withInitial(() -> new float[WIDTH]);

    @Override
    public String name() {
        return "plain Java loops";
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public void multiplyRows(
            float[] a,
            int aAt,
            int aStride,
            float[] b,
            int bAt,
            float[] start,
            int startAt,
            int startRow,
            float[] c,
            int cAt,
            int m,
            int n,
            int k) {
        float[] sum = sums.get();
        for (int i = 0; i < m; i++) {
            Arrays.fill(sum, 0f);
            for (int l = 0; l < k; l++) {
                float left = a[aAt + i * WIDTH + (l / WIDTH) * aStride + l % WIDTH];
                addScaled(left, b, bAt + l * WIDTH, sum, 0, n);
            }
            for (int j = 0; j < n; j++) {
                c[cAt + i * WIDTH + j] = start[startAt + i * startRow + j] + sum[j];
            }
        }
    }

    @Override
    public void multiplyColumns(
            float scale,
            float[] a,
            int aAt,
            int aStride,
            float[] b,
            int bAt,
            int bStride,
            float[] c,
            int cAt,
            int cStride,
            int m,
            int n,
            int k) {
        float[] sum = sums.get();
        for (int p = 0; p * WIDTH < n; p++) {
            int width = Math.min(WIDTH, n - p * WIDTH);
            for (int i = 0; i < m; i++) {
                Arrays.fill(sum, 0f);
                for (int l = 0; l < k; l++) {
                    float left = a[aAt + (i / WIDTH) * aStride + l * WIDTH + i % WIDTH];
                    addScaled(left, b, bAt + p * bStride + l * WIDTH, sum, 0, width);
                }
                addScaled(scale, sum, 0, c, cAt + p * cStride + i * WIDTH, width);
            }
        }
    }

    private static void addScaled(float s, float[] x, int xAt, float[] y, int yAt, int n) {
        for (int j = 0; j < n; j++) {
            y[yAt + j] = Math.fma(s, x[xAt + j], y[yAt + j]);
        }
    }

    @Override
    public void activate(Activation activation, float[] x, int at, int count) {
        for (int i = at; i < at + count; i++) {
            x[i] = activation.of(x[i]);
        }
    }

    @Override
    public void derive(Activation activation, float[] y, int yAt, float[] d, int dAt, int count) {
        for (int i = 0; i < count; i++) {
            d[dAt + i] *= activation.slopeAt(y[yAt + i]);
        }
    }

    @Override
    public void exp(float[] x, int at, int count) {
        for (int i = at; i < at + count; i++) {
            x[i] = FloatExp.exp(x[i]);
        }
    }

    @Override
    public void transpose(float[] from, int fromAt, float[] to, int toAt, int m, int n) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                to[toAt + j * WIDTH + i] = from[fromAt + i * WIDTH + j];
            }
        }
    }

    @Override
    public void addRows(float scale, float[] c, int cAt, int m, float[] sum, int sumAt) {
        float[] total = sums.get();
        Arrays.fill(total, 0f);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < WIDTH; j++) {
                total[j] += c[cAt + i * WIDTH + j];
            }
        }
        addScaled(scale, total, 0, sum, sumAt, WIDTH);
    }

    @Override
    public void gather(byte[] from, int fromAt, float[] to, int toAt, int toStride, int features) {
        for (int f = 0; f < features; f++) {
            to[toAt + (f / WIDTH) * toStride + f % WIDTH] = unit(from[fromAt + f]);
        }
    }

    /** {@code byte / 255} without a division: a product, and one step of correction. */
    public static float unit(byte pixel) {
        float x = pixel & 0xff;
        float q = x * RECIPROCAL_255;
        return Math.fma(Math.fma(-q, 255f, x), RECIPROCAL_255, q);
    }

    @Override
    public void descend(float keep, float rate, float[] g, int gAt, float[] w, int wAt, int count) {
        for (int i = 0; i < count; i++) {
            w[wAt + i] = Math.fma(-rate, g[gAt + i], keep * w[wAt + i]);
        }
    }

    @Override
    public long multiplyAdds(float[] sums, int turns) {
        float a = sums[0];
        float b = sums[1];
        float c = sums[2];
        float d = sums[3];
        for (int turn = 0; turn < turns; turn++) {
            a = Math.fma(0x1p-10f, 0x1p-11f, a);
            b = Math.fma(0x1p-10f, 0x1p-11f, b);
            c = Math.fma(0x1p-10f, 0x1p-11f, c);
            d = Math.fma(0x1p-10f, 0x1p-11f, d);
        }
        sums[0] = a;
        sums[1] = b;
        sums[2] = c;
        sums[3] = d;
        return 8L * turns;
    }
}
