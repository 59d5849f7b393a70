package clock2cloud.nn;

import clock2cloud.nn.kernel.Activation;
import java.util.Locale;

/** The spread of the first weights, by the number of inputs and outputs of a neuron. */
public enum Initialisation {
    /** Weights and biases of variance 1: Nielsen, chapter 1. */
    STANDARD_NORMAL,
    /** Variance {@code 1 / inputs}: LeCun, Bottou, Orr and Müller (1998). */
    LECUN,
    /** Variance {@code 2 / (inputs + outputs)}: Glorot and Bengio (2010). */
    GLOROT,
    /** Variance {@code 2 / inputs}: He, Zhang, Ren and Sun (2015). */
    HE;

    /** He's for rectifiers, LeCun's for sigmoids, Glorot's for tanh and for the output. */
    public static Initialisation of(Activation activation) {
        return switch (activation) {
            case RELU, LEAKY_RELU -> HE;
            case SIGMOID -> LECUN;
            case TANH, SOFTMAX, IDENTITY -> GLOROT;
        };
    }

    public static Initialisation of(String name) {
        for (Initialisation one : values()) {
            if (one.toString().equals(name)) {
                return one;
            }
        }
        throw new IllegalArgumentException(
                "no initialisation is called " + name + ": standard-normal, lecun, glorot or he");
    }

    double deviation(int inputs, int outputs) {
        return switch (this) {
            case STANDARD_NORMAL -> 1;
            case LECUN -> Math.sqrt(1.0 / inputs);
            case GLOROT -> Math.sqrt(2.0 / (inputs + outputs));
            case HE -> Math.sqrt(2.0 / inputs);
        };
    }

    double biasDeviation() {
        return this == STANDARD_NORMAL ? 1 : 0;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
