package clock2cloud.nn.vector;

import static clock2cloud.nn.vector.Lanes.LANES;
import static clock2cloud.nn.vector.Lanes.S;

import clock2cloud.nn.kernel.Activation;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Rectifiers and the slopes of all activations without a branch: the sign of a neuron cannot be predicted. */
final class Slopes {
    private Slopes() {}

    static void relu(float[] x, int at, int count) {
        FloatVector zero = FloatVector.zero(S);
        int i = at;
        for (; i <= at + count - LANES; i += LANES) {
            zero.max(FloatVector.fromArray(S, x, i)).intoArray(x, i);
        }
        for (; i < at + count; i++) {
            x[i] = Math.max(x[i], 0f);
        }
    }

    static void derive(Activation activation, float[] y, int yAt, float[] d, int dAt, int count) {
        int whole = count - count % LANES;
        switch (activation) {
            case IDENTITY -> {
                return;
            }
            case SIGMOID -> sigmoid(y, yAt, d, dAt, whole);
            case TANH -> tanh(y, yAt, d, dAt, whole);
            case RELU -> leak(0f, y, yAt, d, dAt, whole);
            default -> leak(Activation.LEAK, y, yAt, d, dAt, whole);
        }
        for (int i = whole; i < count; i++) {
            d[dAt + i] *= activation.slopeAt(y[yAt + i]);
        }
    }

    private static void sigmoid(float[] y, int yAt, float[] d, int dAt, int count) {
        FloatVector one = FloatVector.broadcast(S, 1f);
        for (int i = 0; i < count; i += LANES) {
            FloatVector a = FloatVector.fromArray(S, y, yAt + i);
            FloatVector.fromArray(S, d, dAt + i).mul(a.mul(one.sub(a))).intoArray(d, dAt + i);
        }
    }

    private static void tanh(float[] y, int yAt, float[] d, int dAt, int count) {
        FloatVector one = FloatVector.broadcast(S, 1f);
        for (int i = 0; i < count; i += LANES) {
            FloatVector a = FloatVector.fromArray(S, y, yAt + i);
            FloatVector.fromArray(S, d, dAt + i).mul(one.sub(a.mul(a))).intoArray(d, dAt + i);
        }
    }

    private static void leak(float leak, float[] y, int yAt, float[] d, int dAt, int count) {
        FloatVector one = FloatVector.broadcast(S, 1f);
        FloatVector small = FloatVector.broadcast(S, leak);
        for (int i = 0; i < count; i += LANES) {
            FloatVector slope =
                    small.blend(one, FloatVector.fromArray(S, y, yAt + i).compare(VectorOperators.GT, 0f));
            slope.mul(FloatVector.fromArray(S, d, dAt + i)).intoArray(d, dAt + i);
        }
    }
}
