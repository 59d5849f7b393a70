package clock2cloud.app.story.host;

import clock2cloud.nn.Work;
import clock2cloud.nn.kernel.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws nets as people train them: 1 to 4 hidden layers of 30 to 2,048 neurons, batches of 10 to 512, spread evenly over the
 * logarithms; most on images of 784 pixels.
 */
public final class NetSampler {
    private static final int[] OTHER_INPUTS = {16, 3072};

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
        return new NetSampler(new int[] {10, 2300}, new int[] {8, 560}, 1.2e10, 0.7, random);
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
        sizes.add(images ? 784 : between(OTHER_INPUTS));
        int hidden = 1 + random.nextInt(4);
        boolean even = random.nextDouble() < 0.4;
        int width = between(widths);
        for (int i = 0; i < hidden; i++) {
            sizes.add(even ? width : between(widths));
        }
        sizes.add(onImages == 1 || random.nextDouble() < 0.8 ? 10 : between(new int[] {2, 100}));
        double which = random.nextDouble();
        Activation activation = which < 0.7 ? Activation.RELU : which < 0.85 ? Activation.SIGMOID : Activation.TANH;
        return new SampledNet(sizes, activation, between(batches), "sgd");
    }

    private int between(int[] range) {
        return (int) Math.round(range[0] * Math.pow(range[1] / (double) range[0], random.nextDouble()));
    }
}
