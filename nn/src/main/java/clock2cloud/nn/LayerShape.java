package clock2cloud.nn;

import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;

/** One layer of a {@link Net}, by its shape. */
public sealed interface LayerShape {
    /** What it makes of a picture (or of a row, which is {@code n × 1 × 1}). */
    ImageShape of(ImageShape in);

    /** Every input to every output, then the activation. */
    record Dense(int outputs, Activation activation) implements LayerShape {
        public Dense {
            if (!(outputs > 0)) {
                throw new IllegalArgumentException("a layer of " + outputs + " neurons: there must be one at least");
            }
        }

        @Override
        public ImageShape of(ImageShape in) {
            return ImageShape.ofFeatures(outputs);
        }
    }

    /** {@code filters} windows of {@code size × size} over all channels, one pixel apart, then the activation. */
    record Convolution(int filters, int size, int padding, Activation activation) implements LayerShape {
        public Convolution {
            if (!(filters > 0 && size > 0 && padding >= 0 && padding < size)) {
                throw new IllegalArgumentException("a convolution of " + filters + " filters of " + size + "×" + size
                        + " with padding " + padding + ": filters and size must be positive, padding below size");
            }
        }

        @Override
        public ImageShape of(ImageShape in) {
            int lost = size - 1 - 2 * padding;
            if (in.width() <= lost || in.height() <= lost) {
                throw new IllegalArgumentException("a window of " + size + "×" + size + " does not fit into " + in);
            }
            return new ImageShape(in.width() - lost, in.height() - lost, filters);
        }
    }

    /** Squares of {@code size × size} become their largest value or their mean. */
    record Pooling(int size, boolean largest) implements LayerShape {
        public Pooling {
            if (!(size > 1)) {
                throw new IllegalArgumentException("pooling by " + size + ": squares must be 2 or more wide");
            }
        }

        @Override
        public ImageShape of(ImageShape in) {
            if (in.width() < size || in.height() < size) {
                throw new IllegalArgumentException("a square of " + size + "×" + size + " does not fit into " + in);
            }
            return new ImageShape(in.width() / size, in.height() / size, in.channels());
        }
    }

    /** Pixels side by side in one row: what a dense layer takes. */
    record Flatten() implements LayerShape {
        @Override
        public ImageShape of(ImageShape in) {
            return ImageShape.ofFeatures(in.features());
        }
    }

    /** Drops each value with probability {@code fraction} in training. */
    record Dropout(double fraction) implements LayerShape {
        public Dropout {
            if (!(fraction >= 0 && fraction < 1)) {
                throw new IllegalArgumentException("dropout " + fraction + " must be 0 or more and below 1");
            }
        }

        @Override
        public ImageShape of(ImageShape in) {
            return in;
        }
    }
}
