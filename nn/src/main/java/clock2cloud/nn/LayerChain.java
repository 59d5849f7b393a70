package clock2cloud.nn;

import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import clock2cloud.nn.kernel.Store;
import clock2cloud.nn.layer.DenseLayer;
import clock2cloud.nn.layer.Feed;
import clock2cloud.nn.layer.Layer;
import clock2cloud.nn.layer.Output;
import clock2cloud.nn.layer.Parameter;
import clock2cloud.nn.layer.Signal;
import java.util.ArrayList;
import java.util.List;

/** A net put together for batches of one size: its feed, its layers at work and its output, wired by signals. */
final class LayerChain {
    private final List<Layer> layers = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final Feed feed;
    private final Output output;

    LayerChain(Net net, Settings settings, Kernels kernels) {
        int batch = settings.batch();
        Store store = new Store();
        Signal first = new Signal(batch, 1, net.inputs(), Activation.IDENTITY, store);
        Signal signal = first;
        for (LayerShape shape : net.layers()) {
            LayerShape.Dense dense = (LayerShape.Dense) shape;
            Signal next = new Signal(batch, 1, dense.outputs(), dense.activation(), store);
            String name = "dense" + (layers.size() + 1);
            Layer layer = new DenseLayer(name, signal, next, settings.optimizer(), kernels, store);
            initialise(layer, settings, dense.activation());
            if (layers.isEmpty()) {
                next.leaveUnturned();
            }
            layers.add(layer);
            parameters.addAll(layer.parameters());
            signal = next;
        }
        this.output = new Output(signal, net.cost(), kernels);
        this.feed = new Feed(first, output.labels(), kernels);
    }

    private void initialise(Layer layer, Settings settings, Activation activation) {
        Initialisation spread = settings.initialisation().orElse(Initialisation.of(activation));
        SplitMix dice = new SplitMix(settings.seed(), layers.size());
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
