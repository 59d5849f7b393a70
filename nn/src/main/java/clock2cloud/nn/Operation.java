package clock2cloud.nn;

import clock2cloud.nn.kernel.Activation;
import java.util.Locale;
import java.util.Optional;

/**
 * One operation of a training step, with its exact work. A multiply-add is 2 operations, an exponential 1; bytes are those
 * of the operands without padding, each read or written once, 4 a float and 1 a pixel.
 *
 * @param layer which it belongs to, as in {@code dense1}
 * @param m rows of the result, n its columns, k the length of the sums (0 where there are none)
 * @param activation what it applies or derives; identity where nothing
 * @param window what a pass over pictures sees; empty for all others
 */
public record Operation(
        String layer,
        Kind kind,
        int m,
        int n,
        int k,
        Activation activation,
        long calls,
        long flops,
        long bytesRead,
        long bytesWritten,
        Optional<Window> window) {

    /** What is done; the trainer and {@link OperationTimer} run the same code for each. */
    public enum Kind {
        /** {@code m} pixels of {@code n} filters, each a sum over a window of {@code k} values; bias and activation. */
        CONVOLUTION,
        /** {@code ∂C/∂x} of {@code m} pixels of {@code n} channels, each a sum over at most {@code k} slopes. */
        CONVOLUTION_GRADIENT,
        /** {@code m × n} weights, each moved by a sum over {@code k} pixels; and the biases. */
        CONVOLUTION_UPDATE,
        /** {@code m} pixels of {@code n} channels made of squares of {@code k}. */
        POOLING,
        /** The slopes of {@code m} pixels of {@code n} channels spread to the {@code k} that each was made of. */
        POOLING_GRADIENT,
        /** Pixels of {@code m} pictures become rows of {@code n} values: flatten. */
        FLATTEN,
        /** The slopes of {@code m} rows of {@code n} values go back to their pixels. */
        FLATTEN_GRADIENT,
        /** {@code m} rows of {@code n} values, some dropped; or their slopes. */
        DROPOUT,
        /** {@code m} images of {@code n} bytes become floats. */
        GATHER,
        /** {@code Z (m×n) = X (m×k) W (k×n) + b}. */
        PRODUCT,
        /** {@code Y (m×n) = f(Z)}. */
        ACTIVATION,
        /** Softmax, loss and first slope of {@code m} rows of {@code n} classes. */
        COST,
        /** {@code ∂C/∂X (m×n) = D (m×k) Wᵀ (k×n)}, times the slope of the layer below. */
        INPUT_GRADIENT,
        /** {@code W (m×n) −= rate/k · Xᵀ (m×k) D (k×n)}, and the bias. */
        WEIGHT_UPDATE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Operation gather(int rows, int features) {
        long cells = (long) rows * features;
        return new Operation(
                "input",
                Kind.GATHER,
                rows,
                features,
                0,
                Activation.IDENTITY,
                1,
                cells,
                cells,
                4 * cells,
                Optional.empty());
    }

    /** The pictures that a net's first convolution will read, turned so that images lie side by side. */
    static Operation gather(Window window) {
        long cells = (long) window.batch() * window.in().features();
        return new Operation(
                "input",
                Kind.GATHER,
                window.batch(),
                window.in().features(),
                0,
                Activation.IDENTITY,
                1,
                cells,
                cells,
                4 * cells,
                Optional.of(window));
    }

    static Operation product(String layer, int rows, int inputs, int outputs) {
        long flops = 2L * rows * inputs * outputs + (long) rows * outputs;
        return new Operation(
                layer,
                Kind.PRODUCT,
                rows,
                outputs,
                inputs,
                Activation.IDENTITY,
                1,
                flops,
                4 * ((long) rows * inputs + (long) inputs * outputs + outputs),
                4L * rows * outputs,
                Optional.empty());
    }

    static Operation activation(String layer, int rows, int outputs, Activation activation) {
        long cells = (long) rows * outputs;
        return new Operation(
                layer,
                Kind.ACTIVATION,
                rows,
                outputs,
                0,
                activation,
                1,
                activation.flops() * cells,
                4 * cells,
                4 * cells,
                Optional.empty());
    }

    static Operation cost(int rows, int classes, Activation last) {
        long cells = (long) rows * classes;
        int softmax = last == Activation.SOFTMAX ? last.flops() : 0;
        return new Operation(
                "output",
                Kind.COST,
                rows,
                classes,
                0,
                last,
                1,
                (softmax + 1 + last.slopeFlops()) * cells,
                4 * cells,
                4 * cells,
                Optional.empty());
    }

    static Operation inputGradient(String layer, int rows, int inputs, int outputs, Activation below) {
        long slopes = (long) rows * inputs;
        int read = below == Activation.IDENTITY ? 0 : 4;
        return new Operation(
                layer,
                Kind.INPUT_GRADIENT,
                rows,
                inputs,
                outputs,
                below,
                1,
                2L * rows * inputs * outputs + below.slopeFlops() * slopes,
                4 * ((long) rows * outputs + (long) inputs * outputs) + read * slopes,
                4 * slopes,
                Optional.empty());
    }

    static Operation weightUpdate(String layer, int rows, int inputs, int outputs) {
        long weights = (long) inputs * outputs;
        return new Operation(
                layer,
                Kind.WEIGHT_UPDATE,
                inputs,
                outputs,
                rows,
                Activation.IDENTITY,
                1,
                2L * rows * weights + 2 * weights + (long) rows * outputs + 2L * outputs,
                4 * ((long) rows * inputs + (long) rows * outputs + weights + outputs),
                4 * (weights + outputs),
                Optional.empty());
    }

    /** Rows of a batch, inputs and outputs of the dense layer that it stands for. */
    int batch() {
        return window.map(seen -> seen.batch()).orElse(kind == Kind.WEIGHT_UPDATE ? k : m);
    }

    int inputs() {
        return kind == Kind.PRODUCT ? k : kind == Kind.WEIGHT_UPDATE ? m : n;
    }

    int outputs() {
        return kind == Kind.INPUT_GRADIENT ? k : n;
    }
}
