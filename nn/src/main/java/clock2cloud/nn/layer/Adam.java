package clock2cloud.nn.layer;

import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import java.util.List;

/**
 * {@code m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g²}, both divided by {@code 1 − βᵗ}, then
 * {@code w ← w − rate · m̂ / (√v̂ + ε)}; Kingma and Ba (2015), algorithm 1.
 */
public record Adam(double firstDecay, double secondDecay, double epsilon) implements Optimizer {
    public Adam {
        if (!(firstDecay >= 0 && firstDecay < 1 && secondDecay >= 0 && secondDecay < 1 && epsilon > 0)) {
            throw new IllegalArgumentException("Adam's decays " + firstDecay + " and " + secondDecay
                    + " must be 0 or more and below 1, epsilon " + epsilon + " above 0");
        }
    }

    @Override
    public List<String> memories() {
        return List.of("mean", "square");
    }

    @Override
    public void move(Kernels kernels, StepState state, Parameter parameter, int offset, int count) {
        double steps = state.step() + 1.0;
        float step = (float) (state.rate() / (1 - Math.pow(firstDecay, steps)));
        float spread = (float) Math.sqrt(1 - Math.pow(secondDecay, steps));
        float b1 = (float) firstDecay;
        float b2 = (float) secondDecay;
        float fresh1 = (float) (1 - firstDecay);
        float fresh2 = (float) (1 - secondDecay);
        float floor = (float) epsilon;
        Panels values = parameter.values();
        float[] w = values.values();
        float[] g = parameter.gradient().values();
        float[] m = parameter.memory(0).values();
        float[] v = parameter.memory(1).values();
        int wAt = values.origin() + offset;
        int gAt = parameter.gradient().origin() + offset;
        int mAt = parameter.memory(0).origin() + offset;
        int vAt = parameter.memory(1).origin() + offset;
        for (int i = 0; i < count; i++) {
            float slope = g[gAt + i];
            float mean = b1 * m[mAt + i] + fresh1 * slope;
            float square = b2 * v[vAt + i] + fresh2 * slope * slope;
            m[mAt + i] = mean;
            v[vAt + i] = square;
            w[wAt + i] -= step * mean / ((float) Math.sqrt(square) / spread + floor);
        }
    }
}
