package clock2cloud.nn.vector;

import static clock2cloud.nn.kernel.Panels.WIDTH;
import static clock2cloud.nn.vector.Lanes.EXACT;
import static clock2cloud.nn.vector.Lanes.LANES;
import static clock2cloud.nn.vector.Lanes.S;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of {@code C += scale · Aᵀ B}: so many columns of A, side by side, by two vectors of B, summed over {@code k} rows
 * in registers. Written out as {@link RowTiles}, for the same reasons.
 */
final class ColumnTiles {
    private ColumnTiles() {}

    static void rows8(float scale, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, int k) {
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
            int x = aAt + i * WIDTH;
            int y = bAt + i * WIDTH;
            FloatVector l = FloatVector.fromArray(S, b, y);
            FloatVector r = FloatVector.fromArray(S, b, y + LANES);
            FloatVector a0 = FloatVector.broadcast(S, a[x]);
            l0 = l.fma(a0, l0);
            r0 = r.fma(a0, r0);
            FloatVector a1 = FloatVector.broadcast(S, a[x + 1]);
            l1 = l.fma(a1, l1);
            r1 = r.fma(a1, r1);
            FloatVector a2 = FloatVector.broadcast(S, a[x + 2]);
            l2 = l.fma(a2, l2);
            r2 = r.fma(a2, r2);
            FloatVector a3 = FloatVector.broadcast(S, a[x + 3]);
            l3 = l.fma(a3, l3);
            r3 = r.fma(a3, r3);
            FloatVector a4 = FloatVector.broadcast(S, a[x + 4]);
            l4 = l.fma(a4, l4);
            r4 = r.fma(a4, r4);
            FloatVector a5 = FloatVector.broadcast(S, a[x + 5]);
            l5 = l.fma(a5, l5);
            r5 = r.fma(a5, r5);
            FloatVector a6 = FloatVector.broadcast(S, a[x + 6]);
            l6 = l.fma(a6, l6);
            r6 = r.fma(a6, r6);
            FloatVector a7 = FloatVector.broadcast(S, a[x + 7]);
            l7 = l.fma(a7, l7);
            r7 = r.fma(a7, r7);
        }
        FloatVector f = FloatVector.broadcast(S, scale);
        EXACT.cast(f.fma(l0, FloatVector.fromArray(S, c, cAt))).intoArray(c, cAt);
        EXACT.cast(f.fma(r0, FloatVector.fromArray(S, c, cAt + LANES))).intoArray(c, cAt + LANES);
        EXACT.cast(f.fma(l1, FloatVector.fromArray(S, c, cAt + 1 * WIDTH))).intoArray(c, cAt + 1 * WIDTH);
        EXACT.cast(f.fma(r1, FloatVector.fromArray(S, c, cAt + 1 * WIDTH + LANES)))
                .intoArray(c, cAt + 1 * WIDTH + LANES);
        EXACT.cast(f.fma(l2, FloatVector.fromArray(S, c, cAt + 2 * WIDTH))).intoArray(c, cAt + 2 * WIDTH);
        EXACT.cast(f.fma(r2, FloatVector.fromArray(S, c, cAt + 2 * WIDTH + LANES)))
                .intoArray(c, cAt + 2 * WIDTH + LANES);
        EXACT.cast(f.fma(l3, FloatVector.fromArray(S, c, cAt + 3 * WIDTH))).intoArray(c, cAt + 3 * WIDTH);
        EXACT.cast(f.fma(r3, FloatVector.fromArray(S, c, cAt + 3 * WIDTH + LANES)))
                .intoArray(c, cAt + 3 * WIDTH + LANES);
        EXACT.cast(f.fma(l4, FloatVector.fromArray(S, c, cAt + 4 * WIDTH))).intoArray(c, cAt + 4 * WIDTH);
        EXACT.cast(f.fma(r4, FloatVector.fromArray(S, c, cAt + 4 * WIDTH + LANES)))
                .intoArray(c, cAt + 4 * WIDTH + LANES);
        EXACT.cast(f.fma(l5, FloatVector.fromArray(S, c, cAt + 5 * WIDTH))).intoArray(c, cAt + 5 * WIDTH);
        EXACT.cast(f.fma(r5, FloatVector.fromArray(S, c, cAt + 5 * WIDTH + LANES)))
                .intoArray(c, cAt + 5 * WIDTH + LANES);
        EXACT.cast(f.fma(l6, FloatVector.fromArray(S, c, cAt + 6 * WIDTH))).intoArray(c, cAt + 6 * WIDTH);
        EXACT.cast(f.fma(r6, FloatVector.fromArray(S, c, cAt + 6 * WIDTH + LANES)))
                .intoArray(c, cAt + 6 * WIDTH + LANES);
        EXACT.cast(f.fma(l7, FloatVector.fromArray(S, c, cAt + 7 * WIDTH))).intoArray(c, cAt + 7 * WIDTH);
        EXACT.cast(f.fma(r7, FloatVector.fromArray(S, c, cAt + 7 * WIDTH + LANES)))
                .intoArray(c, cAt + 7 * WIDTH + LANES);
    }

    static void rows4(float scale, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, int k) {
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
            int x = aAt + i * WIDTH;
            int y = bAt + i * WIDTH;
            FloatVector l = FloatVector.fromArray(S, b, y);
            FloatVector r = FloatVector.fromArray(S, b, y + LANES);
            FloatVector a0 = FloatVector.broadcast(S, a[x]);
            l0 = l.fma(a0, l0);
            r0 = r.fma(a0, r0);
            FloatVector a1 = FloatVector.broadcast(S, a[x + 1]);
            l1 = l.fma(a1, l1);
            r1 = r.fma(a1, r1);
            FloatVector a2 = FloatVector.broadcast(S, a[x + 2]);
            l2 = l.fma(a2, l2);
            r2 = r.fma(a2, r2);
            FloatVector a3 = FloatVector.broadcast(S, a[x + 3]);
            l3 = l.fma(a3, l3);
            r3 = r.fma(a3, r3);
        }
        FloatVector f = FloatVector.broadcast(S, scale);
        EXACT.cast(f.fma(l0, FloatVector.fromArray(S, c, cAt))).intoArray(c, cAt);
        EXACT.cast(f.fma(r0, FloatVector.fromArray(S, c, cAt + LANES))).intoArray(c, cAt + LANES);
        EXACT.cast(f.fma(l1, FloatVector.fromArray(S, c, cAt + 1 * WIDTH))).intoArray(c, cAt + 1 * WIDTH);
        EXACT.cast(f.fma(r1, FloatVector.fromArray(S, c, cAt + 1 * WIDTH + LANES)))
                .intoArray(c, cAt + 1 * WIDTH + LANES);
        EXACT.cast(f.fma(l2, FloatVector.fromArray(S, c, cAt + 2 * WIDTH))).intoArray(c, cAt + 2 * WIDTH);
        EXACT.cast(f.fma(r2, FloatVector.fromArray(S, c, cAt + 2 * WIDTH + LANES)))
                .intoArray(c, cAt + 2 * WIDTH + LANES);
        EXACT.cast(f.fma(l3, FloatVector.fromArray(S, c, cAt + 3 * WIDTH))).intoArray(c, cAt + 3 * WIDTH);
        EXACT.cast(f.fma(r3, FloatVector.fromArray(S, c, cAt + 3 * WIDTH + LANES)))
                .intoArray(c, cAt + 3 * WIDTH + LANES);
    }

    static void rows2(float scale, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, int k) {
        FloatVector zero = FloatVector.zero(S);
        FloatVector l0 = zero;
        FloatVector r0 = zero;
        FloatVector l1 = zero;
        FloatVector r1 = zero;
        for (int i = 0; i < k; i++) {
            int x = aAt + i * WIDTH;
            int y = bAt + i * WIDTH;
            FloatVector l = FloatVector.fromArray(S, b, y);
            FloatVector r = FloatVector.fromArray(S, b, y + LANES);
            FloatVector a0 = FloatVector.broadcast(S, a[x]);
            l0 = l.fma(a0, l0);
            r0 = r.fma(a0, r0);
            FloatVector a1 = FloatVector.broadcast(S, a[x + 1]);
            l1 = l.fma(a1, l1);
            r1 = r.fma(a1, r1);
        }
        FloatVector f = FloatVector.broadcast(S, scale);
        EXACT.cast(f.fma(l0, FloatVector.fromArray(S, c, cAt))).intoArray(c, cAt);
        EXACT.cast(f.fma(r0, FloatVector.fromArray(S, c, cAt + LANES))).intoArray(c, cAt + LANES);
        EXACT.cast(f.fma(l1, FloatVector.fromArray(S, c, cAt + 1 * WIDTH))).intoArray(c, cAt + 1 * WIDTH);
        EXACT.cast(f.fma(r1, FloatVector.fromArray(S, c, cAt + 1 * WIDTH + LANES)))
                .intoArray(c, cAt + 1 * WIDTH + LANES);
    }

    static void rows1(float scale, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, int k) {
        FloatVector zero = FloatVector.zero(S);
        FloatVector l0 = zero;
        FloatVector r0 = zero;
        for (int i = 0; i < k; i++) {
            int x = aAt + i * WIDTH;
            int y = bAt + i * WIDTH;
            FloatVector l = FloatVector.fromArray(S, b, y);
            FloatVector r = FloatVector.fromArray(S, b, y + LANES);
            FloatVector a0 = FloatVector.broadcast(S, a[x]);
            l0 = l.fma(a0, l0);
            r0 = r.fma(a0, r0);
        }
        FloatVector f = FloatVector.broadcast(S, scale);
        EXACT.cast(f.fma(l0, FloatVector.fromArray(S, c, cAt))).intoArray(c, cAt);
        EXACT.cast(f.fma(r0, FloatVector.fromArray(S, c, cAt + LANES))).intoArray(c, cAt + LANES);
    }
}
