package clock2cloud.nn.layer;

import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import java.util.List;

/** {@code s ← α s + (1 − α) g², w ← w − rate · g / (√s + ε)}; Hinton (2012), as PyTorch writes it. */
public record RmsProp(double smoothing, double epsilon) implements Optimizer {
    public RmsProp {
        if (!(smoothing >= 0 && smoothing < 1 && epsilon > 0)) {
            throw new IllegalArgumentException(
                    "smoothing " + smoothing + " must be 0 or more and below 1, epsilon " + epsilon + " above 0");
        }
    }

    @Override
    public List<String> memories() {
        return List.of("square");
    }

    @Override
    public void move(Kernels kernels, StepState state, Parameter parameter, int offset, int count) {
        float old = (float) smoothing;
        float fresh = (float) (1 - smoothing);
        float floor = (float) epsilon;
        Panels values = parameter.values();
        float[] w = values.values();
        float[] g = parameter.gradient().values();
        float[] s = parameter.memory(0).values();
        int wAt = values.origin() + offset;
        int gAt = parameter.gradient().origin() + offset;
        int sAt = parameter.memory(0).origin() + offset;
        for (int i = 0; i < count; i++) {
            float slope = g[gAt + i];
            float square = old * s[sAt + i] + fresh * slope * slope;
            s[sAt + i] = square;
            w[wAt + i] -= state.rate() * slope / ((float) Math.sqrt(square) + floor);
        }
    }
}
