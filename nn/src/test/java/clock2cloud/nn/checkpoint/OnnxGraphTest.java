package clock2cloud.nn.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import clock2cloud.nn.checkpoint.OnnxGraph.Attribute;
import java.nio.FloatBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What we write is run by ONNX Runtime 1.29.0. */
final class OnnxGraphTest {
    @Test
    void protobufFollowsItsDocumentation() {
        // The manual's own examples: field 1 = 150 is 08 96 01; field 2 = "testing" is 12 07 74 65 73 74 69 6e 67.
        assertEquals("089601", hex(new Protobuf().number(1, 150)));
        assertEquals("120774657374696e67", hex(new Protobuf().text(2, "testing")));
        assertEquals("1a03089601", hex(new Protobuf().message(3, new Protobuf().number(1, 150))));
        assertEquals("250000c03f", hex(new Protobuf().real(4, 1.5f)));
        assertEquals("08ffffffffffffffffff01", hex(new Protobuf().number(1, -1)));
    }

    @Test
    void everyActivationAndADenseLayerAgree() throws OrtException {
        float[] weights = {1, -2, 0.5f, 3, -1, 2}; // 3 × 2
        float[] bias = {0.25f, -0.75f};
        float[] x = {1, 2, 3, -1, 0.5f, 0};
        // x W + b by hand: (1 + 1 - 3 + .25, -2 + 6 + 6 - .75), (-1 + .25 + .25, 2 + 1.5 - .75)
        float[] z = {-0.75f, 9.25f, -0.5f, 2.75f};
        check(z, dense(weights, bias), x);
        check(map(z, v -> Math.max(v, 0)), dense(weights, bias).then("Relu", List.of()), x);
        check(
                map(z, v -> v < 0 ? 0.01 * v : v),
                dense(weights, bias).then("LeakyRelu", List.of(), Attribute.of("alpha", 0.01f)),
                x);
        check(map(z, v -> 1 / (1 + Math.exp(-v))), dense(weights, bias).then("Sigmoid", List.of()), x);
        check(map(z, Math::tanh), dense(weights, bias).then("Tanh", List.of()), x);
        float[] softmax = {
            (float) (1 / (1 + Math.exp(10))), (float) (1 / (1 + Math.exp(-10))),
            (float) (1 / (1 + Math.exp(3.25))), (float) (1 / (1 + Math.exp(-3.25)))
        };
        check(softmax, dense(weights, bias).then("Softmax", List.of(), Attribute.of("axis", -1)), x);
    }

    @Test
    void aConvolutionAgreesWithTheSixLoops() throws OrtException {
        SplittableRandom random = new SplittableRandom(3);
        float[] x = random(random, 2 * 2 * 5 * 4);
        float[] kernel = random(random, 3 * 2 * 3 * 3);
        float[] bias = random(random, 3);
        OnnxGraph graph = new OnnxGraph("conv", List.of(2, 5, 4))
                .constant(new Tensor("w", List.of(3, 2, 3, 3), kernel))
                .constant(new Tensor("b", List.of(3), bias))
                .then("Conv", List.of("w", "b"), Attribute.of("kernel_shape", List.of(3, 3)))
                .then("Flatten", List.of());
        float[] expected = new float[2 * 3 * 3 * 2];
        int at = 0;
        for (int n = 0; n < 2; n++) {
            for (int c = 0; c < 3; c++) {
                for (int i = 0; i < 6; i++) {
                    double sum = bias[c];
                    for (int k = 0; k < 18; k++) {
                        int row = i / 2 + k / 3 % 3;
                        int column = i % 2 + k % 3;
                        sum += kernel[c * 18 + k] * x[((n * 2 + k / 9) * 5 + row) * 4 + column];
                    }
                    expected[at++] = (float) sum;
                }
            }
        }
        assertArrayEquals(expected, run(graph.model(18), x, new long[] {2, 2, 5, 4}), 1e-5f);
    }

    @Test
    void constantsMayBeShapes() throws OrtException {
        OnnxGraph graph = new OnnxGraph("reshape", List.of(4))
                .constant("shape", List.of(-1, 2))
                .then("Reshape", List.of("shape"))
                .then("Flatten", List.of());
        float[] x = {1, 2, 3, 4};
        assertArrayEquals(x, run(graph.model(2), x, new long[] {1, 4}));
    }

    private static OnnxGraph dense(float[] weights, float[] bias) {
        return new OnnxGraph("dense", List.of(3))
                .constant(new Tensor("w", List.of(3, 2), weights))
                .constant(new Tensor("b", List.of(2), bias))
                .then("Gemm", List.of("w", "b"));
    }

    private static void check(float[] expected, OnnxGraph graph, float[] x) throws OrtException {
        assertArrayEquals(expected, run(graph.model(2), x, new long[] {2, 3}), 1e-6f);
    }

    private static float[] run(byte[] model, float[] x, long[] shape) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(model);
                OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(x), shape);
                OrtSession.Result result = session.run(Map.of("input", input))) {
            FloatBuffer buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] values = new float[buffer.remaining()];
            buffer.get(values);
            return values;
        }
    }

    private static float[] map(float[] z, java.util.function.DoubleUnaryOperator f) {
        float[] y = new float[z.length];
        for (int i = 0; i < z.length; i++) {
            y[i] = (float) f.applyAsDouble(z[i]);
        }
        return y;
    }

    private static float[] random(SplittableRandom random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return values;
    }

    private static String hex(Protobuf message) {
        return HexFormat.of().formatHex(message.toBytes());
    }
}
