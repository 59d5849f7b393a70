package clock2cloud.app.story.host;

import clock2cloud.nn.LayerShape;
import clock2cloud.nn.Net;
import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.layer.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The nets that a calibration times: the corners of the region of use, many drawn inside it, and some with each optimiser. */
final class Design {
    private static final long SEED = 7;
    private static final int GROUPS = 2;
    private static final int QUICK_NETS = 10;
    private static final int FULL_NETS = 44;
    private static final int QUICK_CONVOLUTIONAL = 3;
    private static final int FULL_CONVOLUTIONAL = 14;
    private static final List<String> RULES = List.of("momentum", "nesterov", "rmsprop", "adam");

    private Design() {}

    private static List<SampledNet> corners() {
        Activation f = Activation.RELU;
        return List.of(
                SampledNet.of(10, f, 784, 30, 10),
                SampledNet.of(500, f, 784, 30, 10),
                SampledNet.of(12, f, 784, 2000, 10),
                SampledNet.of(480, f, 784, 2000, 10),
                SampledNet.of(11, f, 784, 32, 32, 32, 32, 10),
                SampledNet.of(500, f, 784, 30, 30, 30, 10),
                SampledNet.of(14, f, 784, 1900, 1900, 1900, 10),
                SampledNet.of(64, f, 784, 1200, 1200, 1200, 1200, 10),
                SampledNet.of(250, f, 784, 700, 700, 10),
                SampledNet.of(100, f, 784, 1000, 1000, 10),
                SampledNet.of(24, f, 784, 600, 600, 600, 10),
                SampledNet.of(40, f, 784, 2000, 60, 10),
                SampledNet.of(convolutional(new ImageShape(20, 20, 1), 6, 10, 60), 32, "sgd"),
                SampledNet.of(convolutional(new ImageShape(32, 32, 3), 32, 48, 256), 64, "sgd"));
    }

    /** A net that has every kind of layer. */
    private static Net convolutional(ImageShape pictures, int first, int second, int neurons) {
        return new Net(
                pictures,
                List.of(
                        new LayerShape.Convolution(first, 3, 1, Activation.RELU),
                        new LayerShape.Convolution(second, 3, 0, Activation.RELU),
                        new LayerShape.Pooling(2, true),
                        new LayerShape.Dropout(0.25),
                        new LayerShape.Flatten(),
                        new LayerShape.Dense(neurons, Activation.RELU),
                        new LayerShape.Dropout(0.5),
                        new LayerShape.Dense(10, Activation.SOFTMAX)),
                Cost.CROSS_ENTROPY);
    }

    /** A small design, in one process: corners and a few inside, plain descent only. */
    static List<List<SampledNet>> quick() {
        return groups(QUICK_NETS, QUICK_CONVOLUTIONAL, 1);
    }

    /** The whole design, in groups that are each timed in a process of their own, with something of everything in each. */
    static List<List<SampledNet>> full() {
        List<List<SampledNet>> groups = groups(FULL_NETS, FULL_CONVOLUTIONAL, GROUPS);
        for (int i = 0; i < RULES.size(); i++) {
            groups.get(i % GROUPS).addAll(withRule(RULES.get(i)));
        }
        return groups;
    }

    private static List<List<SampledNet>> groups(int nets, int convolutional, int count) {
        List<SampledNet> all = new ArrayList<>(corners());
        NetSampler sampler = NetSampler.ofCalibration(new SplittableRandom(SEED));
        all.addAll(sampler.draw(nets));
        all.addAll(sampler.drawConvolutional(convolutional));
        List<List<SampledNet>> groups = new ArrayList<>();
        for (int group = 0; group < count; group++) {
            groups.add(new ArrayList<>());
        }
        for (int i = 0; i < all.size(); i++) {
            groups.get(i % count).add(all.get(i));
        }
        return groups;
    }

    private static List<SampledNet> withRule(String name) {
        return List.of(
                SampledNet.of(32, Activation.RELU, 784, 50, 10).with(name),
                SampledNet.of(64, Activation.RELU, 784, 400, 150, 10).with(name),
                SampledNet.of(48, Activation.RELU, 784, 1500, 700, 10).with(name));
    }
}
