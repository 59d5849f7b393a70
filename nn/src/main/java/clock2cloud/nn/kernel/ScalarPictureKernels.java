package clock2cloud.nn.kernel;

import static clock2cloud.nn.kernel.Panels.WIDTH;

/** The definition, in plain loops. */
public final class ScalarPictureKernels implements PictureKernels {
    public static final int MIX = 0x7feb352d;
    public static final int MIX_AGAIN = 0x846ca68b;

    /** 24 bits that look random (the mixer is Wellons's {@code lowbias32}, with a second seed in its middle). */
    public static int dice(int seed, int otherSeed, int cell) {
        int z = cell + seed;
        z = (z ^ (z >>> 16)) * MIX ^ otherSeed;
        z = (z ^ (z >>> 15)) * MIX_AGAIN;
        return (z ^ (z >>> 16)) >>> 8;
    }

    @Override
    public void window(
            float[] weights,
            int weightAt,
            int weightStride,
            float[] bias,
            int biasAt,
            int[] taps,
            int from,
            int to,
            float[] in,
            int inAt,
            int inRight,
            float[] out,
            int outAt,
            int outRight,
            int n) {
        for (int j = 0; j < n; j++) {
            int column = weightAt + j / WIDTH * weightStride + j % WIDTH;
            for (int lane = 0; lane < 2 * SUMS; lane++) {
                int x = inAt + lane / SUMS * inRight + lane % SUMS;
                float sum = bias[biasAt + j];
                for (int i = from; i < to; i++) {
                    sum = Math.fma(weights[column + taps[2 * i]], in[x + taps[2 * i + 1]], sum);
                }
                out[outAt + j * WIDTH + lane / SUMS * outRight + lane % SUMS] = sum;
            }
        }
    }

    @Override
    public void overlap(
            int[] rows,
            int row,
            float[] in,
            int inAt,
            float[] slopes,
            int slopesAt,
            int[] places,
            int from,
            int to,
            float[] sums,
            int sumsAt,
            int m,
            int n) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int lane = 0; lane < SUMS; lane++) {
                    int at = sumsAt + (i * TILE + j) * SUMS + lane;
                    float sum = sums[at];
                    for (int q = from; q < to; q++) {
                        int x = inAt + rows[row + i] + places[2 * q] + lane;
                        int d = slopesAt + j * WIDTH + places[2 * q + 1] + lane;
                        sum = Math.fma(in[x], slopes[d], sum);
                    }
                    sums[at] = sum;
                }
            }
        }
    }

    @Override
    public void add(float[] x, int at, float[] sums, int sumsAt, int count) {
        for (int i = 0; i < count; i++) {
            sums[sumsAt + i] += x[at + i];
        }
    }

    @Override
    public void larger(float[] x, int at, float[] y, int yAt, int count) {
        for (int i = 0; i < count; i++) {
            y[yAt + i] = Math.max(y[yAt + i], x[at + i]);
        }
    }

    @Override
    public void scale(float factor, float[] from, int fromAt, float[] to, int toAt, int count) {
        for (int i = 0; i < count; i++) {
            to[toAt + i] = factor * from[fromAt + i];
        }
    }

    @Override
    public void take(float[] x, int xAt, float[] y, int yAt, float[] d, int dAt, float[] to, int toAt, int count) {
        for (int i = 0; i < count; i++) {
            boolean here = x[xAt + i] == y[yAt + i];
            to[toAt + i] = here ? d[dAt + i] : 0f;
            d[dAt + i] = here ? 0f : d[dAt + i];
        }
    }

    @Override
    public void drop(
            int seed,
            int otherSeed,
            int cell,
            int threshold,
            float grown,
            float[] from,
            int fromAt,
            float[] to,
            int toAt,
            int count) {
        for (int i = 0; i < count; i++) {
            to[toAt + i] = dice(seed, otherSeed, cell + i) < threshold ? 0f : grown * from[fromAt + i];
        }
    }
}
