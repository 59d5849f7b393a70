package clock2cloud.nn.vector;

import static clock2cloud.nn.kernel.Panels.WIDTH;
import static clock2cloud.nn.vector.Lanes.EXACT;
import static clock2cloud.nn.vector.Lanes.LANES;
import static clock2cloud.nn.vector.Lanes.S;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of {@code C = start + A B}: so many rows by two vectors, summed over {@code k} in registers; A's rows lie {@code
 * WIDTH} floats apart, and every {@code WIDTH} columns {@code aGap} further, in the next panel; the start's, {@code s}, lie {@code
 * sRow} apart. Written out row by row: only locals stay in registers. One flat loop, no call to a method of our own, and an exact
 * vector as the receiver of every operation: HotSpot would else box the sums on the heap, and run 20 times slower.
 */
final class RowTiles {
    private static final int SHIFT = Integer.numberOfTrailingZeros(WIDTH);
    private static final int MASK = WIDTH - 1;

    private RowTiles() {}

    static void rows8(
            float[] a, int aAt, int aGap, float[] b, int bAt, float[] s, int sAt, int sRow, float[] c, int cAt, int k) {
        FloatVector zero = FloatVector.zero(S);
        FloatVector l0 = zero;
        FloatVector r0 = zero;
        FloatVector l1 = zero;
        FloatVector r1 = zero;
        FloatVector l2 = zero;
        FloatVector r2 = zero;
        FloatVector l3 = zero;
        FloatVector r3 = zero;
        FloatVector l4 = zero;
        FloatVector r4 = zero;
        FloatVector l5 = zero;
        FloatVector r5 = zero;
        FloatVector l6 = zero;
        FloatVector r6 = zero;
        FloatVector l7 = zero;
        FloatVector r7 = zero;
        for (int i = 0; i < k; i++) {
            int x = aAt + (i >> SHIFT) * aGap + (i & MASK);
            int y = bAt + i * WIDTH;
            FloatVector l = FloatVector.fromArray(S, b, y);
            FloatVector r = FloatVector.fromArray(S, b, y + LANES);
            FloatVector a0 = FloatVector.broadcast(S, a[x]);
            l0 = l.fma(a0, l0);
            r0 = r.fma(a0, r0);
            FloatVector a1 = FloatVector.broadcast(S, a[x + 1 * WIDTH]);
            l1 = l.fma(a1, l1);
            r1 = r.fma(a1, r1);
            FloatVector a2 = FloatVector.broadcast(S, a[x + 2 * WIDTH]);
            l2 = l.fma(a2, l2);
            r2 = r.fma(a2, r2);
            FloatVector a3 = FloatVector.broadcast(S, a[x + 3 * WIDTH]);
            l3 = l.fma(a3, l3);
            r3 = r.fma(a3, r3);
            FloatVector a4 = FloatVector.broadcast(S, a[x + 4 * WIDTH]);
            l4 = l.fma(a4, l4);
            r4 = r.fma(a4, r4);
            FloatVector a5 = FloatVector.broadcast(S, a[x + 5 * WIDTH]);
            l5 = l.fma(a5, l5);
            r5 = r.fma(a5, r5);
            FloatVector a6 = FloatVector.broadcast(S, a[x + 6 * WIDTH]);
            l6 = l.fma(a6, l6);
            r6 = r.fma(a6, r6);
            FloatVector a7 = FloatVector.broadcast(S, a[x + 7 * WIDTH]);
            l7 = l.fma(a7, l7);
            r7 = r.fma(a7, r7);
        }
        FloatVector one = FloatVector.broadcast(S, 1f);
        int t = sAt + LANES;
        int d = cAt + LANES;
        EXACT.cast(one.fma(l0, FloatVector.fromArray(S, s, sAt))).intoArray(c, cAt);
        EXACT.cast(one.fma(r0, FloatVector.fromArray(S, s, t))).intoArray(c, d);
        EXACT.cast(one.fma(l1, FloatVector.fromArray(S, s, sAt + 1 * sRow))).intoArray(c, cAt + 1 * WIDTH);
        EXACT.cast(one.fma(r1, FloatVector.fromArray(S, s, t + 1 * sRow))).intoArray(c, d + 1 * WIDTH);
        EXACT.cast(one.fma(l2, FloatVector.fromArray(S, s, sAt + 2 * sRow))).intoArray(c, cAt + 2 * WIDTH);
        EXACT.cast(one.fma(r2, FloatVector.fromArray(S, s, t + 2 * sRow))).intoArray(c, d + 2 * WIDTH);
        EXACT.cast(one.fma(l3, FloatVector.fromArray(S, s, sAt + 3 * sRow))).intoArray(c, cAt + 3 * WIDTH);
        EXACT.cast(one.fma(r3, FloatVector.fromArray(S, s, t + 3 * sRow))).intoArray(c, d + 3 * WIDTH);
        EXACT.cast(one.fma(l4, FloatVector.fromArray(S, s, sAt + 4 * sRow))).intoArray(c, cAt + 4 * WIDTH);
        EXACT.cast(one.fma(r4, FloatVector.fromArray(S, s, t + 4 * sRow))).intoArray(c, d + 4 * WIDTH);
        EXACT.cast(one.fma(l5, FloatVector.fromArray(S, s, sAt + 5 * sRow))).intoArray(c, cAt + 5 * WIDTH);
        EXACT.cast(one.fma(r5, FloatVector.fromArray(S, s, t + 5 * sRow))).intoArray(c, d + 5 * WIDTH);
        EXACT.cast(one.fma(l6, FloatVector.fromArray(S, s, sAt + 6 * sRow))).intoArray(c, cAt + 6 * WIDTH);
        EXACT.cast(one.fma(r6, FloatVector.fromArray(S, s, t + 6 * sRow))).intoArray(c, d + 6 * WIDTH);
        EXACT.cast(one.fma(l7, FloatVector.fromArray(S, s, sAt + 7 * sRow))).intoArray(c, cAt + 7 * WIDTH);
        EXACT.cast(one.fma(r7, FloatVector.fromArray(S, s, t + 7 * sRow))).intoArray(c, d + 7 * WIDTH);
    }

    static void rows4(
            float[] a, int aAt, int aGap, float[] b, int bAt, float[] s, int sAt, int sRow, float[] c, int cAt, int k) {
        FloatVector zero = FloatVector.zero(S);
        FloatVector l0 = zero;
        FloatVector r0 = zero;
        FloatVector l1 = zero;
        FloatVector r1 = zero;
        FloatVector l2 = zero;
        FloatVector r2 = zero;
        FloatVector l3 = zero;
        FloatVector r3 = zero;
        for (int i = 0; i < k; i++) {
            int x = aAt + (i >> SHIFT) * aGap + (i & MASK);
            int y = bAt + i * WIDTH;
            FloatVector l = FloatVector.fromArray(S, b, y);
            FloatVector r = FloatVector.fromArray(S, b, y + LANES);
            FloatVector a0 = FloatVector.broadcast(S, a[x]);
            l0 = l.fma(a0, l0);
            r0 = r.fma(a0, r0);
            FloatVector a1 = FloatVector.broadcast(S, a[x + 1 * WIDTH]);
            l1 = l.fma(a1, l1);
            r1 = r.fma(a1, r1);
            FloatVector a2 = FloatVector.broadcast(S, a[x + 2 * WIDTH]);
            l2 = l.fma(a2, l2);
            r2 = r.fma(a2, r2);
            FloatVector a3 = FloatVector.broadcast(S, a[x + 3 * WIDTH]);
            l3 = l.fma(a3, l3);
            r3 = r.fma(a3, r3);
        }
        FloatVector one = FloatVector.broadcast(S, 1f);
        int t = sAt + LANES;
        int d = cAt + LANES;
        EXACT.cast(one.fma(l0, FloatVector.fromArray(S, s, sAt))).intoArray(c, cAt);
        EXACT.cast(one.fma(r0, FloatVector.fromArray(S, s, t))).intoArray(c, d);
        EXACT.cast(one.fma(l1, FloatVector.fromArray(S, s, sAt + 1 * sRow))).intoArray(c, cAt + 1 * WIDTH);
        EXACT.cast(one.fma(r1, FloatVector.fromArray(S, s, t + 1 * sRow))).intoArray(c, d + 1 * WIDTH);
        EXACT.cast(one.fma(l2, FloatVector.fromArray(S, s, sAt + 2 * sRow))).intoArray(c, cAt + 2 * WIDTH);
        EXACT.cast(one.fma(r2, FloatVector.fromArray(S, s, t + 2 * sRow))).intoArray(c, d + 2 * WIDTH);
        EXACT.cast(one.fma(l3, FloatVector.fromArray(S, s, sAt + 3 * sRow))).intoArray(c, cAt + 3 * WIDTH);
        EXACT.cast(one.fma(r3, FloatVector.fromArray(S, s, t + 3 * sRow))).intoArray(c, d + 3 * WIDTH);
    }

    static void rows2(
            float[] a, int aAt, int aGap, float[] b, int bAt, float[] s, int sAt, int sRow, float[] c, int cAt, int k) {
        FloatVector zero = FloatVector.zero(S);
        FloatVector l0 = zero;
        FloatVector r0 = zero;
        FloatVector l1 = zero;
        FloatVector r1 = zero;
        for (int i = 0; i < k; i++) {
            int x = aAt + (i >> SHIFT) * aGap + (i & MASK);
            int y = bAt + i * WIDTH;
            FloatVector l = FloatVector.fromArray(S, b, y);
            FloatVector r = FloatVector.fromArray(S, b, y + LANES);
            FloatVector a0 = FloatVector.broadcast(S, a[x]);
            l0 = l.fma(a0, l0);
            r0 = r.fma(a0, r0);
            FloatVector a1 = FloatVector.broadcast(S, a[x + 1 * WIDTH]);
            l1 = l.fma(a1, l1);
            r1 = r.fma(a1, r1);
        }
        FloatVector one = FloatVector.broadcast(S, 1f);
        int t = sAt + LANES;
        int d = cAt + LANES;
        EXACT.cast(one.fma(l0, FloatVector.fromArray(S, s, sAt))).intoArray(c, cAt);
        EXACT.cast(one.fma(r0, FloatVector.fromArray(S, s, t))).intoArray(c, d);
        EXACT.cast(one.fma(l1, FloatVector.fromArray(S, s, sAt + 1 * sRow))).intoArray(c, cAt + 1 * WIDTH);
        EXACT.cast(one.fma(r1, FloatVector.fromArray(S, s, t + 1 * sRow))).intoArray(c, d + 1 * WIDTH);
    }

    static void rows1(
            float[] a, int aAt, int aGap, float[] b, int bAt, float[] s, int sAt, int sRow, float[] c, int cAt, int k) {
        FloatVector zero = FloatVector.zero(S);
        FloatVector l0 = zero;
        FloatVector r0 = zero;
        for (int i = 0; i < k; i++) {
            int x = aAt + (i >> SHIFT) * aGap + (i & MASK);
            int y = bAt + i * WIDTH;
            FloatVector l = FloatVector.fromArray(S, b, y);
            FloatVector r = FloatVector.fromArray(S, b, y + LANES);
            FloatVector a0 = FloatVector.broadcast(S, a[x]);
            l0 = l.fma(a0, l0);
            r0 = r.fma(a0, r0);
        }
        FloatVector one = FloatVector.broadcast(S, 1f);
        int t = sAt + LANES;
        int d = cAt + LANES;
        EXACT.cast(one.fma(l0, FloatVector.fromArray(S, s, sAt))).intoArray(c, cAt);
        EXACT.cast(one.fma(r0, FloatVector.fromArray(S, s, t))).intoArray(c, d);
    }
}
