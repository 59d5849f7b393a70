package clock2cloud.nn.kernel;

import java.util.Locale;

/** {@code y = f(z)}, and its slope told from {@code y}. Softmax mixes a whole row and belongs to the cost. */
public enum Activation {
    IDENTITY(0, 0),
    SIGMOID(4, 2),
    TANH(5, 2),
    RELU(1, 1),
    LEAKY_RELU(1, 1),
    SOFTMAX(4, 0);

    /** The slope of a leaky rectifier left of zero. */
    public static final float LEAK = 0.01f;

    private final int flops;
    private final int slopeFlops;

    Activation(int flops, int slopeFlops) {
        this.flops = flops;
        this.slopeFlops = slopeFlops;
    }

    public float of(float z) {
        return switch (this) {
            case IDENTITY -> z;
            case SIGMOID -> FloatExp.sigmoid(z);
            case TANH -> FloatExp.tanh(z);
            case RELU -> Math.max(z, 0f);
            case LEAKY_RELU -> Math.max(z, LEAK * z);
            case SOFTMAX -> throw mixesRow();
        };
    }

    /** {@code f'(z)} where {@code y = f(z)}. */
    public float slopeAt(float y) {
        return switch (this) {
            case IDENTITY -> 1f;
            case SIGMOID -> y * (1f - y);
            case TANH -> 1f - y * y;
            case RELU -> y > 0f ? 1f : 0f;
            case LEAKY_RELU -> y > 0f ? 1f : LEAK;
            case SOFTMAX -> throw mixesRow();
        };
    }

    /** Operations an element; an exponential counts as one. */
    public int flops() {
        return flops;
    }

    public int slopeFlops() {
        return slopeFlops;
    }

    public static Activation of(String name) {
        for (Activation activation : values()) {
            if (activation.toString().equals(name)) {
                return activation;
            }
        }
        throw new IllegalArgumentException(
                "no activation is called " + name + ": sigmoid, tanh, relu, leaky-relu, softmax or identity");
    }

    private static UnsupportedOperationException mixesRow() {
        return new UnsupportedOperationException("softmax has no value element by element");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
