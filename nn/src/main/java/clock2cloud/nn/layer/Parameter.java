package clock2cloud.nn.layer;

import clock2cloud.nn.kernel.Panels;
import clock2cloud.nn.kernel.Store;
import java.util.List;
import java.util.stream.Stream;

/** Weights or biases, their gradient, and what the optimiser remembers of each; all in one layout. */
public final class Parameter {
    private final String name;
    private final Panels values;
    private final Panels gradient;
    private final List<Panels> memory;

    public Parameter(String name, int rows, int columns, Optimizer optimizer, Store store) {
        this.name = name;
        this.values = new Panels(rows, columns, store);
        this.gradient = optimizer.fused() ? values : new Panels(rows, columns, store);
        this.memory = Stream.generate(() -> new Panels(rows, columns, store))
                .limit(optimizer.memories().size())
                .toList();
    }

    public String name() {
        return name;
    }

    public Panels values() {
        return values;
    }

    /** The values themselves where the optimiser adds gradients straight to them. */
    public Panels gradient() {
        return gradient;
    }

    /** One array for each of the optimiser's {@link Optimizer#memories}. */
    public Panels memory(int index) {
        return memory.get(index);
    }
}
