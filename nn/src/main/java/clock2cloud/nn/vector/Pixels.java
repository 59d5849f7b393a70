package clock2cloud.nn.vector;

import static clock2cloud.nn.kernel.Panels.WIDTH;
import static clock2cloud.nn.vector.Lanes.LANES;
import static clock2cloud.nn.vector.Lanes.S;

import clock2cloud.nn.kernel.ScalarKernels;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** Unsigned bytes to floats from 0 to 1. */
final class Pixels {
    private static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, LANES * 8)));
    private static final boolean FITS = BYTES.length() == LANES;
    private static final byte SIGN = (byte) 0x80;

    private Pixels() {}

    static void gather(byte[] from, int fromAt, float[] to, int toAt, int toStride, int features) {
        int whole = FITS ? features - features % LANES : 0;
        for (int f = 0; f < whole; f += LANES) {
            unit(from, fromAt + f, to, toAt + (f / WIDTH) * toStride + f % WIDTH);
        }
        for (int f = whole; f < features; f++) {
            to[toAt + (f / WIDTH) * toStride + f % WIDTH] = ScalarKernels.unit(from[fromAt + f]);
        }
    }

    /** Signed bytes convert in one step on every JDK; so the sign bit is turned, and 128 added. */
    private static void unit(byte[] from, int fromAt, float[] to, int toAt) {
        FloatVector x = ((FloatVector) ByteVector.fromArray(BYTES, from, fromAt)
                        .lanewise(VectorOperators.XOR, SIGN)
                        .convertShape(VectorOperators.B2F, S, 0))
                .add(128f);
        FloatVector reciprocal = FloatVector.broadcast(S, ScalarKernels.RECIPROCAL_255);
        FloatVector q = x.mul(reciprocal);
        FloatVector rest = FloatVector.broadcast(S, -255f).fma(q, x);
        rest.fma(reciprocal, q).intoArray(to, toAt);
    }
}
