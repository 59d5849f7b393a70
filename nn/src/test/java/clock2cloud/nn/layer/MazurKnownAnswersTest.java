package clock2cloud.nn.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Store;
import org.junit.jupiter.api.Test;

/** Matt Mazur, "A Step by Step Backpropagation Example" (2015): 2-2-2 sigmoids, rate 0.5; his numbers, to float32. */
class MazurKnownAnswersTest {
    private static final double FLOAT = 3e-8;
    private final Store store = new Store();
    private final Kernels kernels = FastKernels.here();

    @Test
    void oneStepOfTheWorkedExample() {
        Signal in = new Signal(1, 1, 2, Activation.IDENTITY, store);
        Signal hidden = new Signal(1, 1, 2, Activation.SIGMOID, store);
        Signal out = new Signal(1, 1, 2, Activation.SIGMOID, store);
        DenseLayer first = layer(in, hidden, 0.15f, 0.20f, 0.25f, 0.30f, 0.35f);
        DenseLayer second = layer(hidden, out, 0.40f, 0.45f, 0.50f, 0.55f, 0.60f);
        in.values().set(0, 0, 0.05f);
        in.values().set(0, 1, 0.10f);
        StepState state = new StepState();
        state.train(1, 0, 0.5);
        first.forward(state, Share.ALL);
        second.forward(state, Share.ALL);
        assertEquals(0.593269992, hidden.values().get(0, 0), 6e-8);
        assertEquals(0.596884378, hidden.values().get(0, 1), 6e-8);
        assertEquals(0.75136507, out.values().get(0, 0), 6e-8);
        assertEquals(0.772928465, out.values().get(0, 1), 6e-8);
        slope(out, 0, 0.01f);
        slope(out, 1, 0.99f);
        second.inputGradient(state, Share.ALL);
        second.update(state, Share.ALL);
        first.update(state, Share.ALL);
        assertWeights(second, 0.35891648, 0.408666186, 0.511301270, 0.561370121);
        assertWeights(first, 0.149780716, 0.19956143, 0.24975114, 0.29950229);
    }

    /** Mazur's w1 and w2 lead to the first neuron, w3 and w4 to the second. */
    private DenseLayer layer(Signal in, Signal out, float w1, float w2, float w3, float w4, float bias) {
        DenseLayer layer = new DenseLayer("dense", in, out, new Descent(), kernels, store);
        layer.parameters().get(0).values().setRowMajor(new float[] {w1, w3, w2, w4});
        layer.parameters().get(1).values().setRowMajor(new float[] {bias, bias});
        return layer;
    }

    private static void slope(Signal out, int neuron, float target) {
        float a = out.values().get(0, neuron);
        float slope = (a - target) * a * (1 - a);
        out.slopes().set(0, neuron, slope);
        out.turned().set(neuron, 0, slope);
    }

    private static void assertWeights(DenseLayer layer, double w1, double w2, double w3, double w4) {
        float[] weights = layer.parameters().get(0).values().toRowMajor();
        assertEquals(w1, weights[0], FLOAT);
        assertEquals(w2, weights[2], FLOAT);
        assertEquals(w3, weights[1], FLOAT);
        assertEquals(w4, weights[3], FLOAT);
    }
}
