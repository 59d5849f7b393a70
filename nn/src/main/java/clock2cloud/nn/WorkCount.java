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
        forward.add(Operation.gather(batch, net.inputs()));
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
        ImageShape out = shape.of(in);
        int rows = batch * out.width() * out.height();
        if (shape instanceof LayerShape.Dense dense) {
            product("dense" + number, batch, in.features(), dense.outputs(), dense.activation());
        } else if (shape instanceof LayerShape.Convolution c) {
            String name = "conv" + number;
            int window = in.channels() * c.size() * c.size();
            both(Operation.pass(name, Operation.Kind.PATCHES, rows, window, 1));
            product(name, rows, window, c.filters(), c.activation());
        } else if (shape instanceof LayerShape.Pooling pooling) {
            int square = pooling.size() * pooling.size();
            both(Operation.pass("pool" + number, Operation.Kind.POOLING, rows, out.channels(), square));
        } else if (shape instanceof LayerShape.Flatten) {
            both(Operation.pass("flatten" + number, Operation.Kind.MOVE, batch, out.features(), 1));
        } else {
            both(Operation.pass("dropout" + number, Operation.Kind.DROPOUT, batch, in.features(), 1));
        }
    }

    /** A layer without weights does the same work on the way back, if anything below it learns. */
    private void both(Operation operation) {
        forward.add(operation);
        barriers++;
        if (!updates.isEmpty()) {
            backward.add(0, operation);
            barriers++;
        }
        below = Activation.IDENTITY;
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
