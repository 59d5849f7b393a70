package clock2cloud.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clock2cloud.nn.LayerShape.Convolution;
import clock2cloud.nn.LayerShape.Dense;
import clock2cloud.nn.LayerShape.Dropout;
import clock2cloud.nn.LayerShape.Flatten;
import clock2cloud.nn.LayerShape.Pooling;
import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import clock2cloud.nn.kernel.ScalarKernels;
import clock2cloud.nn.layer.Cost;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConvolutionTest {
    private static final Kernels KERNELS = FastKernels.here();

    static Stream<Net> nets() {
        return Stream.of(
                net(Activation.TANH, new Convolution(3, 3, 1, Activation.TANH), new Pooling(2, false), new Flatten()),
                net(Activation.TANH, new Convolution(3, 3, 0, Activation.SIGMOID), new Pooling(2, true), new Flatten()),
                net(
                        Activation.TANH,
                        new Convolution(35, 2, 0, Activation.TANH),
                        new Convolution(4, 3, 1, Activation.SIGMOID),
                        new Pooling(2, true),
                        new Flatten()),
                net(
                        Activation.SIGMOID,
                        new Convolution(2, 3, 2, Activation.LEAKY_RELU),
                        new Dropout(0),
                        new Flatten()));
    }

    private static Net net(Activation hidden, LayerShape... first) {
        List<LayerShape> layers = new java.util.ArrayList<>(List.of(first));
        layers.add(new Dense(6, hidden));
        layers.add(new Dense(3, Activation.SOFTMAX));
        return new Net(new ImageShape(7, 6, 2), layers, Cost.CROSS_ENTROPY);
    }

    private static DataSet pictures(Net net, int rows) {
        DataSet flat = Sets.pixels(rows, net.inputs(), net.classes(), 9);
        return DataSet.ofPixels(net.input(), flat.pixels(), flat.labels(), Collections.nCopies(net.classes(), "class"));
    }

    /** The step divided by the rate, beside (C(w + h) − C(w − h)) / 2h. */
    @ParameterizedTest
    @MethodSource("nets")
    void gradientsAreTheSlopesOfTheCost(Net net) {
        DataSet data = pictures(net, 5);
        try (Trainer moved = new Trainer(net, Settings.of(5, 1, 4), KERNELS);
                Trainer still = new Trainer(net, Settings.of(5, 1, 4), KERNELS)) {
            moved.epoch(data, data, () -> 0L);
            for (int p = 0; p < still.parameters().size(); p++) {
                Panels values = still.parameters().get(p).values();
                for (int i = 0; i < values.rows() * values.columns(); i += 1 + values.rows() * values.columns() / 15) {
                    int row = i / values.columns();
                    int column = i % values.columns();
                    double stepped = values.get(row, column)
                            - moved.parameters().get(p).values().get(row, column);
                    assertEquals(slope(still, data, values, row, column), stepped, 1.5e-3, "parameter " + p);
                }
            }
        }
    }

    private static double slope(Trainer trainer, DataSet data, Panels values, int row, int column) {
        float kept = values.get(row, column);
        values.set(row, column, kept + 2e-3f);
        double above = trainer.evaluate(data).loss();
        values.set(row, column, kept - 2e-3f);
        double below = trainer.evaluate(data).loss();
        values.set(row, column, kept);
        return (above - below) / 4e-3;
    }

    @Test
    void threadsKernelsAndDropoutDoNotChangeOneBit() {
        Net net = net(
                Activation.RELU,
                new Convolution(33, 3, 1, Activation.RELU),
                new Convolution(20, 3, 1, Activation.RELU),
                new Pooling(2, true),
                new Dropout(0.3),
                new Flatten());
        DataSet data = pictures(net, 90);
        List<float[]> one = trained(net, data, 1, new ScalarKernels());
        for (int threads = 1; threads <= 3; threads++) {
            List<float[]> more = trained(net, data, threads, KERNELS);
            for (int p = 0; p < one.size(); p++) {
                assertArrayEquals(one.get(p), more.get(p), threads + " threads, parameter " + p);
            }
        }
    }

    private static List<float[]> trained(Net net, DataSet data, int threads, Kernels kernels) {
        try (Trainer trainer = new Trainer(net, Settings.of(32, 0.1, 5).withThreads(threads), kernels)) {
            trainer.train(data, data, 2, () -> 0L, epoch -> {});
            return trainer.parameters().stream()
                    .map(parameter -> parameter.values().toRowMajor())
                    .toList();
        }
    }

    /** By hand: 5·5·6 + 6, 150·16 + 16, 400·120 + 120, 120·84 + 84, 84·10 + 10. */
    @Test
    void publishedNetsHaveTheirPublishedSizes() {
        assertEquals(156 + 2_416 + 48_120 + 10_164 + 850, KnownNets.lenet5().parameters());
        assertEquals(1_199_882, KnownNets.mnistCnn().parameters());
        assertEquals(1_250_858, KnownNets.cifar10Cnn().parameters());
    }

    @Test
    void netsThatDoNotFitTogetherAreRefused() {
        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class, () -> net(Activation.RELU, new Convolution(3, 3, 0, Activation.RELU)));
        assertEquals("layer 2: a dense layer takes rows: put flatten before it", thrown.getMessage());
        assertThrows(IllegalArgumentException.class, () -> net(Activation.RELU, new Pooling(2, true)));
        assertThrows(
                IllegalArgumentException.class,
                () -> net(Activation.RELU, new Convolution(3, 9, 0, Activation.RELU), new Flatten()));
    }
}
