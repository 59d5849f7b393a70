package clock2cloud.nn.vector;

import static clock2cloud.nn.kernel.Panels.WIDTH;
import static clock2cloud.nn.vector.Lanes.LANES;
import static clock2cloud.nn.vector.Lanes.S;

import clock2cloud.nn.kernel.PictureKernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** {@link PictureKernels} over vectors of this machine's width. */
final class VectorPictureKernels implements PictureKernels {
    /** Tiles of 8 filters by 2 vectors need 19 registers: AVX2 has 16, and gets 4 filters. */
    private static final int TALL = LANES == 8 ? 4 : 8;

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
        if (LANES == SUMS) {
            filters(
                    weights,
                    weightAt,
                    weightStride,
                    bias,
                    biasAt,
                    taps,
                    from,
                    to,
                    in,
                    inAt,
                    inRight,
                    out,
                    outAt,
                    outRight,
                    n);
            return;
        }
        for (int lane = 0; lane < SUMS; lane += 2 * LANES) {
            int x = inAt + lane;
            int y = outAt + lane;
            filters(weights, weightAt, weightStride, bias, biasAt, taps, from, to, in, x, LANES, out, y, LANES, n);
            x += inRight;
            y += outRight;
            filters(weights, weightAt, weightStride, bias, biasAt, taps, from, to, in, x, LANES, out, y, LANES, n);
        }
    }

    private static void filters(
            float[] weights,
            int weightAt,
            int weightStride,
            float[] bias,
            int biasAt,
            int[] taps,
            int from,
            int to,
            float[] in,
            int x,
            int inRight,
            float[] out,
            int outAt,
            int right,
            int n) {
        for (int j = 0; j < n; ) {
            int filters = filters(n - j);
            int w = weightAt + j / WIDTH * weightStride + j % WIDTH;
            int y = outAt + j * WIDTH;
            int b = biasAt + j;
            switch (filters) {
                case 8 -> WindowTiles.of8(weights, w, bias, b, taps, from, to, in, x, inRight, out, y, right);
                case 6 -> WindowTiles.of6(weights, w, bias, b, taps, from, to, in, x, inRight, out, y, right);
                case 4 -> WindowTiles.of4(weights, w, bias, b, taps, from, to, in, x, inRight, out, y, right);
                case 2 -> WindowTiles.of2(weights, w, bias, b, taps, from, to, in, x, inRight, out, y, right);
                default -> WindowTiles.of1(weights, w, bias, b, taps, from, to, in, x, inRight, out, y, right);
            }
            j += filters;
        }
    }

    private static int filters(int rest) {
        if (rest >= TALL) {
            return TALL;
        }
        return rest >= 6 ? 6 : Integer.highestOneBit(rest);
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
        for (int i = 0; i < m; i += m - i >= TILE ? TILE : 1) {
            for (int j = 0; j < n; j += Integer.highestOneBit(n - j)) {
                int kind = (m - i >= TILE ? TILE : 0) + Integer.highestOneBit(n - j);
                for (int lane = 0; lane < SUMS; lane += LANES) {
                    int s = sumsAt + (i * TILE + j) * SUMS + lane;
                    int d = slopesAt + j * WIDTH + lane;
                    tile(kind, rows, row + i, in, inAt + lane, slopes, d, places, from, to, sums, s);
                }
            }
        }
    }

    private static void tile(
            int kind,
            int[] rows,
            int row,
            float[] in,
            int inAt,
            float[] d,
            int dAt,
            int[] places,
            int from,
            int to,
            float[] sums,
            int s) {
        switch (kind) {
            case 8 -> OverlapTiles.of4x4(rows, row, in, inAt, d, dAt, places, from, to, sums, s);
            case 6 -> OverlapTiles.of4x2(rows, row, in, inAt, d, dAt, places, from, to, sums, s);
            case 5 -> OverlapTiles.of4x1(rows, row, in, inAt, d, dAt, places, from, to, sums, s);
            case 4 -> OverlapTiles.of1x4(rows, row, in, inAt, d, dAt, places, from, to, sums, s);
            case 2 -> OverlapTiles.of1x2(rows, row, in, inAt, d, dAt, places, from, to, sums, s);
            default -> OverlapTiles.of1x1(rows, row, in, inAt, d, dAt, places, from, to, sums, s);
        }
    }

    @Override
    public void add(float[] x, int at, float[] sums, int sumsAt, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector.fromArray(S, sums, sumsAt + i)
                    .add(FloatVector.fromArray(S, x, at + i))
                    .intoArray(sums, sumsAt + i);
        }
    }

    @Override
    public void larger(float[] x, int at, float[] y, int yAt, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector.fromArray(S, y, yAt + i)
                    .max(FloatVector.fromArray(S, x, at + i))
                    .intoArray(y, yAt + i);
        }
    }

    @Override
    public void scale(float factor, float[] from, int fromAt, float[] to, int toAt, int count) {
        for (int i = 0; i < count; i += LANES) {
            FloatVector.fromArray(S, from, fromAt + i).mul(factor).intoArray(to, toAt + i);
        }
    }

    @Override
    public void take(float[] x, int xAt, float[] y, int yAt, float[] d, int dAt, float[] to, int toAt, int count) {
        FloatVector zero = FloatVector.zero(S);
        for (int i = 0; i < count; i += LANES) {
            FloatVector left = FloatVector.fromArray(S, d, dAt + i);
            VectorMask<Float> here = FloatVector.fromArray(S, x, xAt + i)
                    .compare(VectorOperators.EQ, FloatVector.fromArray(S, y, yAt + i));
            zero.blend(left, here).intoArray(to, toAt + i);
            left.blend(zero, here).intoArray(d, dAt + i);
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
        Drops.drop(seed, otherSeed, cell, threshold, grown, from, fromAt, to, toAt, count);
    }
}
