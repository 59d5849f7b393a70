package clock2cloud.nn.vector;

import static clock2cloud.nn.kernel.Panels.WIDTH;
import static clock2cloud.nn.vector.Lanes.NOTHING;
import static clock2cloud.nn.vector.Lanes.S;

import jdk.incubator.vector.FloatVector;

/**
 * A convolution for 8, 6, 4, 2 or 1 filters and two vectors, which are images of one pixel or of two, all sums in registers. Written out, because
 * HotSpot keeps only named vectors there.
 */
final class WindowTiles {
    private WindowTiles() {}

    static void of8(
            float[] w,
            int wAt,
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
            int outRight) {
        FloatVector l0 = FloatVector.broadcast(S, bias[biasAt + 0]);
        FloatVector r0 = l0;
        FloatVector l1 = FloatVector.broadcast(S, bias[biasAt + 1]);
        FloatVector r1 = l1;
        FloatVector l2 = FloatVector.broadcast(S, bias[biasAt + 2]);
        FloatVector r2 = l2;
        FloatVector l3 = FloatVector.broadcast(S, bias[biasAt + 3]);
        FloatVector r3 = l3;
        FloatVector l4 = FloatVector.broadcast(S, bias[biasAt + 4]);
        FloatVector r4 = l4;
        FloatVector l5 = FloatVector.broadcast(S, bias[biasAt + 5]);
        FloatVector r5 = l5;
        FloatVector l6 = FloatVector.broadcast(S, bias[biasAt + 6]);
        FloatVector r6 = l6;
        FloatVector l7 = FloatVector.broadcast(S, bias[biasAt + 7]);
        FloatVector r7 = l7;
        for (int i = from; i < to; i++) {
            int x = wAt + taps[2 * i];
            int y = inAt + taps[2 * i + 1];
            FloatVector l = FloatVector.fromArray(S, in, y);
            FloatVector r = FloatVector.fromArray(S, in, y + inRight);
            FloatVector w0 = FloatVector.broadcast(S, w[x + 0]);
            l0 = l.fma(w0, l0);
            r0 = r.fma(w0, r0);
            FloatVector w1 = FloatVector.broadcast(S, w[x + 1]);
            l1 = l.fma(w1, l1);
            r1 = r.fma(w1, r1);
            FloatVector w2 = FloatVector.broadcast(S, w[x + 2]);
            l2 = l.fma(w2, l2);
            r2 = r.fma(w2, r2);
            FloatVector w3 = FloatVector.broadcast(S, w[x + 3]);
            l3 = l.fma(w3, l3);
            r3 = r.fma(w3, r3);
            FloatVector w4 = FloatVector.broadcast(S, w[x + 4]);
            l4 = l.fma(w4, l4);
            r4 = r.fma(w4, r4);
            FloatVector w5 = FloatVector.broadcast(S, w[x + 5]);
            l5 = l.fma(w5, l5);
            r5 = r.fma(w5, r5);
            FloatVector w6 = FloatVector.broadcast(S, w[x + 6]);
            l6 = l.fma(w6, l6);
            r6 = r.fma(w6, r6);
            FloatVector w7 = FloatVector.broadcast(S, w[x + 7]);
            l7 = l.fma(w7, l7);
            r7 = r.fma(w7, r7);
        }
        FloatVector nothing = FloatVector.broadcast(S, NOTHING);
        nothing.add(l0).intoArray(out, outAt + 0 * WIDTH);
        nothing.add(r0).intoArray(out, outAt + 0 * WIDTH + outRight);
        nothing.add(l1).intoArray(out, outAt + 1 * WIDTH);
        nothing.add(r1).intoArray(out, outAt + 1 * WIDTH + outRight);
        nothing.add(l2).intoArray(out, outAt + 2 * WIDTH);
        nothing.add(r2).intoArray(out, outAt + 2 * WIDTH + outRight);
        nothing.add(l3).intoArray(out, outAt + 3 * WIDTH);
        nothing.add(r3).intoArray(out, outAt + 3 * WIDTH + outRight);
        nothing.add(l4).intoArray(out, outAt + 4 * WIDTH);
        nothing.add(r4).intoArray(out, outAt + 4 * WIDTH + outRight);
        nothing.add(l5).intoArray(out, outAt + 5 * WIDTH);
        nothing.add(r5).intoArray(out, outAt + 5 * WIDTH + outRight);
        nothing.add(l6).intoArray(out, outAt + 6 * WIDTH);
        nothing.add(r6).intoArray(out, outAt + 6 * WIDTH + outRight);
        nothing.add(l7).intoArray(out, outAt + 7 * WIDTH);
        nothing.add(r7).intoArray(out, outAt + 7 * WIDTH + outRight);
    }

    static void of6(
            float[] w,
            int wAt,
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
            int outRight) {
        FloatVector l0 = FloatVector.broadcast(S, bias[biasAt + 0]);
        FloatVector r0 = l0;
        FloatVector l1 = FloatVector.broadcast(S, bias[biasAt + 1]);
        FloatVector r1 = l1;
        FloatVector l2 = FloatVector.broadcast(S, bias[biasAt + 2]);
        FloatVector r2 = l2;
        FloatVector l3 = FloatVector.broadcast(S, bias[biasAt + 3]);
        FloatVector r3 = l3;
        FloatVector l4 = FloatVector.broadcast(S, bias[biasAt + 4]);
        FloatVector r4 = l4;
        FloatVector l5 = FloatVector.broadcast(S, bias[biasAt + 5]);
        FloatVector r5 = l5;
        for (int i = from; i < to; i++) {
            int x = wAt + taps[2 * i];
            int y = inAt + taps[2 * i + 1];
            FloatVector l = FloatVector.fromArray(S, in, y);
            FloatVector r = FloatVector.fromArray(S, in, y + inRight);
            FloatVector w0 = FloatVector.broadcast(S, w[x + 0]);
            l0 = l.fma(w0, l0);
            r0 = r.fma(w0, r0);
            FloatVector w1 = FloatVector.broadcast(S, w[x + 1]);
            l1 = l.fma(w1, l1);
            r1 = r.fma(w1, r1);
            FloatVector w2 = FloatVector.broadcast(S, w[x + 2]);
            l2 = l.fma(w2, l2);
            r2 = r.fma(w2, r2);
            FloatVector w3 = FloatVector.broadcast(S, w[x + 3]);
            l3 = l.fma(w3, l3);
            r3 = r.fma(w3, r3);
            FloatVector w4 = FloatVector.broadcast(S, w[x + 4]);
            l4 = l.fma(w4, l4);
            r4 = r.fma(w4, r4);
            FloatVector w5 = FloatVector.broadcast(S, w[x + 5]);
            l5 = l.fma(w5, l5);
            r5 = r.fma(w5, r5);
        }
        FloatVector nothing = FloatVector.broadcast(S, NOTHING);
        nothing.add(l0).intoArray(out, outAt + 0 * WIDTH);
        nothing.add(r0).intoArray(out, outAt + 0 * WIDTH + outRight);
        nothing.add(l1).intoArray(out, outAt + 1 * WIDTH);
        nothing.add(r1).intoArray(out, outAt + 1 * WIDTH + outRight);
        nothing.add(l2).intoArray(out, outAt + 2 * WIDTH);
        nothing.add(r2).intoArray(out, outAt + 2 * WIDTH + outRight);
        nothing.add(l3).intoArray(out, outAt + 3 * WIDTH);
        nothing.add(r3).intoArray(out, outAt + 3 * WIDTH + outRight);
        nothing.add(l4).intoArray(out, outAt + 4 * WIDTH);
        nothing.add(r4).intoArray(out, outAt + 4 * WIDTH + outRight);
        nothing.add(l5).intoArray(out, outAt + 5 * WIDTH);
        nothing.add(r5).intoArray(out, outAt + 5 * WIDTH + outRight);
    }

    static void of4(
            float[] w,
            int wAt,
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
            int outRight) {
        FloatVector l0 = FloatVector.broadcast(S, bias[biasAt + 0]);
        FloatVector r0 = l0;
        FloatVector l1 = FloatVector.broadcast(S, bias[biasAt + 1]);
        FloatVector r1 = l1;
        FloatVector l2 = FloatVector.broadcast(S, bias[biasAt + 2]);
        FloatVector r2 = l2;
        FloatVector l3 = FloatVector.broadcast(S, bias[biasAt + 3]);
        FloatVector r3 = l3;
        for (int i = from; i < to; i++) {
            int x = wAt + taps[2 * i];
            int y = inAt + taps[2 * i + 1];
            FloatVector l = FloatVector.fromArray(S, in, y);
            FloatVector r = FloatVector.fromArray(S, in, y + inRight);
            FloatVector w0 = FloatVector.broadcast(S, w[x + 0]);
            l0 = l.fma(w0, l0);
            r0 = r.fma(w0, r0);
            FloatVector w1 = FloatVector.broadcast(S, w[x + 1]);
            l1 = l.fma(w1, l1);
            r1 = r.fma(w1, r1);
            FloatVector w2 = FloatVector.broadcast(S, w[x + 2]);
            l2 = l.fma(w2, l2);
            r2 = r.fma(w2, r2);
            FloatVector w3 = FloatVector.broadcast(S, w[x + 3]);
            l3 = l.fma(w3, l3);
            r3 = r.fma(w3, r3);
        }
        FloatVector nothing = FloatVector.broadcast(S, NOTHING);
        nothing.add(l0).intoArray(out, outAt + 0 * WIDTH);
        nothing.add(r0).intoArray(out, outAt + 0 * WIDTH + outRight);
        nothing.add(l1).intoArray(out, outAt + 1 * WIDTH);
        nothing.add(r1).intoArray(out, outAt + 1 * WIDTH + outRight);
        nothing.add(l2).intoArray(out, outAt + 2 * WIDTH);
        nothing.add(r2).intoArray(out, outAt + 2 * WIDTH + outRight);
        nothing.add(l3).intoArray(out, outAt + 3 * WIDTH);
        nothing.add(r3).intoArray(out, outAt + 3 * WIDTH + outRight);
    }

    static void of2(
            float[] w,
            int wAt,
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
            int outRight) {
        FloatVector l0 = FloatVector.broadcast(S, bias[biasAt + 0]);
        FloatVector r0 = l0;
        FloatVector l1 = FloatVector.broadcast(S, bias[biasAt + 1]);
        FloatVector r1 = l1;
        for (int i = from; i < to; i++) {
            int x = wAt + taps[2 * i];
            int y = inAt + taps[2 * i + 1];
            FloatVector l = FloatVector.fromArray(S, in, y);
            FloatVector r = FloatVector.fromArray(S, in, y + inRight);
            FloatVector w0 = FloatVector.broadcast(S, w[x + 0]);
            l0 = l.fma(w0, l0);
            r0 = r.fma(w0, r0);
            FloatVector w1 = FloatVector.broadcast(S, w[x + 1]);
            l1 = l.fma(w1, l1);
            r1 = r.fma(w1, r1);
        }
        FloatVector nothing = FloatVector.broadcast(S, NOTHING);
        nothing.add(l0).intoArray(out, outAt + 0 * WIDTH);
        nothing.add(r0).intoArray(out, outAt + 0 * WIDTH + outRight);
        nothing.add(l1).intoArray(out, outAt + 1 * WIDTH);
        nothing.add(r1).intoArray(out, outAt + 1 * WIDTH + outRight);
    }

    static void of1(
            float[] w,
            int wAt,
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
            int outRight) {
        FloatVector l0 = FloatVector.broadcast(S, bias[biasAt + 0]);
        FloatVector r0 = l0;
        for (int i = from; i < to; i++) {
            int x = wAt + taps[2 * i];
            int y = inAt + taps[2 * i + 1];
            FloatVector l = FloatVector.fromArray(S, in, y);
            FloatVector r = FloatVector.fromArray(S, in, y + inRight);
            FloatVector w0 = FloatVector.broadcast(S, w[x + 0]);
            l0 = l.fma(w0, l0);
            r0 = r.fma(w0, r0);
        }
        FloatVector nothing = FloatVector.broadcast(S, NOTHING);
        nothing.add(l0).intoArray(out, outAt + 0 * WIDTH);
        nothing.add(r0).intoArray(out, outAt + 0 * WIDTH + outRight);
    }
}
