package clock2cloud.nn;

import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import clock2cloud.nn.kernel.Store;
import clock2cloud.nn.layer.ConvolutionLayer;
import clock2cloud.nn.layer.DenseLayer;
import clock2cloud.nn.layer.DropoutLayer;
import clock2cloud.nn.layer.Feed;
import clock2cloud.nn.layer.FlattenLayer;
import clock2cloud.nn.layer.Layer;
import clock2cloud.nn.layer.Output;
import clock2cloud.nn.layer.Parameter;
import clock2cloud.nn.layer.PictureDropoutLayer;
import clock2cloud.nn.layer.PictureFeed;
import clock2cloud.nn.layer.PictureSignal;
import clock2cloud.nn.layer.PoolingLayer;
import clock2cloud.nn.layer.RowFeed;
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
    private final Wire wire;
    private int firstWithWeights = -1;

    LayerChain(Net net, Settings settings, Kernels kernels, int workers) {
        this.settings = settings;
        this.kernels = kernels;
        this.wire = new Wire(net, settings.batch(), store, workers);
        int[] labels = new int[settings.batch()];
        this.feed = wire.onPictures()
                ? new PictureFeed(wire.pictures(), labels, kernels, store, settings.threads())
                : new RowFeed(wire.rows(), labels, kernels);
        for (int i = 0; i < net.layers().size(); i++) {
            append(i + 1, net.layers().get(i));
        }
        this.output = new Output(wire.rows(), net.cost(), labels, kernels);
    }

    private void append(int number, LayerShape shape) {
        if (shape instanceof LayerShape.Dense dense) {
            dense("dense" + number, dense);
        } else if (shape instanceof LayerShape.Convolution c) {
            convolution("conv" + number, c);
        } else if (shape instanceof LayerShape.Pooling pooling) {
            PictureSignal in = wire.pictures();
            layers.add(new PoolingLayer(pooling.size(), pooling.largest(), in, wire.nextPictures(), kernels));
        } else if (shape instanceof LayerShape.Flatten) {
            PictureSignal in = wire.pictures();
            layers.add(new FlattenLayer(in, plain(), kernels));
        } else if (shape instanceof LayerShape.Dropout dropout) {
            dropout(dropout.fraction(), SplitMix.mix(settings.seed() + number));
        }
    }

    private void dropout(double fraction, long seed) {
        if (wire.onPictures()) {
            PictureSignal in = wire.pictures();
            layers.add(new PictureDropoutLayer(fraction, seed, in, wire.nextPictures(), kernels));
        } else {
            Signal in = wire.rows();
            layers.add(new DropoutLayer(fraction, seed, in, plain(), kernels));
        }
    }

    /** What a layer without weights gives: no product reads its slopes turned. */
    private Signal plain() {
        Signal plain = wire.nextRows();
        plain.leaveUnturned();
        return plain;
    }

    private void convolution(String name, LayerShape.Convolution c) {
        PictureSignal in = wire.pictures();
        PictureSignal out = wire.nextPictures();
        add(
                new ConvolutionLayer(
                        name, c.size(), c.padding(), in, out, settings.optimizer(), kernels, store, settings.threads()),
                c.activation());
    }

    private void dense(String name, LayerShape.Dense dense) {
        Signal in = wire.rows();
        Signal out = wire.nextRows();
        if (firstWithWeights < 0) {
            out.leaveUnturned();
        }
        add(new DenseLayer(name, in, out, settings.optimizer(), kernels, store), dense.activation());
    }

    private void add(Layer layer, Activation activation) {
        initialise(layer, activation);
        if (firstWithWeights < 0) {
            firstWithWeights = layers.size();
        }
        layers.add(layer);
        parameters.addAll(layer.parameters());
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
