package clock2cloud.nn.vector;

import static clock2cloud.nn.kernel.Panels.WIDTH;
import static clock2cloud.nn.vector.Lanes.LANES;
import static clock2cloud.nn.vector.Lanes.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * A block turned. Squares of 16 × 16 stay in registers: at step {@code s} of 8, 4, 2, 1, rows {@code i} and {@code i + s} change
 * those lanes in which bit {@code s} of row and lane differ (Eklundh, 1972).
 */
final class Turning {
    private static final int SIDE = 16;

    private static final VectorShuffle<Float> BY_8 = shuffle(8);
    private static final VectorMask<Float> ODD_8 = odd(8);

    private static final VectorShuffle<Float> BY_4 = shuffle(4);
    private static final VectorMask<Float> ODD_4 = odd(4);

    private static final VectorShuffle<Float> BY_2 = shuffle(2);
    private static final VectorMask<Float> ODD_2 = odd(2);

    private static final VectorShuffle<Float> BY_1 = shuffle(1);
    private static final VectorMask<Float> ODD_1 = odd(1);

    private Turning() {}

    private static VectorShuffle<Float> shuffle(int step) {
        return VectorShuffle.fromOp(S, lane -> (lane ^ step) % LANES);
    }

    private static VectorMask<Float> odd(int step) {
        boolean[] odd = new boolean[LANES];
        for (int lane = 0; lane < LANES; lane++) {
            odd[lane] = (lane & step) != 0;
        }
        return VectorMask.fromArray(S, odd, 0);
    }

    static void transpose(float[] from, int fromAt, float[] to, int toAt, int m, int n) {
        int tall = LANES == SIDE ? m - m % SIDE : 0;
        int wide = LANES == SIDE ? n - n % SIDE : 0;
        for (int i = 0; i < tall; i += SIDE) {
            for (int j = 0; j < wide; j += SIDE) {
                square(from, fromAt + i * WIDTH + j, to, toAt + j * WIDTH + i);
            }
        }
        plain(from, fromAt, to, toAt, 0, tall, wide, n);
        plain(from, fromAt, to, toAt, tall, m, 0, n);
    }

    private static void plain(float[] from, int fromAt, float[] to, int toAt, int top, int m, int left, int n) {
        for (int i = top; i < m; i++) {
            for (int j = left; j < n; j++) {
                to[toAt + j * WIDTH + i] = from[fromAt + i * WIDTH + j];
            }
        }
    }

    private static void square(float[] from, int f, float[] to, int t) {
        FloatVector a0 = FloatVector.fromArray(S, from, f + 0 * WIDTH);
        FloatVector a1 = FloatVector.fromArray(S, from, f + 1 * WIDTH);
        FloatVector a2 = FloatVector.fromArray(S, from, f + 2 * WIDTH);
        FloatVector a3 = FloatVector.fromArray(S, from, f + 3 * WIDTH);
        FloatVector a4 = FloatVector.fromArray(S, from, f + 4 * WIDTH);
        FloatVector a5 = FloatVector.fromArray(S, from, f + 5 * WIDTH);
        FloatVector a6 = FloatVector.fromArray(S, from, f + 6 * WIDTH);
        FloatVector a7 = FloatVector.fromArray(S, from, f + 7 * WIDTH);
        FloatVector a8 = FloatVector.fromArray(S, from, f + 8 * WIDTH);
        FloatVector a9 = FloatVector.fromArray(S, from, f + 9 * WIDTH);
        FloatVector a10 = FloatVector.fromArray(S, from, f + 10 * WIDTH);
        FloatVector a11 = FloatVector.fromArray(S, from, f + 11 * WIDTH);
        FloatVector a12 = FloatVector.fromArray(S, from, f + 12 * WIDTH);
        FloatVector a13 = FloatVector.fromArray(S, from, f + 13 * WIDTH);
        FloatVector a14 = FloatVector.fromArray(S, from, f + 14 * WIDTH);
        FloatVector a15 = FloatVector.fromArray(S, from, f + 15 * WIDTH);
        FloatVector b0 = a0.blend(a8.rearrange(BY_8), ODD_8);
        FloatVector b8 = a0.rearrange(BY_8).blend(a8, ODD_8);
        FloatVector b1 = a1.blend(a9.rearrange(BY_8), ODD_8);
        FloatVector b9 = a1.rearrange(BY_8).blend(a9, ODD_8);
        FloatVector b2 = a2.blend(a10.rearrange(BY_8), ODD_8);
        FloatVector b10 = a2.rearrange(BY_8).blend(a10, ODD_8);
        FloatVector b3 = a3.blend(a11.rearrange(BY_8), ODD_8);
        FloatVector b11 = a3.rearrange(BY_8).blend(a11, ODD_8);
        FloatVector b4 = a4.blend(a12.rearrange(BY_8), ODD_8);
        FloatVector b12 = a4.rearrange(BY_8).blend(a12, ODD_8);
        FloatVector b5 = a5.blend(a13.rearrange(BY_8), ODD_8);
        FloatVector b13 = a5.rearrange(BY_8).blend(a13, ODD_8);
        FloatVector b6 = a6.blend(a14.rearrange(BY_8), ODD_8);
        FloatVector b14 = a6.rearrange(BY_8).blend(a14, ODD_8);
        FloatVector b7 = a7.blend(a15.rearrange(BY_8), ODD_8);
        FloatVector b15 = a7.rearrange(BY_8).blend(a15, ODD_8);
        FloatVector c0 = b0.blend(b4.rearrange(BY_4), ODD_4);
        FloatVector c4 = b0.rearrange(BY_4).blend(b4, ODD_4);
        FloatVector c1 = b1.blend(b5.rearrange(BY_4), ODD_4);
        FloatVector c5 = b1.rearrange(BY_4).blend(b5, ODD_4);
        FloatVector c2 = b2.blend(b6.rearrange(BY_4), ODD_4);
        FloatVector c6 = b2.rearrange(BY_4).blend(b6, ODD_4);
        FloatVector c3 = b3.blend(b7.rearrange(BY_4), ODD_4);
        FloatVector c7 = b3.rearrange(BY_4).blend(b7, ODD_4);
        FloatVector c8 = b8.blend(b12.rearrange(BY_4), ODD_4);
        FloatVector c12 = b8.rearrange(BY_4).blend(b12, ODD_4);
        FloatVector c9 = b9.blend(b13.rearrange(BY_4), ODD_4);
        FloatVector c13 = b9.rearrange(BY_4).blend(b13, ODD_4);
        FloatVector c10 = b10.blend(b14.rearrange(BY_4), ODD_4);
        FloatVector c14 = b10.rearrange(BY_4).blend(b14, ODD_4);
        FloatVector c11 = b11.blend(b15.rearrange(BY_4), ODD_4);
        FloatVector c15 = b11.rearrange(BY_4).blend(b15, ODD_4);
        FloatVector d0 = c0.blend(c2.rearrange(BY_2), ODD_2);
        FloatVector d2 = c0.rearrange(BY_2).blend(c2, ODD_2);
        FloatVector d1 = c1.blend(c3.rearrange(BY_2), ODD_2);
        FloatVector d3 = c1.rearrange(BY_2).blend(c3, ODD_2);
        FloatVector d4 = c4.blend(c6.rearrange(BY_2), ODD_2);
        FloatVector d6 = c4.rearrange(BY_2).blend(c6, ODD_2);
        FloatVector d5 = c5.blend(c7.rearrange(BY_2), ODD_2);
        FloatVector d7 = c5.rearrange(BY_2).blend(c7, ODD_2);
        FloatVector d8 = c8.blend(c10.rearrange(BY_2), ODD_2);
        FloatVector d10 = c8.rearrange(BY_2).blend(c10, ODD_2);
        FloatVector d9 = c9.blend(c11.rearrange(BY_2), ODD_2);
        FloatVector d11 = c9.rearrange(BY_2).blend(c11, ODD_2);
        FloatVector d12 = c12.blend(c14.rearrange(BY_2), ODD_2);
        FloatVector d14 = c12.rearrange(BY_2).blend(c14, ODD_2);
        FloatVector d13 = c13.blend(c15.rearrange(BY_2), ODD_2);
        FloatVector d15 = c13.rearrange(BY_2).blend(c15, ODD_2);
        FloatVector e0 = d0.blend(d1.rearrange(BY_1), ODD_1);
        FloatVector e1 = d0.rearrange(BY_1).blend(d1, ODD_1);
        FloatVector e2 = d2.blend(d3.rearrange(BY_1), ODD_1);
        FloatVector e3 = d2.rearrange(BY_1).blend(d3, ODD_1);
        FloatVector e4 = d4.blend(d5.rearrange(BY_1), ODD_1);
        FloatVector e5 = d4.rearrange(BY_1).blend(d5, ODD_1);
        FloatVector e6 = d6.blend(d7.rearrange(BY_1), ODD_1);
        FloatVector e7 = d6.rearrange(BY_1).blend(d7, ODD_1);
        FloatVector e8 = d8.blend(d9.rearrange(BY_1), ODD_1);
        FloatVector e9 = d8.rearrange(BY_1).blend(d9, ODD_1);
        FloatVector e10 = d10.blend(d11.rearrange(BY_1), ODD_1);
        FloatVector e11 = d10.rearrange(BY_1).blend(d11, ODD_1);
        FloatVector e12 = d12.blend(d13.rearrange(BY_1), ODD_1);
        FloatVector e13 = d12.rearrange(BY_1).blend(d13, ODD_1);
        FloatVector e14 = d14.blend(d15.rearrange(BY_1), ODD_1);
        FloatVector e15 = d14.rearrange(BY_1).blend(d15, ODD_1);
        e0.intoArray(to, t + 0 * WIDTH);
        e1.intoArray(to, t + 1 * WIDTH);
        e2.intoArray(to, t + 2 * WIDTH);
        e3.intoArray(to, t + 3 * WIDTH);
        e4.intoArray(to, t + 4 * WIDTH);
        e5.intoArray(to, t + 5 * WIDTH);
        e6.intoArray(to, t + 6 * WIDTH);
        e7.intoArray(to, t + 7 * WIDTH);
        e8.intoArray(to, t + 8 * WIDTH);
        e9.intoArray(to, t + 9 * WIDTH);
        e10.intoArray(to, t + 10 * WIDTH);
        e11.intoArray(to, t + 11 * WIDTH);
        e12.intoArray(to, t + 12 * WIDTH);
        e13.intoArray(to, t + 13 * WIDTH);
        e14.intoArray(to, t + 14 * WIDTH);
        e15.intoArray(to, t + 15 * WIDTH);
    }
}
