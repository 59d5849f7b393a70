package clock2cloud.nn.layer;

import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import java.util.List;

/** Plain stochastic gradient descent, {@code w ← w − rate · g}; Robbins and Monro (1951). */
public record Descent() implements Optimizer {
    @Override
    public List<String> memories() {
        return List.of();
    }

    @Override
    public boolean fused() {
        return true;
    }

    @Override
    public void move(Kernels kernels, StepState state, Parameter parameter, int offset, int count) {
        Panels w = parameter.values();
        Panels g = parameter.gradient();
        kernels.descend(1f, state.rate(), g.values(), g.origin() + offset, w.values(), w.origin() + offset, count);
    }
}
