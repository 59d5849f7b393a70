package clock2cloud.nn.layer;

import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import java.util.List;

/** {@code g ← g + decay · w} before the rule moves {@code w}: the slope of {@code ½ decay |w|²}, biases included. */
public record WeightDecay(Optimizer rule, double decay) implements Optimizer {
    public WeightDecay {
        if (!(decay >= 0 && decay < Float.MAX_VALUE)) {
            throw new IllegalArgumentException("weight decay " + decay + " must be 0 or more and finite");
        }
    }

    @Override
    public List<String> memories() {
        return rule.memories();
    }

    @Override
    public void move(Kernels kernels, StepState state, Parameter parameter, int offset, int count) {
        Panels w = parameter.values();
        Panels g = parameter.gradient();
        kernels.descend(1f, (float) -decay, w.values(), w.origin() + offset, g.values(), g.origin() + offset, count);
        rule.move(kernels, state, parameter, offset, count);
    }
}
