package clock2cloud.nn;

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
        return new WorkCount(net, batch).work();
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
