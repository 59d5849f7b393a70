package clock2cloud.nn;

import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.layer.Cost;
import java.util.ArrayList;
import java.util.List;

/** A net by its shape: what goes in, layer after layer, and the cost at its end. */
public record Net(ImageShape input, List<LayerShape> layers, Cost cost) {
    public Net {
        layers = List.copyOf(layers);
        if (layers.isEmpty() || !(layers.get(layers.size() - 1) instanceof LayerShape.Dense last)) {
            throw new IllegalArgumentException("a net must end with a dense layer, one neuron a class");
        }
        cost.requireFits(last.activation());
        requireFit(input, layers);
    }

    private static void requireFit(ImageShape input, List<LayerShape> layers) {
        boolean pixels = false;
        ImageShape shape = input;
        for (int i = 0; i < layers.size(); i++) {
            LayerShape layer = layers.get(i);
            boolean first = i == 0;
            if (layer instanceof LayerShape.Dense dense) {
                require(!pixels, i, "a dense layer takes rows: put flatten before it");
                require(
                        dense.activation() != Activation.SOFTMAX || i + 1 == layers.size(),
                        i,
                        "softmax belongs to the last layer");
            } else if (layer instanceof LayerShape.Convolution) {
                require(pixels || first, i, "a convolution takes pixels: put it first, or after pixels");
                pixels = true;
            } else if (layer instanceof LayerShape.Pooling) {
                require(pixels, i, "pooling follows a convolution");
            } else if (layer instanceof LayerShape.Flatten) {
                require(pixels, i, "there is nothing to flatten");
                pixels = false;
            } else {
                require(!first, i, "dropout follows another layer");
            }
            shape = layer.of(shape);
        }
    }

    private static void require(boolean holds, int layer, String message) {
        if (!holds) {
            throw new IllegalArgumentException("layer " + (layer + 1) + ": " + message);
        }
    }

    /** What goes into each layer, and at last what comes out. */
    public List<ImageShape> shapes() {
        List<ImageShape> shapes = new ArrayList<>();
        shapes.add(input);
        for (LayerShape layer : layers) {
            shapes.add(layer.of(shapes.get(shapes.size() - 1)));
        }
        return shapes;
    }

    /** Weights and biases in all. */
    public long parameters() {
        long sum = 0;
        List<ImageShape> shapes = shapes();
        for (int i = 0; i < layers.size(); i++) {
            ImageShape in = shapes.get(i);
            if (layers.get(i) instanceof LayerShape.Dense dense) {
                sum += (in.features() + 1L) * dense.outputs();
            } else if (layers.get(i) instanceof LayerShape.Convolution c) {
                sum += ((long) in.channels() * c.size() * c.size() + 1) * c.filters();
            }
        }
        return sum;
    }

    /**
     * Fully connected: {@code sizes} from inputs to classes. Sigmoid nets end with sigmoid and the quadratic cost as in
     * Nielsen's chapter 1, all others with softmax and cross-entropy.
     */
    public static Net dense(Activation hidden, int... sizes) {
        boolean classic = hidden == Activation.SIGMOID;
        return dense(
                hidden, classic ? hidden : Activation.SOFTMAX, classic ? Cost.QUADRATIC : Cost.CROSS_ENTROPY, sizes);
    }

    public static Net dense(Activation hidden, Activation last, Cost cost, int... sizes) {
        if (sizes.length < 2) {
            throw new IllegalArgumentException("a net needs inputs and outputs: two sizes at least, as in 784,10");
        }
        List<LayerShape> layers = new ArrayList<>();
        for (int i = 1; i < sizes.length; i++) {
            layers.add(new LayerShape.Dense(sizes[i], i + 1 < sizes.length ? hidden : last));
        }
        return new Net(ImageShape.ofFeatures(sizes[0]), layers, cost);
    }

    public int inputs() {
        return input.features();
    }

    public int classes() {
        return ((LayerShape.Dense) layers.get(layers.size() - 1)).outputs();
    }

    /** Refuses data with other features or more classes than this net. */
    public void requireFits(DataSet data) {
        if (data.features() != inputs()) {
            throw new IllegalArgumentException(
                    "the net takes " + inputs() + " inputs, the data set has " + data.features() + " features a row");
        }
        if (data.classes() > classes()) {
            throw new IllegalArgumentException(
                    "the net tells " + classes() + " classes apart, the data set has " + data.classes());
        }
    }
}
