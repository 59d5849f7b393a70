package clock2cloud.nn;

import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;
import java.util.ArrayList;
import java.util.List;

/** Walks through a net and writes down what a step does: forward in order, then back to the first weights, then updates. */
final class WorkCount {
    private final int batch;
    private final List<Operation> forward = new ArrayList<>();
    private final List<Operation> backward = new ArrayList<>();
    private final List<Operation> updates = new ArrayList<>();
    private Activation below = Activation.IDENTITY;
    private int barriers;

    WorkCount(Net net, int batch) {
        this.batch = batch;
        LayerShape first = net.layers().get(0);
        forward.add(
                first instanceof LayerShape.Convolution
                        ? Operation.gather(Window.of(batch, first, net.input()))
                        : Operation.gather(batch, net.inputs()));
        for (int i = 0; i < net.layers().size(); i++) {
            count(i + 1, net.layers().get(i), net.shapes().get(i));
        }
        forward.add(Operation.cost(batch, net.classes(), below));
    }

    Work work() {
        List<Operation> all = new ArrayList<>(forward);
        all.addAll(backward);
        all.addAll(updates);
        return new Work(batch, all, barriers + 3);
    }

    private void count(int number, LayerShape shape, ImageShape in) {
        Window window = Window.of(batch, shape, in);
        if (shape instanceof LayerShape.Dense dense) {
            product("dense" + number, batch, in.features(), dense.outputs(), dense.activation());
        } else if (shape instanceof LayerShape.Convolution c) {
            convolution("conv" + number, window, c.activation());
        } else if (shape instanceof LayerShape.Pooling) {
            String name = "pool" + number;
            both(window.pooling(name), window.poolingGradient(name, below));
        } else if (shape instanceof LayerShape.Flatten) {
            String name = "flatten" + number;
            both(window.flatten(name), window.flattenGradient(name, below));
        } else {
            String name = "dropout" + number;
            both(window.dropout(name, Activation.IDENTITY), window.dropout(name, below));
        }
    }

    /** A layer without weights has a way back if anything below it learns. */
    private void both(Operation there, Operation back) {
        forward.add(there);
        barriers++;
        if (!updates.isEmpty()) {
            backward.add(0, back);
            barriers++;
        }
        below = Activation.IDENTITY;
    }

    private void convolution(String name, Window window, Activation activation) {
        forward.add(window.convolution(name, activation));
        barriers++;
        if (!updates.isEmpty()) {
            backward.add(0, window.convolutionGradient(name, below));
            barriers++;
        }
        updates.add(window.convolutionUpdate(name));
        below = activation;
    }

    private void product(String name, int rows, int inputs, int outputs, Activation activation) {
        forward.add(Operation.product(name, rows, inputs, outputs));
        barriers++;
        if (activation != Activation.SOFTMAX && activation != Activation.IDENTITY) {
            forward.add(Operation.activation(name, rows, outputs, activation));
        }
        if (!updates.isEmpty()) {
            backward.add(0, Operation.inputGradient(name, rows, inputs, outputs, below));
            barriers++;
        }
        updates.add(Operation.weightUpdate(name, rows, inputs, outputs));
        below = activation;
    }
}
