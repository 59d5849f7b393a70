package clock2cloud.nn.layer;

import clock2cloud.nn.kernel.Panels;

/** Weights or biases, their gradient, and what the optimiser remembers of each; all in one layout. */
public final class Parameter {
    private final String name;
    private final Panels values;
    private final float[] gradient;
    private final float[][] memory;

    public Parameter(String name, int rows, int columns, Optimizer optimizer) {
        this.name = name;
        this.values = new Panels(rows, columns);
        int size = values.values().length;
        this.gradient = new float[optimizer.fused() ? 0 : size];
        this.memory = new float[optimizer.memories().size()][size];
    }

    public String name() {
        return name;
    }

    public Panels values() {
        return values;
    }

    /** Empty where the optimiser adds gradients straight to the values. */
    public float[] gradient() {
        return gradient;
    }

    /** One array for each of the optimiser's {@link Optimizer#memories}. */
    public float[] memory(int index) {
        return memory[index];
    }
}
