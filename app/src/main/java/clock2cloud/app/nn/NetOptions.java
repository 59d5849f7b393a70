package clock2cloud.app.nn;

import clock2cloud.app.table.Converters;
import clock2cloud.nn.LayerShape;
import clock2cloud.nn.Net;
import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.layer.Cost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which net, and how it is trained. */
final class NetOptions {
    @Option(
            names = "--net",
            paramLabel = "NAME",
            description = "A net by its name, with its batch and rate: ${COMPLETION-CANDIDATES}.",
            completionCandidates = NamedNet.Names.class)
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--layers",
            split = ",",
            paramLabel = "N",
            description = "Neurons from the inputs to the classes, as in 784,128,10.")
    private int[] layers = {};

    @Option(
            names = "--activation",
            defaultValue = "relu",
            description = "sigmoid, tanh, relu or leaky-relu (default: ${DEFAULT-VALUE}).")
    private String activation;

    @Option(
            names = "--output",
            description = "softmax, sigmoid, tanh or identity (default: softmax; sigmoid for sigmoid nets).")
    private Optional<String> output = Optional.empty();

    @Option(
            names = "--cost",
            description = "cross-entropy or quadratic (default: cross-entropy; quadratic for sigmoid nets).")
    private Optional<String> cost = Optional.empty();

    @Option(
            names = "--dropout",
            paramLabel = "FRACTION",
            converter = Converters.Fraction.class,
            description = "Drops each value of a hidden layer with this probability in training (default: none).")
    private Optional<Double> dropout = Optional.empty();

    @Option(names = "--batch", description = "Rows of a step (default: 32, or the named net's).")
    private Optional<Integer> batch = Optional.empty();

    @Option(names = "--rate", description = "Learning rate (default: 0.1, or the named net's).")
    private Optional<Double> rate = Optional.empty();

    Optional<NamedNet> named() {
        if (name.isPresent() && layers.length > 0) {
            throw new IllegalArgumentException("--net " + name.get() + " names the layers already: leave --layers out");
        }
        return name.map(NamedNet::of);
    }

    /** The net asked for: a named one, the layers given, or one hidden layer of 128 between what the data have. */
    Net net(DataSet data) {
        return net(data.features(), 128, data.classes());
    }

    /** The net asked for, where {@link #isGiven}. */
    Net net() {
        return net(layers);
    }

    boolean isGiven() {
        return name.isPresent() || layers.length > 0;
    }

    /** The name of a named net, else the layers. */
    String label() {
        return name.orElseGet(
                () -> Arrays.stream(layers).mapToObj(Integer::toString).collect(Collectors.joining("-")));
    }

    private Net net(int... usual) {
        Optional<NamedNet> named = named();
        if (named.isPresent()) {
            if (dropout.isPresent()) {
                throw new IllegalArgumentException("--dropout goes with --layers: a named net has its own");
            }
            return named.get().net();
        }
        Net dense = dense(layers.length > 0 ? layers : usual);
        return dropout.map(fraction -> dropping(dense, fraction)).orElse(dense);
    }

    private static Net dropping(Net net, double fraction) {
        List<LayerShape> layers = new ArrayList<>();
        for (LayerShape layer : net.layers()) {
            if (!layers.isEmpty()) {
                layers.add(new LayerShape.Dropout(fraction));
            }
            layers.add(layer);
        }
        return new Net(net.input(), layers, net.cost());
    }

    private Net dense(int... sizes) {
        Activation hidden = Activation.of(activation);
        Net usual = Net.dense(hidden, sizes);
        if (output.isEmpty() && cost.isEmpty()) {
            return usual;
        }
        Cost wanted = cost.map(Cost::of).orElse(usual.cost());
        Activation last = output.map(Activation::of)
                .orElse(hidden == Activation.SIGMOID ? Activation.SIGMOID : Activation.SOFTMAX);
        return Net.dense(hidden, last, wanted, sizes);
    }

    int batch() {
        return batch.orElseGet(() -> named().map(NamedNet::batch).orElse(32));
    }

    double rate() {
        return rate.orElseGet(() -> named().map(NamedNet::rate).orElse(0.1));
    }
}
