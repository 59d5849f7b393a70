package clock2cloud.nn.layer;

import clock2cloud.nn.kernel.Kernels;
import java.util.List;

/** How a gradient {@code g} moves a weight {@code w}. */
public interface Optimizer {
    /** Names of the arrays that it remembers for each parameter. */
    List<String> memories();

    /** True if {@code w ← w − rate · g} is all: then gradients are added straight to the weights. */
    default boolean fused() {
        return false;
    }

    /** Moves {@code count} values, {@code offset} past the first of each matrix, by their gradients. */
    void move(Kernels kernels, StepState state, Parameter parameter, int offset, int count);

    /** By its name, with the settings that it is usually published with. */
    static Optimizer of(String name) {
        return switch (name) {
            case "sgd" -> new Descent();
            case "momentum" -> new Momentum(0.9, false);
            case "nesterov" -> new Momentum(0.9, true);
            case "rmsprop" -> new RmsProp(0.99, 1e-8);
            case "adam" -> new Adam(0.9, 0.999, 1e-8);
            default ->
                throw new IllegalArgumentException(
                        "no optimizer is called " + name + ": sgd, momentum, nesterov, rmsprop or adam");
        };
    }
}
