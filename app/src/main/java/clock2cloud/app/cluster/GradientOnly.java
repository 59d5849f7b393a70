package clock2cloud.app.cluster;

import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.layer.Optimizer;
import clock2cloud.nn.layer.Parameter;
import clock2cloud.nn.layer.StepState;
import java.util.List;

/** Moves nothing: a step leaves its gradient for all workers to agree on. */
record GradientOnly() implements Optimizer {
    @Override
    public List<String> memories() {
        return List.of();
    }

    @Override
    public void move(Kernels kernels, StepState state, Parameter parameter, int at, int count) {
        // the sum of all workers' gradients moves the weights, see Replica
    }
}
