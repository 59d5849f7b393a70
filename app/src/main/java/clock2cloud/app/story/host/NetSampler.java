package clock2cloud.app.story.host;

import clock2cloud.nn.KnownNets;
import clock2cloud.nn.LayerShape;
import clock2cloud.nn.Net;
import clock2cloud.nn.Work;
import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.layer.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws nets as people train them: 1 to 4 hidden layers of 30 to 2,048 neurons, batches of 10 to 512, spread evenly over the
 * logarithms; most on images of 784 pixels.
 */
public final class NetSampler {
    private static final int[] OTHER_INPUTS = {16, 60, 250, 1000, 3072};
    private static final double PUBLISHED = 0.5;

    private final int[] widths;
    private final int[] batches;
    private final double mostFlops;
    private final double onImages;
    private final RandomGenerator random;

    private NetSampler(int[] widths, int[] batches, double mostFlops, double onImages, RandomGenerator random) {
        this.widths = widths;
        this.batches = batches;
        this.mostFlops = mostFlops;
        this.onImages = onImages;
        this.random = random;
    }

    /** Nets to forecast, all for MNIST. */
    public static NetSampler ofTests(RandomGenerator random) {
        return new NetSampler(new int[] {30, 2048}, new int[] {10, 512}, 2.5e10, 1, random);
    }

    /** Nets to learn from: a little past the range on all sides. */
    static NetSampler ofCalibration(RandomGenerator random) {
        return new NetSampler(new int[] {10, 2300}, new int[] {8, 560}, 8e9, 0.7, random);
    }

    /** So many nets, none of them too large to be timed in seconds. */
    public List<SampledNet> draw(int count) {
        List<SampledNet> nets = new ArrayList<>();
        while (nets.size() < count) {
            SampledNet net = draw();
            if (Work.of(net.net(), net.batch()).flopsPerStep() < mostFlops) {
                nets.add(net);
            }
        }
        return nets;
    }

    private SampledNet draw() {
        List<Integer> sizes = new ArrayList<>();
        boolean images = random.nextDouble() < onImages;
        sizes.add(images ? 784 : OTHER_INPUTS[random.nextInt(OTHER_INPUTS.length)]);
        int hidden = 1 + random.nextInt(4);
        boolean even = random.nextDouble() < 0.4;
        int width = between(widths);
        for (int i = 0; i < hidden; i++) {
            sizes.add(even ? width : between(widths));
        }
        sizes.add(onImages == 1 || random.nextDouble() < 0.8 ? 10 : between(new int[] {2, 100}));
        double which = random.nextDouble();
        Activation activation = which < 0.7 ? Activation.RELU : which < 0.85 ? Activation.SIGMOID : Activation.TANH;
        return SampledNet.of(
                between(batches),
                activation,
                sizes.stream().mapToInt(Integer::intValue).toArray());
    }

    /** As {@link #draw(int)}, with one to four convolutions before one dense layer: as in the examples that people start from. */
    List<SampledNet> drawConvolutional(int count) {
        List<SampledNet> nets = new ArrayList<>();
        while (nets.size() < count) {
            SampledNet net = drawConvolutional();
            if (Work.of(net.net(), net.batch()).flopsPerStep() < mostFlops / 5) {
                nets.add(net);
            }
        }
        return nets;
    }

    private SampledNet drawConvolutional() {
        if (onImages == 1 && random.nextDouble() < PUBLISHED) {
            return SampledNet.of(random.nextBoolean() ? KnownNets.lenet5() : KnownNets.mnistCnn(), batch(), "sgd");
        }
        List<LayerShape> layers = new ArrayList<>();
        int side = onImages == 1 ? KnownNets.lenet5().input().height() : between(new int[] {12, 36});
        int left = side;
        int filters = between(new int[] {4, 32});
        int convolutions = 1 + random.nextInt(4);
        for (int i = 0; i < convolutions && left > 6; i++) {
            int size = random.nextDouble() < 0.7 ? 3 : 5;
            boolean padded = random.nextBoolean();
            layers.add(new LayerShape.Convolution(filters, size, padded ? (size - 1) / 2 : 0, Activation.RELU));
            left -= padded ? 0 : size - 1;
            if (i + 1 == convolutions || random.nextBoolean()) {
                layers.add(new LayerShape.Pooling(2, true));
                left /= 2;
                filters = Math.min(80, (int) (filters * (1.2 + random.nextDouble())));
                if (random.nextBoolean()) {
                    layers.add(new LayerShape.Dropout(0.25));
                }
            }
        }
        layers.add(new LayerShape.Flatten());
        layers.add(new LayerShape.Dense(between(new int[] {30, 500}), Activation.RELU));
        if (random.nextBoolean()) {
            layers.add(new LayerShape.Dropout(0.5));
        }
        layers.add(new LayerShape.Dense(10, Activation.SOFTMAX));
        ImageShape pictures = new ImageShape(side, side, onImages == 1 || random.nextBoolean() ? 1 : 3);
        return SampledNet.of(new Net(pictures, layers, Cost.CROSS_ENTROPY), batch(), "sgd");
    }

    private int batch() {
        return between(new int[] {16, 320});
    }

    private int between(int[] range) {
        return (int) Math.round(range[0] * Math.pow(range[1] / (double) range[0], random.nextDouble()));
    }
}
