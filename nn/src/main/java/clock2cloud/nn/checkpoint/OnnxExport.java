package clock2cloud.nn.checkpoint;

import clock2cloud.nn.LayerShape;
import clock2cloud.nn.Net;
import clock2cloud.nn.checkpoint.OnnxGraph.Attribute;
import clock2cloud.nn.kernel.Activation;
import java.util.List;

/**
 * A saved net as an ONNX model: input {@code batch × features} as the data set gives them (bytes over 255), output
 * {@code batch × classes}.
 */
public final class OnnxExport {
    private OnnxExport() {}

    public static byte[] model(Checkpoint checkpoint) {
        Net net = SavedTraining.net(checkpoint);
        OnnxGraph graph = new OnnxGraph("clock2cloud", List.of(net.inputs()));
        int number = 0;
        for (LayerShape shape : net.layers()) {
            number++;
            if (!(shape instanceof LayerShape.Dense dense)) {
                throw new IllegalArgumentException(
                        "layer " + number + ": only nets of dense layers are exported to ONNX so far");
            }
            String name = "dense" + number;
            Tensor bias = checkpoint.tensor(name + ".bias");
            graph.constant(checkpoint.tensor(name + ".weight"))
                    .constant(new Tensor(bias.name(), List.of(bias.values().length), bias.values()))
                    .then("Gemm", List.of(name + ".weight", name + ".bias"));
            activate(graph, dense.activation());
        }
        return graph.model(net.classes());
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
