package clock2cloud.nn.checkpoint;

import clock2cloud.nn.LayerShape;
import clock2cloud.nn.Net;
import clock2cloud.nn.checkpoint.OnnxGraph.Attribute;
import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;
import java.util.List;

/**
 * A saved net as an ONNX model; dropout is left out, as it does nothing outside training. Input {@code batch × features} as the data set gives them (bytes over 255), output
 * {@code batch × classes}.
 */
public final class OnnxExport {
    private OnnxExport() {}

    public static byte[] model(Checkpoint checkpoint) {
        Net net = SavedTraining.net(checkpoint);
        OnnxGraph graph = new OnnxGraph("clock2cloud", List.of(net.inputs()));
        ImageShape input = net.input();
        if (net.layers().get(0) instanceof LayerShape.Convolution) {
            graph.constant("picture", List.of(-1, input.channels(), input.height(), input.width()))
                    .then("Reshape", List.of("picture"));
        }
        for (int i = 0; i < net.layers().size(); i++) {
            append(graph, i + 1, net.layers().get(i), net.shapes().get(i).channels(), checkpoint);
        }
        return graph.model(net.classes());
    }

    private static void append(OnnxGraph graph, int number, LayerShape shape, int channels, Checkpoint checkpoint) {
        if (shape instanceof LayerShape.Dense dense) {
            graph.constant(checkpoint.tensor("dense" + number + ".weight"));
            product(graph, "Gemm", "dense" + number, checkpoint);
            activate(graph, dense.activation());
        } else if (shape instanceof LayerShape.Convolution c) {
            Tensor weight = checkpoint.tensor("conv" + number + ".weight");
            graph.constant(kernel(weight, c.filters(), channels, c.size()));
            int p = c.padding();
            product(graph, "Conv", "conv" + number, checkpoint, Attribute.of("pads", List.of(p, p, p, p)));
            activate(graph, c.activation());
        } else if (shape instanceof LayerShape.Pooling pooling) {
            List<Integer> square = List.of(pooling.size(), pooling.size());
            graph.then(
                    pooling.largest() ? "MaxPool" : "AveragePool",
                    List.of(),
                    Attribute.of("kernel_shape", square),
                    Attribute.of("strides", square));
        } else if (shape instanceof LayerShape.Flatten) {
            graph.then("Transpose", List.of(), Attribute.of("perm", List.of(0, 2, 3, 1)))
                    .then("Flatten", List.of());
        }
    }

    private static void product(
            OnnxGraph graph, String operator, String name, Checkpoint checkpoint, Attribute... attributes) {
        Tensor bias = checkpoint.tensor(name + ".bias");
        graph.constant(new Tensor(bias.name(), List.of(bias.values().length), bias.values()))
                .then(operator, List.of(name + ".weight", name + ".bias"), attributes);
    }

    /** Ours is {@code (size · size · channels) × filters}, ONNX's {@code filters × channels × size × size}. */
    private static Tensor kernel(Tensor ours, int filters, int channels, int size) {
        float[] values = new float[ours.values().length];
        int spots = size * size;
        for (int i = 0; i < values.length; i++) {
            int filter = i / (channels * spots);
            int channel = i / spots % channels;
            values[i] = ours.values()[(i % spots * channels + channel) * filters + filter];
        }
        return new Tensor(ours.name(), List.of(filters, channels, size, size), values);
    }

    private static void activate(OnnxGraph graph, Activation activation) {
        switch (activation) {
            case IDENTITY -> {}
            case SIGMOID -> graph.then("Sigmoid", List.of());
            case TANH -> graph.then("Tanh", List.of());
            case RELU -> graph.then("Relu", List.of());
            case LEAKY_RELU -> graph.then("LeakyRelu", List.of(), Attribute.of("alpha", Activation.LEAK));
            case SOFTMAX -> graph.then("Softmax", List.of(), Attribute.of("axis", -1));
        }
    }
}
