package clock2cloud.nn.layer;

import clock2cloud.nn.kernel.Activation;
import java.util.Locale;

/** What a row of outputs costs beside its label; a batch costs the mean of its rows. */
public enum Cost {
    /** {@code ½ Σ (a − y)²}; Nielsen, equation 6. */
    QUADRATIC,
    /** After softmax {@code −ln a_label}; after sigmoid {@code −Σ y ln a + (1 − y) ln(1 − a)}; Nielsen, equations 63 and 80. */
    CROSS_ENTROPY;

    /** Logarithms are cut at −100, so that a sure mistake costs much, but not infinity. */
    static final double LEAST_LOG = -100;

    /** Refuses a cost that this last activation does not go with. */
    public void requireFits(Activation last) {
        if (this == CROSS_ENTROPY && last != Activation.SOFTMAX && last != Activation.SIGMOID) {
            throw new IllegalArgumentException(
                    "cross-entropy needs probabilities: end with softmax or sigmoid, not " + last);
        }
    }

    public static Cost of(String name) {
        for (Cost cost : values()) {
            if (cost.toString().equals(name)) {
                return cost;
            }
        }
        throw new IllegalArgumentException("no cost is called " + name + ": quadratic or cross-entropy");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
