package clock2cloud.nn.checkpoint;

import java.util.List;

/** A named array of floats, last index fastest; the array is the tensor's own. */
public final class Tensor {
    private final String name;
    private final List<Integer> shape;
    private final float[] values;

    public Tensor(String name, List<Integer> shape, float[] values) {
        this.name = name;
        this.shape = List.copyOf(shape);
        this.values = values;
        long size = 1;
        for (int side : shape) {
            size *= side < 0 || size > Integer.MAX_VALUE ? -1 : side;
        }
        if (size != values.length) {
            throw new IllegalArgumentException(
                    "tensor " + name + ": shape " + shape + " does not hold " + values.length + " values");
        }
    }

    public String name() {
        return name;
    }

    public List<Integer> shape() {
        return shape;
    }

    public float[] values() {
        return values;
    }

    @Override
    public String toString() {
        return name + shape;
    }
}
