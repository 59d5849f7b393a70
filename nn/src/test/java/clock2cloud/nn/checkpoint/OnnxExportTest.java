package clock2cloud.nn.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import clock2cloud.nn.KnownNets;
import clock2cloud.nn.LayerShape;
import clock2cloud.nn.Net;
import clock2cloud.nn.Settings;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.data.Mnist;
import clock2cloud.nn.data.TrainTest;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import clock2cloud.nn.layer.Cost;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ONNX Runtime 1.29.0 gives what we give, within 1e-5, on the first 1,000 test digits. */
final class OnnxExportTest {
    private static final TrainTest MNIST = Mnist.load();

    static Stream<Net> nets() {
        Net averaging = new Net(
                new ImageShape(28, 28, 1),
                List.of(
                        new LayerShape.Convolution(5, 3, 1, Activation.TANH),
                        new LayerShape.Pooling(3, false),
                        new LayerShape.Convolution(7, 4, 0, Activation.RELU),
                        new LayerShape.Dropout(0.2),
                        new LayerShape.Flatten(),
                        new LayerShape.Dense(10, Activation.SOFTMAX)),
                Cost.CROSS_ENTROPY);
        return Stream.concat(
                Stream.of(Activation.SIGMOID, Activation.TANH, Activation.RELU, Activation.LEAKY_RELU)
                        .map(activation -> Net.dense(activation, 784, 32, 20, 10)),
                Stream.of(KnownNets.lenet5(), averaging));
    }

    @ParameterizedTest
    @MethodSource("nets")
    void agrees(Net net) throws OrtException {
        DataSet images = MNIST.test().first(1000);
        try (Trainer trainer = new Trainer(net, Settings.of(10, 0.1, 1), FastKernels.here())) {
            trainer.epoch(MNIST.train().first(1000), images, () -> 0);
            byte[] model = OnnxExport.model(SavedTraining.of(trainer, Map.of(), Map.of()));
            assertArrayEquals(trainer.outputs(images), run(model, images), 1e-5f);
        }
    }

    private static float[] run(byte[] model, DataSet images) throws OrtException {
        float[] x = new float[images.rows() * images.features()];
        for (int row = 0; row < images.rows(); row++) {
            images.copyRow(row, x, row * images.features());
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape = {images.rows(), images.features()};
        try (OrtSession session = environment.createSession(model);
                OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(x), shape);
                OrtSession.Result result = session.run(Map.of("input", input))) {
            assertEquals(1, result.size());
            FloatBuffer buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] values = new float[buffer.remaining()];
            buffer.get(values);
            return values;
        }
    }
}
