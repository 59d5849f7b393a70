package clock2cloud.nn.layer;

import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import java.util.List;

/**
 * {@code v ← μ v + g, w ← w − rate · v}; Polyak (1964). Nesterov's form looks ahead: {@code w ← w − rate (g + μ v)};
 * Sutskever and others (2013), as PyTorch writes it.
 */
public record Momentum(double momentum, boolean nesterov) implements Optimizer {
    public Momentum {
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("momentum " + momentum + " must be 0 or more and below 1");
        }
    }

    @Override
    public List<String> memories() {
        return List.of("velocity");
    }

    @Override
    public void move(Kernels kernels, StepState state, Parameter parameter, int offset, int count) {
        float mu = (float) momentum;
        Panels values = parameter.values();
        float[] w = values.values();
        float[] g = parameter.gradient().values();
        float[] v = parameter.memory(0).values();
        int wAt = values.origin() + offset;
        int gAt = parameter.gradient().origin() + offset;
        int vAt = parameter.memory(0).origin() + offset;
        for (int i = 0; i < count; i++) {
            float velocity = Math.fma(mu, v[vAt + i], g[gAt + i]);
            v[vAt + i] = velocity;
            float step = nesterov ? Math.fma(mu, velocity, g[gAt + i]) : velocity;
            w[wAt + i] = Math.fma(-state.rate(), step, w[wAt + i]);
        }
    }
}
