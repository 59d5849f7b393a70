package clock2cloud.nn;

import clock2cloud.nn.kernel.Activation;

/** One layer of a {@link Net}, by its shape. */
public sealed interface LayerShape {
    /** Every input to every output, then the activation. */
    record Dense(int outputs, Activation activation) implements LayerShape {
        public Dense {
            if (!(outputs > 0)) {
                throw new IllegalArgumentException("a layer of " + outputs + " neurons: there must be one at least");
            }
        }
    }
}
