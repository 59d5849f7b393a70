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
        for (int i = 0; i < 4; i++) {
            far(from, f + i * WIDTH, to, t + i * WIDTH);
        }
        for (int i = 0; i < SIDE; i += 4) {
            near(to, t + i * WIDTH, to, t + i * WIDTH);
        }
    }

    /** Steps 8 and 4 of four rows that lie four apart. */
    private static void far(float[] from, int f, float[] to, int t) {
        FloatVector a0 = FloatVector.fromArray(S, from, f);
        FloatVector a1 = FloatVector.fromArray(S, from, f + 4 * WIDTH);
        FloatVector a2 = FloatVector.fromArray(S, from, f + 8 * WIDTH);
        FloatVector a3 = FloatVector.fromArray(S, from, f + 12 * WIDTH);
        FloatVector b0 = a0.blend(a2.rearrange(BY_8), ODD_8);
        FloatVector b2 = a0.rearrange(BY_8).blend(a2, ODD_8);
        FloatVector b1 = a1.blend(a3.rearrange(BY_8), ODD_8);
        FloatVector b3 = a1.rearrange(BY_8).blend(a3, ODD_8);
        b0.blend(b1.rearrange(BY_4), ODD_4).intoArray(to, t);
        b0.rearrange(BY_4).blend(b1, ODD_4).intoArray(to, t + 4 * WIDTH);
        b2.blend(b3.rearrange(BY_4), ODD_4).intoArray(to, t + 8 * WIDTH);
        b2.rearrange(BY_4).blend(b3, ODD_4).intoArray(to, t + 12 * WIDTH);
    }

    /** Steps 2 and 1 of four rows that lie together. */
    private static void near(float[] from, int f, float[] to, int t) {
        FloatVector a0 = FloatVector.fromArray(S, from, f);
        FloatVector a1 = FloatVector.fromArray(S, from, f + 1 * WIDTH);
        FloatVector a2 = FloatVector.fromArray(S, from, f + 2 * WIDTH);
        FloatVector a3 = FloatVector.fromArray(S, from, f + 3 * WIDTH);
        FloatVector b0 = a0.blend(a2.rearrange(BY_2), ODD_2);
        FloatVector b2 = a0.rearrange(BY_2).blend(a2, ODD_2);
        FloatVector b1 = a1.blend(a3.rearrange(BY_2), ODD_2);
        FloatVector b3 = a1.rearrange(BY_2).blend(a3, ODD_2);
        b0.blend(b1.rearrange(BY_1), ODD_1).intoArray(to, t);
        b0.rearrange(BY_1).blend(b1, ODD_1).intoArray(to, t + 1 * WIDTH);
        b2.blend(b3.rearrange(BY_1), ODD_1).intoArray(to, t + 2 * WIDTH);
        b2.rearrange(BY_1).blend(b3, ODD_1).intoArray(to, t + 3 * WIDTH);
    }
}
