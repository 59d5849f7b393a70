package clock2cloud.nn;

import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import clock2cloud.nn.kernel.Store;
import clock2cloud.nn.layer.DenseLayer;
import clock2cloud.nn.layer.DropoutLayer;
import clock2cloud.nn.layer.Feed;
import clock2cloud.nn.layer.FlattenLayer;
import clock2cloud.nn.layer.Grid;
import clock2cloud.nn.layer.Layer;
import clock2cloud.nn.layer.Output;
import clock2cloud.nn.layer.Parameter;
import clock2cloud.nn.layer.PatchLayer;
import clock2cloud.nn.layer.PoolingLayer;
import clock2cloud.nn.layer.Signal;
import java.util.ArrayList;
import java.util.List;

/** A net put together for batches of one size: its feed, its layers at work and its output, wired by signals. */
final class LayerChain {
    private final List<Layer> layers = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final Feed feed;
    private final Output output;

    private final Settings settings;
    private final Kernels kernels;
    private final Store store = new Store();
    private Signal signal;
    private int firstWithWeights = -1;

    LayerChain(Net net, Settings settings, Kernels kernels) {
        this.settings = settings;
        this.kernels = kernels;
        Signal first = new Signal(settings.batch(), 1, net.inputs(), Activation.IDENTITY, store);
        this.signal = first;
        for (int i = 0; i < net.layers().size(); i++) {
            append(i + 1, net.layers().get(i), net.shapes().get(i));
        }
        this.output = new Output(signal, net.cost(), kernels);
        this.feed = new Feed(first, output.labels(), kernels);
    }

    private void append(int number, LayerShape shape, ImageShape in) {
        ImageShape made = shape.of(in);
        int spots = made.width() * made.height();
        Grid grid = new Grid(in.width(), in.height(), in.channels(), number == 1);
        Signal from = signal;
        if (shape instanceof LayerShape.Dense dense) {
            product("dense" + number, 1, dense.outputs(), dense.activation());
        } else if (shape instanceof LayerShape.Convolution c) {
            signal = plain(spots, in.channels() * c.size() * c.size());
            layers.add(new PatchLayer(grid, c.size(), c.padding(), from, signal, kernels));
            product("conv" + number, spots, c.filters(), c.activation());
        } else if (shape instanceof LayerShape.Pooling pooling) {
            signal = plain(spots, made.channels());
            layers.add(new PoolingLayer(grid, pooling.size(), pooling.largest(), from, signal, kernels));
        } else if (shape instanceof LayerShape.Flatten) {
            signal = plain(1, made.features());
            layers.add(new FlattenLayer(from, signal, kernels));
        } else if (shape instanceof LayerShape.Dropout dropout) {
            signal = plain(from.spots(), from.features());
            long seed = SplitMix.mix(settings.seed() + number);
            layers.add(new DropoutLayer(dropout.fraction(), seed, from, signal, kernels));
        }
    }

    /** What a layer without weights gives: no activation, and no product that reads its slopes turned. */
    private Signal plain(int spots, int features) {
        Signal plain = new Signal(settings.batch(), spots, features, Activation.IDENTITY, store);
        plain.leaveUnturned();
        return plain;
    }

    private void product(String name, int spots, int outputs, Activation activation) {
        Signal next = new Signal(settings.batch(), spots, outputs, activation, store);
        Layer layer = new DenseLayer(name, signal, next, settings.optimizer(), kernels, store);
        initialise(layer, activation);
        if (firstWithWeights < 0) {
            firstWithWeights = layers.size();
            next.leaveUnturned();
        }
        layers.add(layer);
        parameters.addAll(layer.parameters());
        signal = next;
    }

    /** Where the way back ends: below it nothing learns. */
    int firstWithWeights() {
        return firstWithWeights;
    }

    private void initialise(Layer layer, Activation activation) {
        Initialisation spread = settings.initialisation().orElse(Initialisation.of(activation));
        SplitMix dice = new SplitMix(settings.seed(), parameters.size() / 2);
        for (Parameter parameter : layer.parameters()) {
            Panels values = parameter.values();
            double deviation = values.rows() == 1 && parameter.name().endsWith("bias")
                    ? spread.biasDeviation()
                    : spread.deviation(values.rows(), values.columns());
            if (deviation > 0) {
                scatter(values, deviation, dice);
            }
        }
    }

    private static void scatter(Panels values, double deviation, SplitMix dice) {
        for (int r = 0; r < values.rows(); r++) {
            for (int c = 0; c < values.columns(); c++) {
                values.set(r, c, (float) (deviation * dice.normal()));
            }
        }
    }

    List<Layer> layers() {
        return layers;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    Feed feed() {
        return feed;
    }

    Output output() {
        return output;
    }
}
