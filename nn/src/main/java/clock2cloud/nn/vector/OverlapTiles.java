package clock2cloud.nn.vector;

import static clock2cloud.nn.kernel.Panels.WIDTH;
import static clock2cloud.nn.kernel.PictureKernels.SUMS;
import static clock2cloud.nn.vector.Lanes.S;

import jdk.incubator.vector.FloatVector;

/** A block of 4 × 4, 4 × 2 or 4 × 1 weights' gradients, or one row of such, for one vector of sums. */
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
            FloatVector l0 = FloatVector.fromArray(S, d, y + 0 * WIDTH);
            FloatVector l1 = FloatVector.fromArray(S, d, y + 1 * WIDTH);
            FloatVector l2 = FloatVector.fromArray(S, d, y + 2 * WIDTH);
            FloatVector l3 = FloatVector.fromArray(S, d, y + 3 * WIDTH);
            FloatVector lx0 = FloatVector.fromArray(S, in, in0 + x);
            s00 = lx0.fma(l0, s00);
            s01 = lx0.fma(l1, s01);
            s02 = lx0.fma(l2, s02);
            s03 = lx0.fma(l3, s03);
            FloatVector lx1 = FloatVector.fromArray(S, in, in1 + x);
            s10 = lx1.fma(l0, s10);
            s11 = lx1.fma(l1, s11);
            s12 = lx1.fma(l2, s12);
            s13 = lx1.fma(l3, s13);
            FloatVector lx2 = FloatVector.fromArray(S, in, in2 + x);
            s20 = lx2.fma(l0, s20);
            s21 = lx2.fma(l1, s21);
            s22 = lx2.fma(l2, s22);
            s23 = lx2.fma(l3, s23);
            FloatVector lx3 = FloatVector.fromArray(S, in, in3 + x);
            s30 = lx3.fma(l0, s30);
            s31 = lx3.fma(l1, s31);
            s32 = lx3.fma(l2, s32);
            s33 = lx3.fma(l3, s33);
            FloatVector r0 = FloatVector.fromArray(S, d, y + 0 * WIDTH + SUMS);
            FloatVector r1 = FloatVector.fromArray(S, d, y + 1 * WIDTH + SUMS);
            FloatVector r2 = FloatVector.fromArray(S, d, y + 2 * WIDTH + SUMS);
            FloatVector r3 = FloatVector.fromArray(S, d, y + 3 * WIDTH + SUMS);
            FloatVector rx0 = FloatVector.fromArray(S, in, in0 + x + SUMS);
            s00 = rx0.fma(r0, s00);
            s01 = rx0.fma(r1, s01);
            s02 = rx0.fma(r2, s02);
            s03 = rx0.fma(r3, s03);
            FloatVector rx1 = FloatVector.fromArray(S, in, in1 + x + SUMS);
            s10 = rx1.fma(r0, s10);
            s11 = rx1.fma(r1, s11);
            s12 = rx1.fma(r2, s12);
            s13 = rx1.fma(r3, s13);
            FloatVector rx2 = FloatVector.fromArray(S, in, in2 + x + SUMS);
            s20 = rx2.fma(r0, s20);
            s21 = rx2.fma(r1, s21);
            s22 = rx2.fma(r2, s22);
            s23 = rx2.fma(r3, s23);
            FloatVector rx3 = FloatVector.fromArray(S, in, in3 + x + SUMS);
            s30 = rx3.fma(r0, s30);
            s31 = rx3.fma(r1, s31);
            s32 = rx3.fma(r2, s32);
            s33 = rx3.fma(r3, s33);
        }
        s00.intoArray(sums, sumsAt + 0 * SUMS);
        s01.intoArray(sums, sumsAt + 1 * SUMS);
        s02.intoArray(sums, sumsAt + 2 * SUMS);
        s03.intoArray(sums, sumsAt + 3 * SUMS);
        s10.intoArray(sums, sumsAt + 4 * SUMS);
        s11.intoArray(sums, sumsAt + 5 * SUMS);
        s12.intoArray(sums, sumsAt + 6 * SUMS);
        s13.intoArray(sums, sumsAt + 7 * SUMS);
        s20.intoArray(sums, sumsAt + 8 * SUMS);
        s21.intoArray(sums, sumsAt + 9 * SUMS);
        s22.intoArray(sums, sumsAt + 10 * SUMS);
        s23.intoArray(sums, sumsAt + 11 * SUMS);
        s30.intoArray(sums, sumsAt + 12 * SUMS);
        s31.intoArray(sums, sumsAt + 13 * SUMS);
        s32.intoArray(sums, sumsAt + 14 * SUMS);
        s33.intoArray(sums, sumsAt + 15 * SUMS);
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
            FloatVector l0 = FloatVector.fromArray(S, d, y + 0 * WIDTH);
            FloatVector l1 = FloatVector.fromArray(S, d, y + 1 * WIDTH);
            FloatVector lx0 = FloatVector.fromArray(S, in, in0 + x);
            s00 = lx0.fma(l0, s00);
            s01 = lx0.fma(l1, s01);
            FloatVector lx1 = FloatVector.fromArray(S, in, in1 + x);
            s10 = lx1.fma(l0, s10);
            s11 = lx1.fma(l1, s11);
            FloatVector lx2 = FloatVector.fromArray(S, in, in2 + x);
            s20 = lx2.fma(l0, s20);
            s21 = lx2.fma(l1, s21);
            FloatVector lx3 = FloatVector.fromArray(S, in, in3 + x);
            s30 = lx3.fma(l0, s30);
            s31 = lx3.fma(l1, s31);
            FloatVector r0 = FloatVector.fromArray(S, d, y + 0 * WIDTH + SUMS);
            FloatVector r1 = FloatVector.fromArray(S, d, y + 1 * WIDTH + SUMS);
            FloatVector rx0 = FloatVector.fromArray(S, in, in0 + x + SUMS);
            s00 = rx0.fma(r0, s00);
            s01 = rx0.fma(r1, s01);
            FloatVector rx1 = FloatVector.fromArray(S, in, in1 + x + SUMS);
            s10 = rx1.fma(r0, s10);
            s11 = rx1.fma(r1, s11);
            FloatVector rx2 = FloatVector.fromArray(S, in, in2 + x + SUMS);
            s20 = rx2.fma(r0, s20);
            s21 = rx2.fma(r1, s21);
            FloatVector rx3 = FloatVector.fromArray(S, in, in3 + x + SUMS);
            s30 = rx3.fma(r0, s30);
            s31 = rx3.fma(r1, s31);
        }
        s00.intoArray(sums, sumsAt + 0 * SUMS);
        s01.intoArray(sums, sumsAt + 1 * SUMS);
        s10.intoArray(sums, sumsAt + 4 * SUMS);
        s11.intoArray(sums, sumsAt + 5 * SUMS);
        s20.intoArray(sums, sumsAt + 8 * SUMS);
        s21.intoArray(sums, sumsAt + 9 * SUMS);
        s30.intoArray(sums, sumsAt + 12 * SUMS);
        s31.intoArray(sums, sumsAt + 13 * SUMS);
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
            FloatVector l0 = FloatVector.fromArray(S, d, y + 0 * WIDTH);
            FloatVector lx0 = FloatVector.fromArray(S, in, in0 + x);
            s00 = lx0.fma(l0, s00);
            FloatVector lx1 = FloatVector.fromArray(S, in, in1 + x);
            s10 = lx1.fma(l0, s10);
            FloatVector lx2 = FloatVector.fromArray(S, in, in2 + x);
            s20 = lx2.fma(l0, s20);
            FloatVector lx3 = FloatVector.fromArray(S, in, in3 + x);
            s30 = lx3.fma(l0, s30);
            FloatVector r0 = FloatVector.fromArray(S, d, y + 0 * WIDTH + SUMS);
            FloatVector rx0 = FloatVector.fromArray(S, in, in0 + x + SUMS);
            s00 = rx0.fma(r0, s00);
            FloatVector rx1 = FloatVector.fromArray(S, in, in1 + x + SUMS);
            s10 = rx1.fma(r0, s10);
            FloatVector rx2 = FloatVector.fromArray(S, in, in2 + x + SUMS);
            s20 = rx2.fma(r0, s20);
            FloatVector rx3 = FloatVector.fromArray(S, in, in3 + x + SUMS);
            s30 = rx3.fma(r0, s30);
        }
        s00.intoArray(sums, sumsAt + 0 * SUMS);
        s10.intoArray(sums, sumsAt + 4 * SUMS);
        s20.intoArray(sums, sumsAt + 8 * SUMS);
        s30.intoArray(sums, sumsAt + 12 * SUMS);
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
            FloatVector l0 = FloatVector.fromArray(S, d, y + 0 * WIDTH);
            FloatVector l1 = FloatVector.fromArray(S, d, y + 1 * WIDTH);
            FloatVector l2 = FloatVector.fromArray(S, d, y + 2 * WIDTH);
            FloatVector l3 = FloatVector.fromArray(S, d, y + 3 * WIDTH);
            FloatVector lx0 = FloatVector.fromArray(S, in, in0 + x);
            s00 = lx0.fma(l0, s00);
            s01 = lx0.fma(l1, s01);
            s02 = lx0.fma(l2, s02);
            s03 = lx0.fma(l3, s03);
            FloatVector r0 = FloatVector.fromArray(S, d, y + 0 * WIDTH + SUMS);
            FloatVector r1 = FloatVector.fromArray(S, d, y + 1 * WIDTH + SUMS);
            FloatVector r2 = FloatVector.fromArray(S, d, y + 2 * WIDTH + SUMS);
            FloatVector r3 = FloatVector.fromArray(S, d, y + 3 * WIDTH + SUMS);
            FloatVector rx0 = FloatVector.fromArray(S, in, in0 + x + SUMS);
            s00 = rx0.fma(r0, s00);
            s01 = rx0.fma(r1, s01);
            s02 = rx0.fma(r2, s02);
            s03 = rx0.fma(r3, s03);
        }
        s00.intoArray(sums, sumsAt + 0 * SUMS);
        s01.intoArray(sums, sumsAt + 1 * SUMS);
        s02.intoArray(sums, sumsAt + 2 * SUMS);
        s03.intoArray(sums, sumsAt + 3 * SUMS);
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
            FloatVector l0 = FloatVector.fromArray(S, d, y + 0 * WIDTH);
            FloatVector l1 = FloatVector.fromArray(S, d, y + 1 * WIDTH);
            FloatVector lx0 = FloatVector.fromArray(S, in, in0 + x);
            s00 = lx0.fma(l0, s00);
            s01 = lx0.fma(l1, s01);
            FloatVector r0 = FloatVector.fromArray(S, d, y + 0 * WIDTH + SUMS);
            FloatVector r1 = FloatVector.fromArray(S, d, y + 1 * WIDTH + SUMS);
            FloatVector rx0 = FloatVector.fromArray(S, in, in0 + x + SUMS);
            s00 = rx0.fma(r0, s00);
            s01 = rx0.fma(r1, s01);
        }
        s00.intoArray(sums, sumsAt + 0 * SUMS);
        s01.intoArray(sums, sumsAt + 1 * SUMS);
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
            FloatVector l0 = FloatVector.fromArray(S, d, y + 0 * WIDTH);
            FloatVector lx0 = FloatVector.fromArray(S, in, in0 + x);
            s00 = lx0.fma(l0, s00);
            FloatVector r0 = FloatVector.fromArray(S, d, y + 0 * WIDTH + SUMS);
            FloatVector rx0 = FloatVector.fromArray(S, in, in0 + x + SUMS);
            s00 = rx0.fma(r0, s00);
        }
        s00.intoArray(sums, sumsAt + 0 * SUMS);
    }
}
