package clock2cloud.nn.layer;

import java.util.List;

/**
 * A layer at work. Each method does the given share of one operation; all shares together do it once. Between two
 * operations stands a barrier.
 */
public interface Layer {
    /** Input values to output values. */
    void forward(StepState state, Share share);

    /** {@code ∂C/∂z} of the output to {@code ∂C/∂z} of the layer below. */
    void inputGradient(StepState state, Share share);

    /** The gradients of the parameters, and the optimiser's step. */
    default void update(StepState state, Share share) {}

    default List<Parameter> parameters() {
        return List.of();
    }
}
