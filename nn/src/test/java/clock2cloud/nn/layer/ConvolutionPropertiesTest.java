package clock2cloud.nn.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import clock2cloud.nn.kernel.Planes;
import clock2cloud.nn.kernel.ScalarKernels;
import clock2cloud.nn.kernel.Store;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A convolution, its two gradients, and pooling beside the naive loops, for random shapes, by the fast and by the plain kernels. */
class ConvolutionPropertiesTest {
    private static final int SEED = 5;

    /** A convolution at random and all that flows around it. */
    private static final class Case {
        final int images;
        final int size;
        final int padding;
        final PictureSignal in;
        final PictureSignal out;
        final ConvolutionLayer layer;
        final StepState state = new StepState();

        Case(int images, ImageShape shape, int filters, int size, int padding, boolean packed, Kernels kernels) {
            this.images = images;
            this.size = size;
            this.padding = padding;
            Store store = new Store();
            int lost = size - 1 - 2 * padding;
            ImageShape made = new ImageShape(shape.width() - lost, shape.height() - lost, filters);
            in = new PictureSignal(images, shape, Activation.IDENTITY, padding, packed, store);
            out = new PictureSignal(images, made, Activation.IDENTITY, 0, !packed, store);
            layer = new ConvolutionLayer("conv", size, padding, in, out, new Descent(), kernels, store, 3);
            scatter(in.values(), images, 1);
            scatter(out.slopes(), images, 2);
            layer.parameters().forEach(parameter -> scatter(parameter.values()));
            state.train(images, 0, 1);
        }

        float weight(int tap, int channel, int filter) {
            return weights().get(tap * in.shape().channels() + channel, filter);
        }

        Panels weights() {
            return layer.parameters().get(0).values();
        }

        Panels biases() {
            return layer.parameters().get(1).values();
        }

        /** The value that the window at (y, x) sees at a tap; zero in the padding. */
        double seen(int image, int channel, int y, int x, int tap) {
            int line = y + tap / size - padding;
            int column = x + tap % size - padding;
            boolean inside = line >= 0
                    && line < in.shape().height()
                    && column >= 0
                    && column < in.shape().width();
            return inside ? in.values().get(image, channel, line, column) : 0;
        }
    }

    private static void scatter(Planes planes, int images, int seed) {
        SplittableRandom dice = new SplittableRandom(SEED + seed);
        for (int image = 0; image < images; image++) {
            for (int c = 0; c < planes.channels(); c++) {
                for (int y = 0; y < planes.height(); y++) {
                    for (int x = 0; x < planes.width(); x++) {
                        planes.set(image, c, y, x, (float) dice.nextDouble(-1, 1));
                    }
                }
            }
        }
    }

    private static void scatter(Panels values) {
        SplittableRandom dice = new SplittableRandom(values.columns());
        for (int r = 0; r < values.rows(); r++) {
            for (int c = 0; c < values.columns(); c++) {
                values.set(r, c, (float) dice.nextDouble(-1, 1));
            }
        }
    }

    private static Kernels kernels(boolean fast) {
        return fast ? FastKernels.here() : new ScalarKernels();
    }

    @Property(tries = 60)
    void forwardIsTheSixLoops(
            @ForAll @IntRange(min = 5, max = 9) int width,
            @ForAll @IntRange(min = 5, max = 7) int height,
            @ForAll @IntRange(min = 1, max = 9) int channels,
            @ForAll @IntRange(min = 1, max = 37) int filters,
            @ForAll @IntRange(min = 1, max = 5) int size,
            @ForAll @IntRange(min = 1, max = 35) int images,
            @ForAll boolean padded,
            @ForAll boolean fast) {
        ImageShape shape = new ImageShape(width, height, channels);
        Case one = new Case(images, shape, filters, size, padded ? size / 2 : 0, filters % 2 == 0, kernels(fast));
        for (int worker = 0; worker < 3; worker++) {
            one.layer.forward(one.state, new Share(worker, 3));
        }
        int image = images - 1;
        for (int f = 0; f < filters; f++) {
            for (int y = 0; y < one.out.shape().height(); y++) {
                for (int x = 0; x < one.out.shape().width(); x++) {
                    double sum = one.biases().get(0, f);
                    for (int c = 0; c < channels; c++) {
                        for (int tap = 0; tap < size * size; tap++) {
                            sum += one.seen(image, c, y, x, tap) * one.weight(tap, c, f);
                        }
                    }
                    assertEquals(sum, one.out.values().get(image, f, y, x), 1e-4);
                }
            }
        }
    }

    @Property(tries = 60)
    void theInputGradientIsTheSixLoops(
            @ForAll @IntRange(min = 5, max = 8) int width,
            @ForAll @IntRange(min = 5, max = 7) int height,
            @ForAll @IntRange(min = 1, max = 35) int channels,
            @ForAll @IntRange(min = 1, max = 9) int filters,
            @ForAll @IntRange(min = 1, max = 5) int size,
            @ForAll @IntRange(min = 1, max = 35) int images,
            @ForAll boolean padded,
            @ForAll boolean fast) {
        ImageShape shape = new ImageShape(width, height, channels);
        Case one = new Case(images, shape, filters, size, padded ? size / 2 : 0, channels % 2 == 0, kernels(fast));
        one.layer.forward(one.state, Share.ALL);
        for (int worker = 0; worker < 3; worker++) {
            one.layer.inputGradient(one.state, new Share(worker, 3));
        }
        int image = images / 2;
        double[] expected = new double[shape.features()];
        for (int y = 0; y < one.out.shape().height(); y++) {
            for (int x = 0; x < one.out.shape().width(); x++) {
                for (int tap = 0; tap < size * size; tap++) {
                    int line = y + tap / size - one.padding;
                    int column = x + tap % size - one.padding;
                    if (line < 0 || line >= height || column < 0 || column >= width) {
                        continue;
                    }
                    for (int c = 0; c < channels; c++) {
                        for (int f = 0; f < filters; f++) {
                            expected[(c * height + line) * width + column] +=
                                    (double) one.out.slopes().get(image, f, y, x) * one.weight(tap, c, f);
                        }
                    }
                }
            }
        }
        for (int i = 0; i < expected.length; i++) {
            float slope = one.in.slopes().get(image, i / (width * height), i / width % height, i % width);
            assertEquals(expected[i], slope, 1e-4);
        }
    }

    /** What an earlier, larger batch left in the half of a panel that a batch of at most 16 does not fill changes nothing. */
    @Property(tries = 40)
    void anEmptyHalfIsNotRead(
            @ForAll @IntRange(min = 5, max = 8) int width,
            @ForAll @IntRange(min = 1, max = 9) int channels,
            @ForAll @IntRange(min = 1, max = 20) int filters,
            @ForAll @IntRange(min = 1, max = 16) int images,
            @ForAll boolean padded,
            @ForAll boolean fast) {
        ImageShape shape = new ImageShape(width, 6, channels);
        Case[] cases = new Case[2];
        for (int i = 0; i < 2; i++) {
            cases[i] = new Case(images, shape, filters, 3, padded ? 1 : 0, false, kernels(fast));
            if (i == 1) {
                leave(cases[i].in.values());
                leave(cases[i].out.slopes());
            }
            cases[i].layer.forward(cases[i].state, Share.ALL);
            cases[i].layer.inputGradient(cases[i].state, Share.ALL);
            cases[i].layer.update(cases[i].state, Share.ALL);
        }
        assertArrayEquals(cases[0].weights().toRowMajor(), cases[1].weights().toRowMajor());
        assertArrayEquals(cases[0].biases().toRowMajor(), cases[1].biases().toRowMajor());
        int last = images - 1;
        for (int x = 0; x < width; x++) {
            assertEquals(
                    cases[0].in.slopes().get(last, 0, 1, x),
                    cases[1].in.slopes().get(last, 0, 1, x));
        }
        for (int x = 0; x < cases[0].out.shape().width(); x++) {
            assertEquals(
                    cases[0].out.values().get(last, 0, 1, x),
                    cases[1].out.values().get(last, 0, 1, x));
        }
    }

    private static void leave(Planes planes) {
        for (int image = 16; image < 32; image++) {
            for (int c = 0; c < planes.channels(); c++) {
                for (int y = 0; y < planes.height(); y++) {
                    for (int x = 0; x < planes.width(); x++) {
                        planes.set(image, c, y, x, 7f);
                    }
                }
            }
        }
    }

    @Property(tries = 60)
    void theUpdateIsTheSixLoops(
            @ForAll @IntRange(min = 5, max = 8) int width,
            @ForAll @IntRange(min = 5, max = 7) int height,
            @ForAll @IntRange(min = 1, max = 9) int channels,
            @ForAll @IntRange(min = 1, max = 37) int filters,
            @ForAll @IntRange(min = 1, max = 5) int size,
            @ForAll @IntRange(min = 1, max = 35) int images,
            @ForAll boolean padded,
            @ForAll boolean fast) {
        ImageShape shape = new ImageShape(width, height, channels);
        Case one = new Case(images, shape, filters, size, padded ? size / 2 : 0, filters % 2 == 0, kernels(fast));
        float[] before = one.weights().toRowMajor();
        float[] biasBefore = one.biases().toRowMajor();
        for (int worker = 0; worker < 3; worker++) {
            one.layer.update(one.state, new Share(worker, 3));
        }
        for (int f = 0; f < filters; f++) {
            double biasSum = 0;
            double[] sums = new double[size * size * channels];
            for (int image = 0; image < images; image++) {
                for (int y = 0; y < one.out.shape().height(); y++) {
                    for (int x = 0; x < one.out.shape().width(); x++) {
                        double slope = one.out.slopes().get(image, f, y, x);
                        biasSum += slope;
                        for (int r = 0; r < sums.length; r++) {
                            sums[r] += slope * one.seen(image, r % channels, y, x, r / channels);
                        }
                    }
                }
            }
            assertEquals(biasBefore[f] - biasSum / images, one.biases().get(0, f), 1e-4);
            for (int r = 0; r < sums.length; r++) {
                assertEquals(
                        before[r * filters + f] - sums[r] / images,
                        one.weights().get(r, f),
                        1e-4);
            }
        }
    }

    @Property(tries = 40)
    void poolingIsTheNaiveLoops(
            @ForAll @IntRange(min = 4, max = 9) int width,
            @ForAll @IntRange(min = 4, max = 9) int height,
            @ForAll @IntRange(min = 1, max = 9) int channels,
            @ForAll @IntRange(min = 2, max = 4) int size,
            @ForAll @IntRange(min = 1, max = 35) int images,
            @ForAll boolean largest,
            @ForAll boolean fast) {
        Store store = new Store();
        ImageShape shape = new ImageShape(width, height, channels);
        ImageShape made = new ImageShape(width / size, height / size, channels);
        PictureSignal in = new PictureSignal(images, shape, Activation.IDENTITY, 1, false, store);
        PictureSignal out = new PictureSignal(images, made, Activation.IDENTITY, 0, true, store);
        PoolingLayer layer = new PoolingLayer(size, largest, in, out, kernels(fast));
        scatter(in.values(), images, 3);
        scatter(in.slopes(), images, 4);
        scatter(out.slopes(), images, 5);
        Planes before = new Planes(images, made.width(), made.height(), channels, 0, true, store);
        scatter(before, images, 5);
        StepState state = new StepState();
        state.train(images, 0, 1);
        layer.forward(state, Share.ALL);
        for (int worker = 0; worker < 3; worker++) {
            layer.inputGradient(state, new Share(worker, 3));
        }
        int image = images - 1;
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    boolean covered = y / size < made.height() && x / size < made.width();
                    double slope = covered ? before.get(image, c, y / size, x / size) : 0;
                    double share = covered && (!largest || isLargest(in.values(), image, c, y, x, size)) ? 1 : 0;
                    assertEquals(
                            slope * (largest ? share : share / (size * size)),
                            in.slopes().get(image, c, y, x),
                            1e-6);
                }
            }
            assertEquals(
                    pooled(in.values(), image, c, size, largest), out.values().get(image, c, 0, 0), 1e-6);
        }
    }

    private static boolean isLargest(Planes values, int image, int channel, int y, int x, int size) {
        for (int i = 0; i < size * size; i++) {
            int line = y / size * size + i / size;
            if (values.get(image, channel, line, x / size * size + i % size) > values.get(image, channel, y, x)) {
                return false;
            }
        }
        return true;
    }

    private static double pooled(Planes values, int image, int channel, int size, boolean largest) {
        double result = largest ? -2 : 0;
        for (int i = 0; i < size * size; i++) {
            float value = values.get(image, channel, i / size, i % size);
            result = largest ? Math.max(result, value) : result + value / (size * size);
        }
        return result;
    }
}
