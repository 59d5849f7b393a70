package clock2cloud.nn.vector;

import static clock2cloud.nn.kernel.Panels.WIDTH;
import static clock2cloud.nn.vector.Lanes.NOTHING;
import static clock2cloud.nn.vector.Lanes.S;

import jdk.incubator.vector.FloatVector;

/** {@link WindowTiles} for one vector of images, where a batch leaves the other empty; up to 16 filters, for there is room. */
final class NarrowWindowTiles {
    private NarrowWindowTiles() {}

    static void of16(
            float[] w,
            int wAt,
            float[] bias,
            int biasAt,
            int[] taps,
            int from,
            int to,
            float[] in,
            int inAt,
            float[] out,
            int outAt) {
        FloatVector s0 = FloatVector.broadcast(S, bias[biasAt + 0]);
        FloatVector s1 = FloatVector.broadcast(S, bias[biasAt + 1]);
        FloatVector s2 = FloatVector.broadcast(S, bias[biasAt + 2]);
        FloatVector s3 = FloatVector.broadcast(S, bias[biasAt + 3]);
        FloatVector s4 = FloatVector.broadcast(S, bias[biasAt + 4]);
        FloatVector s5 = FloatVector.broadcast(S, bias[biasAt + 5]);
        FloatVector s6 = FloatVector.broadcast(S, bias[biasAt + 6]);
        FloatVector s7 = FloatVector.broadcast(S, bias[biasAt + 7]);
        FloatVector s8 = FloatVector.broadcast(S, bias[biasAt + 8]);
        FloatVector s9 = FloatVector.broadcast(S, bias[biasAt + 9]);
        FloatVector s10 = FloatVector.broadcast(S, bias[biasAt + 10]);
        FloatVector s11 = FloatVector.broadcast(S, bias[biasAt + 11]);
        FloatVector s12 = FloatVector.broadcast(S, bias[biasAt + 12]);
        FloatVector s13 = FloatVector.broadcast(S, bias[biasAt + 13]);
        FloatVector s14 = FloatVector.broadcast(S, bias[biasAt + 14]);
        FloatVector s15 = FloatVector.broadcast(S, bias[biasAt + 15]);
        for (int i = from; i < to; i++) {
            int x = wAt + taps[2 * i];
            FloatVector v = FloatVector.fromArray(S, in, inAt + taps[2 * i + 1]);
            s0 = v.fma(FloatVector.broadcast(S, w[x + 0]), s0);
            s1 = v.fma(FloatVector.broadcast(S, w[x + 1]), s1);
            s2 = v.fma(FloatVector.broadcast(S, w[x + 2]), s2);
            s3 = v.fma(FloatVector.broadcast(S, w[x + 3]), s3);
            s4 = v.fma(FloatVector.broadcast(S, w[x + 4]), s4);
            s5 = v.fma(FloatVector.broadcast(S, w[x + 5]), s5);
            s6 = v.fma(FloatVector.broadcast(S, w[x + 6]), s6);
            s7 = v.fma(FloatVector.broadcast(S, w[x + 7]), s7);
            s8 = v.fma(FloatVector.broadcast(S, w[x + 8]), s8);
            s9 = v.fma(FloatVector.broadcast(S, w[x + 9]), s9);
            s10 = v.fma(FloatVector.broadcast(S, w[x + 10]), s10);
            s11 = v.fma(FloatVector.broadcast(S, w[x + 11]), s11);
            s12 = v.fma(FloatVector.broadcast(S, w[x + 12]), s12);
            s13 = v.fma(FloatVector.broadcast(S, w[x + 13]), s13);
            s14 = v.fma(FloatVector.broadcast(S, w[x + 14]), s14);
            s15 = v.fma(FloatVector.broadcast(S, w[x + 15]), s15);
        }
        FloatVector nothing = FloatVector.broadcast(S, NOTHING);
        nothing.add(s0).intoArray(out, outAt + 0 * WIDTH);
        nothing.add(s1).intoArray(out, outAt + 1 * WIDTH);
        nothing.add(s2).intoArray(out, outAt + 2 * WIDTH);
        nothing.add(s3).intoArray(out, outAt + 3 * WIDTH);
        nothing.add(s4).intoArray(out, outAt + 4 * WIDTH);
        nothing.add(s5).intoArray(out, outAt + 5 * WIDTH);
        nothing.add(s6).intoArray(out, outAt + 6 * WIDTH);
        nothing.add(s7).intoArray(out, outAt + 7 * WIDTH);
        nothing.add(s8).intoArray(out, outAt + 8 * WIDTH);
        nothing.add(s9).intoArray(out, outAt + 9 * WIDTH);
        nothing.add(s10).intoArray(out, outAt + 10 * WIDTH);
        nothing.add(s11).intoArray(out, outAt + 11 * WIDTH);
        nothing.add(s12).intoArray(out, outAt + 12 * WIDTH);
        nothing.add(s13).intoArray(out, outAt + 13 * WIDTH);
        nothing.add(s14).intoArray(out, outAt + 14 * WIDTH);
        nothing.add(s15).intoArray(out, outAt + 15 * WIDTH);
    }

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
            float[] out,
            int outAt) {
        FloatVector s0 = FloatVector.broadcast(S, bias[biasAt + 0]);
        FloatVector s1 = FloatVector.broadcast(S, bias[biasAt + 1]);
        FloatVector s2 = FloatVector.broadcast(S, bias[biasAt + 2]);
        FloatVector s3 = FloatVector.broadcast(S, bias[biasAt + 3]);
        FloatVector s4 = FloatVector.broadcast(S, bias[biasAt + 4]);
        FloatVector s5 = FloatVector.broadcast(S, bias[biasAt + 5]);
        FloatVector s6 = FloatVector.broadcast(S, bias[biasAt + 6]);
        FloatVector s7 = FloatVector.broadcast(S, bias[biasAt + 7]);
        for (int i = from; i < to; i++) {
            int x = wAt + taps[2 * i];
            FloatVector v = FloatVector.fromArray(S, in, inAt + taps[2 * i + 1]);
            s0 = v.fma(FloatVector.broadcast(S, w[x + 0]), s0);
            s1 = v.fma(FloatVector.broadcast(S, w[x + 1]), s1);
            s2 = v.fma(FloatVector.broadcast(S, w[x + 2]), s2);
            s3 = v.fma(FloatVector.broadcast(S, w[x + 3]), s3);
            s4 = v.fma(FloatVector.broadcast(S, w[x + 4]), s4);
            s5 = v.fma(FloatVector.broadcast(S, w[x + 5]), s5);
            s6 = v.fma(FloatVector.broadcast(S, w[x + 6]), s6);
            s7 = v.fma(FloatVector.broadcast(S, w[x + 7]), s7);
        }
        FloatVector nothing = FloatVector.broadcast(S, NOTHING);
        nothing.add(s0).intoArray(out, outAt + 0 * WIDTH);
        nothing.add(s1).intoArray(out, outAt + 1 * WIDTH);
        nothing.add(s2).intoArray(out, outAt + 2 * WIDTH);
        nothing.add(s3).intoArray(out, outAt + 3 * WIDTH);
        nothing.add(s4).intoArray(out, outAt + 4 * WIDTH);
        nothing.add(s5).intoArray(out, outAt + 5 * WIDTH);
        nothing.add(s6).intoArray(out, outAt + 6 * WIDTH);
        nothing.add(s7).intoArray(out, outAt + 7 * WIDTH);
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
            float[] out,
            int outAt) {
        FloatVector s0 = FloatVector.broadcast(S, bias[biasAt + 0]);
        FloatVector s1 = FloatVector.broadcast(S, bias[biasAt + 1]);
        FloatVector s2 = FloatVector.broadcast(S, bias[biasAt + 2]);
        FloatVector s3 = FloatVector.broadcast(S, bias[biasAt + 3]);
        for (int i = from; i < to; i++) {
            int x = wAt + taps[2 * i];
            FloatVector v = FloatVector.fromArray(S, in, inAt + taps[2 * i + 1]);
            s0 = v.fma(FloatVector.broadcast(S, w[x + 0]), s0);
            s1 = v.fma(FloatVector.broadcast(S, w[x + 1]), s1);
            s2 = v.fma(FloatVector.broadcast(S, w[x + 2]), s2);
            s3 = v.fma(FloatVector.broadcast(S, w[x + 3]), s3);
        }
        FloatVector nothing = FloatVector.broadcast(S, NOTHING);
        nothing.add(s0).intoArray(out, outAt + 0 * WIDTH);
        nothing.add(s1).intoArray(out, outAt + 1 * WIDTH);
        nothing.add(s2).intoArray(out, outAt + 2 * WIDTH);
        nothing.add(s3).intoArray(out, outAt + 3 * WIDTH);
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
            float[] out,
            int outAt) {
        FloatVector s0 = FloatVector.broadcast(S, bias[biasAt + 0]);
        FloatVector s1 = FloatVector.broadcast(S, bias[biasAt + 1]);
        for (int i = from; i < to; i++) {
            int x = wAt + taps[2 * i];
            FloatVector v = FloatVector.fromArray(S, in, inAt + taps[2 * i + 1]);
            s0 = v.fma(FloatVector.broadcast(S, w[x + 0]), s0);
            s1 = v.fma(FloatVector.broadcast(S, w[x + 1]), s1);
        }
        FloatVector nothing = FloatVector.broadcast(S, NOTHING);
        nothing.add(s0).intoArray(out, outAt + 0 * WIDTH);
        nothing.add(s1).intoArray(out, outAt + 1 * WIDTH);
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
            float[] out,
            int outAt) {
        FloatVector s0 = FloatVector.broadcast(S, bias[biasAt + 0]);
        for (int i = from; i < to; i++) {
            int x = wAt + taps[2 * i];
            FloatVector v = FloatVector.fromArray(S, in, inAt + taps[2 * i + 1]);
            s0 = v.fma(FloatVector.broadcast(S, w[x + 0]), s0);
        }
        FloatVector nothing = FloatVector.broadcast(S, NOTHING);
        nothing.add(s0).intoArray(out, outAt + 0 * WIDTH);
    }
}
