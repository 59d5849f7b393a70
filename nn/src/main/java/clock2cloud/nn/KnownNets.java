package clock2cloud.nn;

import static clock2cloud.nn.kernel.Activation.RELU;
import static clock2cloud.nn.kernel.Activation.SOFTMAX;

import clock2cloud.nn.LayerShape.Convolution;
import clock2cloud.nn.LayerShape.Dense;
import clock2cloud.nn.LayerShape.Dropout;
import clock2cloud.nn.LayerShape.Flatten;
import clock2cloud.nn.LayerShape.Pooling;
import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.layer.Cost;
import java.util.List;

/** Convolutional nets that others have published. */
public final class KnownNets {
    private KnownNets() {}

    /** LeCun, Bottou, Bengio and Haffner (1998), figure 2, with rectifiers, largest-value pooling and softmax. */
    public static Net lenet5() {
        return new Net(
                new ImageShape(28, 28, 1),
                List.of(
                        new Convolution(6, 5, 2, RELU),
                        new Pooling(2, true),
                        new Convolution(16, 5, 0, RELU),
                        new Pooling(2, true),
                        new Flatten(),
                        new Dense(120, RELU),
                        new Dense(84, RELU),
                        new Dense(10, SOFTMAX)),
                Cost.CROSS_ENTROPY);
    }

    /** Keras's example {@code mnist_cnn.py} (2015 to 2020). */
    public static Net mnistCnn() {
        return new Net(
                new ImageShape(28, 28, 1),
                List.of(
                        new Convolution(32, 3, 0, RELU),
                        new Convolution(64, 3, 0, RELU),
                        new Pooling(2, true),
                        new Dropout(0.25),
                        new Flatten(),
                        new Dense(128, RELU),
                        new Dropout(0.5),
                        new Dense(10, SOFTMAX)),
                Cost.CROSS_ENTROPY);
    }

    /** Keras's example {@code cifar10_cnn.py} (2015 to 2020). */
    public static Net cifar10Cnn() {
        return new Net(
                new ImageShape(32, 32, 3),
                List.of(
                        new Convolution(32, 3, 1, RELU),
                        new Convolution(32, 3, 0, RELU),
                        new Pooling(2, true),
                        new Dropout(0.25),
                        new Convolution(64, 3, 1, RELU),
                        new Convolution(64, 3, 0, RELU),
                        new Pooling(2, true),
                        new Dropout(0.25),
                        new Flatten(),
                        new Dense(512, RELU),
                        new Dropout(0.5),
                        new Dense(10, SOFTMAX)),
                Cost.CROSS_ENTROPY);
    }
}
