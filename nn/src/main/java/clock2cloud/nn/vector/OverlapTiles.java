package clock2cloud.nn.vector;

import static clock2cloud.nn.kernel.Panels.WIDTH;
import static clock2cloud.nn.kernel.PictureKernels.SUMS;
import static clock2cloud.nn.vector.Lanes.NOTHING;
import static clock2cloud.nn.vector.Lanes.S;

import jdk.incubator.vector.FloatVector;

/**
 * A block of 4 × 4, 4 × 2 or 4 × 1 weights' gradients, or one row of such, for one vector of sums. Written out, because HotSpot keeps
 * only named vectors in registers.
 */
final class OverlapTiles {
    private OverlapTiles() {}

    static void of4x4(
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
            int sumsAt) {
        int in0 = inAt + rows[row + 0];
        int in1 = inAt + rows[row + 1];
        int in2 = inAt + rows[row + 2];
        int in3 = inAt + rows[row + 3];
        FloatVector s00 = FloatVector.fromArray(S, sums, sumsAt + 0 * SUMS);
        FloatVector s01 = FloatVector.fromArray(S, sums, sumsAt + 1 * SUMS);
        FloatVector s02 = FloatVector.fromArray(S, sums, sumsAt + 2 * SUMS);
        FloatVector s03 = FloatVector.fromArray(S, sums, sumsAt + 3 * SUMS);
        FloatVector s10 = FloatVector.fromArray(S, sums, sumsAt + 4 * SUMS);
        FloatVector s11 = FloatVector.fromArray(S, sums, sumsAt + 5 * SUMS);
        FloatVector s12 = FloatVector.fromArray(S, sums, sumsAt + 6 * SUMS);
        FloatVector s13 = FloatVector.fromArray(S, sums, sumsAt + 7 * SUMS);
        FloatVector s20 = FloatVector.fromArray(S, sums, sumsAt + 8 * SUMS);
        FloatVector s21 = FloatVector.fromArray(S, sums, sumsAt + 9 * SUMS);
        FloatVector s22 = FloatVector.fromArray(S, sums, sumsAt + 10 * SUMS);
        FloatVector s23 = FloatVector.fromArray(S, sums, sumsAt + 11 * SUMS);
        FloatVector s30 = FloatVector.fromArray(S, sums, sumsAt + 12 * SUMS);
        FloatVector s31 = FloatVector.fromArray(S, sums, sumsAt + 13 * SUMS);
        FloatVector s32 = FloatVector.fromArray(S, sums, sumsAt + 14 * SUMS);
        FloatVector s33 = FloatVector.fromArray(S, sums, sumsAt + 15 * SUMS);
        for (int q = from; q < to; q++) {
            int x = places[2 * q];
            int y = dAt + places[2 * q + 1];
            FloatVector d0 = FloatVector.fromArray(S, d, y + 0 * WIDTH);
            FloatVector d1 = FloatVector.fromArray(S, d, y + 1 * WIDTH);
            FloatVector d2 = FloatVector.fromArray(S, d, y + 2 * WIDTH);
            FloatVector d3 = FloatVector.fromArray(S, d, y + 3 * WIDTH);
            FloatVector x0 = FloatVector.fromArray(S, in, in0 + x);
            s00 = x0.fma(d0, s00);
            s01 = x0.fma(d1, s01);
            s02 = x0.fma(d2, s02);
            s03 = x0.fma(d3, s03);
            FloatVector x1 = FloatVector.fromArray(S, in, in1 + x);
            s10 = x1.fma(d0, s10);
            s11 = x1.fma(d1, s11);
            s12 = x1.fma(d2, s12);
            s13 = x1.fma(d3, s13);
            FloatVector x2 = FloatVector.fromArray(S, in, in2 + x);
            s20 = x2.fma(d0, s20);
            s21 = x2.fma(d1, s21);
            s22 = x2.fma(d2, s22);
            s23 = x2.fma(d3, s23);
            FloatVector x3 = FloatVector.fromArray(S, in, in3 + x);
            s30 = x3.fma(d0, s30);
            s31 = x3.fma(d1, s31);
            s32 = x3.fma(d2, s32);
            s33 = x3.fma(d3, s33);
        }
        FloatVector nothing = FloatVector.broadcast(S, NOTHING);
        nothing.add(s00).intoArray(sums, sumsAt + 0 * SUMS);
        nothing.add(s01).intoArray(sums, sumsAt + 1 * SUMS);
        nothing.add(s02).intoArray(sums, sumsAt + 2 * SUMS);
        nothing.add(s03).intoArray(sums, sumsAt + 3 * SUMS);
        nothing.add(s10).intoArray(sums, sumsAt + 4 * SUMS);
        nothing.add(s11).intoArray(sums, sumsAt + 5 * SUMS);
        nothing.add(s12).intoArray(sums, sumsAt + 6 * SUMS);
        nothing.add(s13).intoArray(sums, sumsAt + 7 * SUMS);
        nothing.add(s20).intoArray(sums, sumsAt + 8 * SUMS);
        nothing.add(s21).intoArray(sums, sumsAt + 9 * SUMS);
        nothing.add(s22).intoArray(sums, sumsAt + 10 * SUMS);
        nothing.add(s23).intoArray(sums, sumsAt + 11 * SUMS);
        nothing.add(s30).intoArray(sums, sumsAt + 12 * SUMS);
        nothing.add(s31).intoArray(sums, sumsAt + 13 * SUMS);
        nothing.add(s32).intoArray(sums, sumsAt + 14 * SUMS);
        nothing.add(s33).intoArray(sums, sumsAt + 15 * SUMS);
    }

    static void of4x2(
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
            int sumsAt) {
        int in0 = inAt + rows[row + 0];
        int in1 = inAt + rows[row + 1];
        int in2 = inAt + rows[row + 2];
        int in3 = inAt + rows[row + 3];
        FloatVector s00 = FloatVector.fromArray(S, sums, sumsAt + 0 * SUMS);
        FloatVector s01 = FloatVector.fromArray(S, sums, sumsAt + 1 * SUMS);
        FloatVector s10 = FloatVector.fromArray(S, sums, sumsAt + 4 * SUMS);
        FloatVector s11 = FloatVector.fromArray(S, sums, sumsAt + 5 * SUMS);
        FloatVector s20 = FloatVector.fromArray(S, sums, sumsAt + 8 * SUMS);
        FloatVector s21 = FloatVector.fromArray(S, sums, sumsAt + 9 * SUMS);
        FloatVector s30 = FloatVector.fromArray(S, sums, sumsAt + 12 * SUMS);
        FloatVector s31 = FloatVector.fromArray(S, sums, sumsAt + 13 * SUMS);
        for (int q = from; q < to; q++) {
            int x = places[2 * q];
            int y = dAt + places[2 * q + 1];
            FloatVector d0 = FloatVector.fromArray(S, d, y + 0 * WIDTH);
            FloatVector d1 = FloatVector.fromArray(S, d, y + 1 * WIDTH);
            FloatVector x0 = FloatVector.fromArray(S, in, in0 + x);
            s00 = x0.fma(d0, s00);
            s01 = x0.fma(d1, s01);
            FloatVector x1 = FloatVector.fromArray(S, in, in1 + x);
            s10 = x1.fma(d0, s10);
            s11 = x1.fma(d1, s11);
            FloatVector x2 = FloatVector.fromArray(S, in, in2 + x);
            s20 = x2.fma(d0, s20);
            s21 = x2.fma(d1, s21);
            FloatVector x3 = FloatVector.fromArray(S, in, in3 + x);
            s30 = x3.fma(d0, s30);
            s31 = x3.fma(d1, s31);
        }
        FloatVector nothing = FloatVector.broadcast(S, NOTHING);
        nothing.add(s00).intoArray(sums, sumsAt + 0 * SUMS);
        nothing.add(s01).intoArray(sums, sumsAt + 1 * SUMS);
        nothing.add(s10).intoArray(sums, sumsAt + 4 * SUMS);
        nothing.add(s11).intoArray(sums, sumsAt + 5 * SUMS);
        nothing.add(s20).intoArray(sums, sumsAt + 8 * SUMS);
        nothing.add(s21).intoArray(sums, sumsAt + 9 * SUMS);
        nothing.add(s30).intoArray(sums, sumsAt + 12 * SUMS);
        nothing.add(s31).intoArray(sums, sumsAt + 13 * SUMS);
    }

    static void of4x1(
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
            int sumsAt) {
        int in0 = inAt + rows[row + 0];
        int in1 = inAt + rows[row + 1];
        int in2 = inAt + rows[row + 2];
        int in3 = inAt + rows[row + 3];
        FloatVector s00 = FloatVector.fromArray(S, sums, sumsAt + 0 * SUMS);
        FloatVector s10 = FloatVector.fromArray(S, sums, sumsAt + 4 * SUMS);
        FloatVector s20 = FloatVector.fromArray(S, sums, sumsAt + 8 * SUMS);
        FloatVector s30 = FloatVector.fromArray(S, sums, sumsAt + 12 * SUMS);
        for (int q = from; q < to; q++) {
            int x = places[2 * q];
            int y = dAt + places[2 * q + 1];
            FloatVector d0 = FloatVector.fromArray(S, d, y + 0 * WIDTH);
            FloatVector x0 = FloatVector.fromArray(S, in, in0 + x);
            s00 = x0.fma(d0, s00);
            FloatVector x1 = FloatVector.fromArray(S, in, in1 + x);
            s10 = x1.fma(d0, s10);
            FloatVector x2 = FloatVector.fromArray(S, in, in2 + x);
            s20 = x2.fma(d0, s20);
            FloatVector x3 = FloatVector.fromArray(S, in, in3 + x);
            s30 = x3.fma(d0, s30);
        }
        FloatVector nothing = FloatVector.broadcast(S, NOTHING);
        nothing.add(s00).intoArray(sums, sumsAt + 0 * SUMS);
        nothing.add(s10).intoArray(sums, sumsAt + 4 * SUMS);
        nothing.add(s20).intoArray(sums, sumsAt + 8 * SUMS);
        nothing.add(s30).intoArray(sums, sumsAt + 12 * SUMS);
    }

    static void of1x4(
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
            int sumsAt) {
        int in0 = inAt + rows[row + 0];
        FloatVector s00 = FloatVector.fromArray(S, sums, sumsAt + 0 * SUMS);
        FloatVector s01 = FloatVector.fromArray(S, sums, sumsAt + 1 * SUMS);
        FloatVector s02 = FloatVector.fromArray(S, sums, sumsAt + 2 * SUMS);
        FloatVector s03 = FloatVector.fromArray(S, sums, sumsAt + 3 * SUMS);
        for (int q = from; q < to; q++) {
            int x = places[2 * q];
            int y = dAt + places[2 * q + 1];
            FloatVector d0 = FloatVector.fromArray(S, d, y + 0 * WIDTH);
            FloatVector d1 = FloatVector.fromArray(S, d, y + 1 * WIDTH);
            FloatVector d2 = FloatVector.fromArray(S, d, y + 2 * WIDTH);
            FloatVector d3 = FloatVector.fromArray(S, d, y + 3 * WIDTH);
            FloatVector x0 = FloatVector.fromArray(S, in, in0 + x);
            s00 = x0.fma(d0, s00);
            s01 = x0.fma(d1, s01);
            s02 = x0.fma(d2, s02);
            s03 = x0.fma(d3, s03);
        }
        FloatVector nothing = FloatVector.broadcast(S, NOTHING);
        nothing.add(s00).intoArray(sums, sumsAt + 0 * SUMS);
        nothing.add(s01).intoArray(sums, sumsAt + 1 * SUMS);
        nothing.add(s02).intoArray(sums, sumsAt + 2 * SUMS);
        nothing.add(s03).intoArray(sums, sumsAt + 3 * SUMS);
    }

    static void of1x2(
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
            int sumsAt) {
        int in0 = inAt + rows[row + 0];
        FloatVector s00 = FloatVector.fromArray(S, sums, sumsAt + 0 * SUMS);
        FloatVector s01 = FloatVector.fromArray(S, sums, sumsAt + 1 * SUMS);
        for (int q = from; q < to; q++) {
            int x = places[2 * q];
            int y = dAt + places[2 * q + 1];
            FloatVector d0 = FloatVector.fromArray(S, d, y + 0 * WIDTH);
            FloatVector d1 = FloatVector.fromArray(S, d, y + 1 * WIDTH);
            FloatVector x0 = FloatVector.fromArray(S, in, in0 + x);
            s00 = x0.fma(d0, s00);
            s01 = x0.fma(d1, s01);
        }
        FloatVector nothing = FloatVector.broadcast(S, NOTHING);
        nothing.add(s00).intoArray(sums, sumsAt + 0 * SUMS);
        nothing.add(s01).intoArray(sums, sumsAt + 1 * SUMS);
    }

    static void of1x1(
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
            int sumsAt) {
        int in0 = inAt + rows[row + 0];
        FloatVector s00 = FloatVector.fromArray(S, sums, sumsAt + 0 * SUMS);
        for (int q = from; q < to; q++) {
            int x = places[2 * q];
            int y = dAt + places[2 * q + 1];
            FloatVector d0 = FloatVector.fromArray(S, d, y + 0 * WIDTH);
            FloatVector x0 = FloatVector.fromArray(S, in, in0 + x);
            s00 = x0.fma(d0, s00);
        }
        FloatVector nothing = FloatVector.broadcast(S, NOTHING);
        nothing.add(s00).intoArray(sums, sumsAt + 0 * SUMS);
    }
}
