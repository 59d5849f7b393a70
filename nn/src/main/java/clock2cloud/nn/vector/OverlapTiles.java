package clock2cloud.nn.vector;

import static clock2cloud.nn.kernel.Panels.WIDTH;
import static clock2cloud.nn.vector.Lanes.S;

import jdk.incubator.vector.FloatVector;

/** A block of 4 × 4, 4 × 2 or 4 × 1 weights' gradients, or one row of such, for one vector of images. */
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
            int count,
            float[] sums,
            int sumsAt) {
        int in0 = inAt + rows[row + 0];
        int in1 = inAt + rows[row + 1];
        int in2 = inAt + rows[row + 2];
        int in3 = inAt + rows[row + 3];
        FloatVector s00 = FloatVector.fromArray(S, sums, sumsAt + 0 * WIDTH);
        FloatVector s01 = FloatVector.fromArray(S, sums, sumsAt + 1 * WIDTH);
        FloatVector s02 = FloatVector.fromArray(S, sums, sumsAt + 2 * WIDTH);
        FloatVector s03 = FloatVector.fromArray(S, sums, sumsAt + 3 * WIDTH);
        FloatVector s10 = FloatVector.fromArray(S, sums, sumsAt + 4 * WIDTH);
        FloatVector s11 = FloatVector.fromArray(S, sums, sumsAt + 5 * WIDTH);
        FloatVector s12 = FloatVector.fromArray(S, sums, sumsAt + 6 * WIDTH);
        FloatVector s13 = FloatVector.fromArray(S, sums, sumsAt + 7 * WIDTH);
        FloatVector s20 = FloatVector.fromArray(S, sums, sumsAt + 8 * WIDTH);
        FloatVector s21 = FloatVector.fromArray(S, sums, sumsAt + 9 * WIDTH);
        FloatVector s22 = FloatVector.fromArray(S, sums, sumsAt + 10 * WIDTH);
        FloatVector s23 = FloatVector.fromArray(S, sums, sumsAt + 11 * WIDTH);
        FloatVector s30 = FloatVector.fromArray(S, sums, sumsAt + 12 * WIDTH);
        FloatVector s31 = FloatVector.fromArray(S, sums, sumsAt + 13 * WIDTH);
        FloatVector s32 = FloatVector.fromArray(S, sums, sumsAt + 14 * WIDTH);
        FloatVector s33 = FloatVector.fromArray(S, sums, sumsAt + 15 * WIDTH);
        for (int q = 0; q < count; q++) {
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
        s00.intoArray(sums, sumsAt + 0 * WIDTH);
        s01.intoArray(sums, sumsAt + 1 * WIDTH);
        s02.intoArray(sums, sumsAt + 2 * WIDTH);
        s03.intoArray(sums, sumsAt + 3 * WIDTH);
        s10.intoArray(sums, sumsAt + 4 * WIDTH);
        s11.intoArray(sums, sumsAt + 5 * WIDTH);
        s12.intoArray(sums, sumsAt + 6 * WIDTH);
        s13.intoArray(sums, sumsAt + 7 * WIDTH);
        s20.intoArray(sums, sumsAt + 8 * WIDTH);
        s21.intoArray(sums, sumsAt + 9 * WIDTH);
        s22.intoArray(sums, sumsAt + 10 * WIDTH);
        s23.intoArray(sums, sumsAt + 11 * WIDTH);
        s30.intoArray(sums, sumsAt + 12 * WIDTH);
        s31.intoArray(sums, sumsAt + 13 * WIDTH);
        s32.intoArray(sums, sumsAt + 14 * WIDTH);
        s33.intoArray(sums, sumsAt + 15 * WIDTH);
    }

    static void of4x2(
            int[] rows,
            int row,
            float[] in,
            int inAt,
            float[] d,
            int dAt,
            int[] places,
            int count,
            float[] sums,
            int sumsAt) {
        int in0 = inAt + rows[row + 0];
        int in1 = inAt + rows[row + 1];
        int in2 = inAt + rows[row + 2];
        int in3 = inAt + rows[row + 3];
        FloatVector s00 = FloatVector.fromArray(S, sums, sumsAt + 0 * WIDTH);
        FloatVector s01 = FloatVector.fromArray(S, sums, sumsAt + 1 * WIDTH);
        FloatVector s10 = FloatVector.fromArray(S, sums, sumsAt + 4 * WIDTH);
        FloatVector s11 = FloatVector.fromArray(S, sums, sumsAt + 5 * WIDTH);
        FloatVector s20 = FloatVector.fromArray(S, sums, sumsAt + 8 * WIDTH);
        FloatVector s21 = FloatVector.fromArray(S, sums, sumsAt + 9 * WIDTH);
        FloatVector s30 = FloatVector.fromArray(S, sums, sumsAt + 12 * WIDTH);
        FloatVector s31 = FloatVector.fromArray(S, sums, sumsAt + 13 * WIDTH);
        for (int q = 0; q < count; q++) {
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
        s00.intoArray(sums, sumsAt + 0 * WIDTH);
        s01.intoArray(sums, sumsAt + 1 * WIDTH);
        s10.intoArray(sums, sumsAt + 4 * WIDTH);
        s11.intoArray(sums, sumsAt + 5 * WIDTH);
        s20.intoArray(sums, sumsAt + 8 * WIDTH);
        s21.intoArray(sums, sumsAt + 9 * WIDTH);
        s30.intoArray(sums, sumsAt + 12 * WIDTH);
        s31.intoArray(sums, sumsAt + 13 * WIDTH);
    }

    static void of4x1(
            int[] rows,
            int row,
            float[] in,
            int inAt,
            float[] d,
            int dAt,
            int[] places,
            int count,
            float[] sums,
            int sumsAt) {
        int in0 = inAt + rows[row + 0];
        int in1 = inAt + rows[row + 1];
        int in2 = inAt + rows[row + 2];
        int in3 = inAt + rows[row + 3];
        FloatVector s00 = FloatVector.fromArray(S, sums, sumsAt + 0 * WIDTH);
        FloatVector s10 = FloatVector.fromArray(S, sums, sumsAt + 4 * WIDTH);
        FloatVector s20 = FloatVector.fromArray(S, sums, sumsAt + 8 * WIDTH);
        FloatVector s30 = FloatVector.fromArray(S, sums, sumsAt + 12 * WIDTH);
        for (int q = 0; q < count; q++) {
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
        s00.intoArray(sums, sumsAt + 0 * WIDTH);
        s10.intoArray(sums, sumsAt + 4 * WIDTH);
        s20.intoArray(sums, sumsAt + 8 * WIDTH);
        s30.intoArray(sums, sumsAt + 12 * WIDTH);
    }

    static void of1x4(
            int[] rows,
            int row,
            float[] in,
            int inAt,
            float[] d,
            int dAt,
            int[] places,
            int count,
            float[] sums,
            int sumsAt) {
        int in0 = inAt + rows[row + 0];
        FloatVector s00 = FloatVector.fromArray(S, sums, sumsAt + 0 * WIDTH);
        FloatVector s01 = FloatVector.fromArray(S, sums, sumsAt + 1 * WIDTH);
        FloatVector s02 = FloatVector.fromArray(S, sums, sumsAt + 2 * WIDTH);
        FloatVector s03 = FloatVector.fromArray(S, sums, sumsAt + 3 * WIDTH);
        for (int q = 0; q < count; q++) {
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
        s00.intoArray(sums, sumsAt + 0 * WIDTH);
        s01.intoArray(sums, sumsAt + 1 * WIDTH);
        s02.intoArray(sums, sumsAt + 2 * WIDTH);
        s03.intoArray(sums, sumsAt + 3 * WIDTH);
    }

    static void of1x2(
            int[] rows,
            int row,
            float[] in,
            int inAt,
            float[] d,
            int dAt,
            int[] places,
            int count,
            float[] sums,
            int sumsAt) {
        int in0 = inAt + rows[row + 0];
        FloatVector s00 = FloatVector.fromArray(S, sums, sumsAt + 0 * WIDTH);
        FloatVector s01 = FloatVector.fromArray(S, sums, sumsAt + 1 * WIDTH);
        for (int q = 0; q < count; q++) {
            int x = places[2 * q];
            int y = dAt + places[2 * q + 1];
            FloatVector d0 = FloatVector.fromArray(S, d, y + 0 * WIDTH);
            FloatVector d1 = FloatVector.fromArray(S, d, y + 1 * WIDTH);
            FloatVector x0 = FloatVector.fromArray(S, in, in0 + x);
            s00 = x0.fma(d0, s00);
            s01 = x0.fma(d1, s01);
        }
        s00.intoArray(sums, sumsAt + 0 * WIDTH);
        s01.intoArray(sums, sumsAt + 1 * WIDTH);
    }

    static void of1x1(
            int[] rows,
            int row,
            float[] in,
            int inAt,
            float[] d,
            int dAt,
            int[] places,
            int count,
            float[] sums,
            int sumsAt) {
        int in0 = inAt + rows[row + 0];
        FloatVector s00 = FloatVector.fromArray(S, sums, sumsAt + 0 * WIDTH);
        for (int q = 0; q < count; q++) {
            int x = places[2 * q];
            int y = dAt + places[2 * q + 1];
            FloatVector d0 = FloatVector.fromArray(S, d, y + 0 * WIDTH);
            FloatVector x0 = FloatVector.fromArray(S, in, in0 + x);
            s00 = x0.fma(d0, s00);
        }
        s00.intoArray(sums, sumsAt + 0 * WIDTH);
    }
}
