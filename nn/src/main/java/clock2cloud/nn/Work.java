package clock2cloud.nn;

import clock2cloud.nn.kernel.Activation;
import java.util.ArrayList;
import java.util.List;

/**
 * What one training step with plain gradient descent does: operation by operation, in the order in which it is done.
 *
 * @param barriers times that all workers wait for each other in a step
 */
public record Work(int batch, List<Operation> operations, int barriers) {
    public Work {
        operations = List.copyOf(operations);
    }

    public static Work of(Net net, int batch) {
        List<Operation> operations = new ArrayList<>();
        operations.add(Operation.gather(batch, net.inputs()));
        int inputs = net.inputs();
        Activation below = Activation.IDENTITY;
        List<Operation> backward = new ArrayList<>();
        List<Operation> updates = new ArrayList<>();
        for (int i = 0; i < net.layers().size(); i++) {
            LayerShape.Dense dense = (LayerShape.Dense) net.layers().get(i);
            String name = "dense" + (i + 1);
            operations.add(Operation.product(name, batch, inputs, dense.outputs()));
            if (dense.activation() != Activation.SOFTMAX && dense.activation() != Activation.IDENTITY) {
                operations.add(Operation.activation(name, batch, dense.outputs(), dense.activation()));
            }
            if (i > 0) {
                backward.add(0, Operation.inputGradient(name, batch, inputs, dense.outputs(), below));
            }
            updates.add(Operation.weightUpdate(name, batch, inputs, dense.outputs()));
            inputs = dense.outputs();
            below = dense.activation();
        }
        operations.add(Operation.cost(batch, net.classes(), below));
        operations.addAll(backward);
        operations.addAll(updates);
        return new Work(batch, operations, 2 * net.layers().size() + 2);
    }

    public long flopsPerStep() {
        return operations.stream().mapToLong(Operation::flops).sum();
    }

    public long bytesPerStep() {
        return operations.stream()
                .mapToLong(operation -> operation.bytesRead() + operation.bytesWritten())
                .sum();
    }

    public long callsPerStep() {
        return operations.stream().mapToLong(Operation::calls).sum();
    }
}
