package clock2cloud.nn.vector;

import static clock2cloud.nn.vector.Lanes.LANES;
import static clock2cloud.nn.vector.Lanes.S;

import clock2cloud.nn.kernel.FloatExp;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** {@link FloatExp}, lane by lane: the same steps, hence the same bits. */
final class Exponentials {
    private Exponentials() {}

    static void exp(float[] x, int at, int count) {
        int i = at;
        for (; i <= at + count - LANES; i += LANES) {
            exp(FloatVector.fromArray(S, x, i)).intoArray(x, i);
        }
        for (; i < at + count; i++) {
            x[i] = FloatExp.exp(x[i]);
        }
    }

    static void sigmoid(float[] x, int at, int count) {
        FloatVector one = FloatVector.broadcast(S, 1f);
        int i = at;
        for (; i <= at + count - LANES; i += LANES) {
            FloatVector e = exp(FloatVector.fromArray(S, x, i).neg());
            one.div(one.add(e)).intoArray(x, i);
        }
        for (; i < at + count; i++) {
            x[i] = FloatExp.sigmoid(x[i]);
        }
    }

    static void tanh(float[] x, int at, int count) {
        FloatVector one = FloatVector.broadcast(S, 1f);
        FloatVector two = FloatVector.broadcast(S, 2f);
        int i = at;
        for (; i <= at + count - LANES; i += LANES) {
            FloatVector z = FloatVector.fromArray(S, x, i);
            one.sub(two.div(one.add(exp(z.add(z))))).intoArray(x, i);
        }
        for (; i < at + count; i++) {
            x[i] = FloatExp.tanh(x[i]);
        }
    }

    private static FloatVector exp(FloatVector x) {
        FloatVector cut = FloatVector.broadcast(S, FloatExp.HIGH).min(x).max(FloatVector.broadcast(S, FloatExp.LOW));
        FloatVector shifted =
                cut.fma(FloatVector.broadcast(S, FloatExp.LOG2_E), FloatVector.broadcast(S, FloatExp.ROUNDER));
        FloatVector n = shifted.sub(FloatVector.broadcast(S, FloatExp.ROUNDER));
        FloatVector r = n.fma(
                FloatVector.broadcast(S, -FloatExp.LN2_LOW), n.fma(FloatVector.broadcast(S, -FloatExp.LN2_HIGH), cut));
        FloatVector one = FloatVector.broadcast(S, 1f);
        FloatVector p = FloatVector.broadcast(S, FloatExp.C7)
                .fma(r, FloatVector.broadcast(S, FloatExp.C6))
                .fma(r, FloatVector.broadcast(S, FloatExp.C5))
                .fma(r, FloatVector.broadcast(S, FloatExp.C4))
                .fma(r, FloatVector.broadcast(S, FloatExp.C3))
                .fma(r, FloatVector.broadcast(S, FloatExp.C2));
        FloatVector e = p.fma(r, one).fma(r, one);
        return e.mul(shifted.reinterpretAsInts()
                .add(127)
                .lanewise(VectorOperators.LSHL, 23)
                .reinterpretAsFloats());
    }
}
