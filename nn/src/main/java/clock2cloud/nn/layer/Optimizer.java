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
}
