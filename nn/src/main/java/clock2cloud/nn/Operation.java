package clock2cloud.nn;

import clock2cloud.nn.kernel.Activation;
import java.util.Locale;

/**
 * One operation of a training step, with its exact work. A multiply-add is 2 operations, an exponential 1; bytes are those
 * of the operands without padding, each read or written once, 4 a float and 1 a pixel.
 *
 * @param layer which it belongs to, as in {@code dense1}
 * @param m rows of the result, n its columns, k the length of the sums (0 where there are none)
 * @param activation what it applies or derives; identity where nothing
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
        long bytesWritten) {

    /** What is done; the trainer and {@link OperationTimer} run the same code for each. */
    public enum Kind {
        /** {@code m} windows of {@code n} inputs laid out as rows, or their slopes added up again. */
        PATCHES,
        /** {@code m} pixels of {@code n} channels made of squares, or their slopes spread again. */
        POOLING,
        /** {@code m} rows of {@code n} values moved to other places: flatten. */
        MOVE,
        /** {@code m} rows of {@code n} values, some dropped. */
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
        return new Operation("input", Kind.GATHER, rows, features, 0, Activation.IDENTITY, 1, cells, cells, 4 * cells);
    }

    /** A pass over {@code m × n} results with one operation for each of {@code reads} values read for it. */
    static Operation pass(String layer, Kind kind, int m, int n, int reads) {
        long cells = (long) m * n;
        int flops = kind == Kind.POOLING || kind == Kind.DROPOUT ? reads : 0;
        return new Operation(
                layer, kind, m, n, 0, Activation.IDENTITY, 1, flops * cells, 4L * reads * cells, 4 * cells);
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
                4L * rows * outputs);
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
                4 * cells);
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
                4 * cells);
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
                4 * slopes);
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
                4 * (weights + outputs));
    }

    /** Batch, inputs and outputs of the dense layer that it stands for. */
    int batch() {
        return kind == Kind.WEIGHT_UPDATE ? k : m;
    }

    int inputs() {
        return switch (kind) {
            case PRODUCT -> k;
            case WEIGHT_UPDATE -> m;
            case GATHER, INPUT_GRADIENT, ACTIVATION, COST, PATCHES, POOLING, MOVE, DROPOUT -> n;
        };
    }

    int outputs() {
        return kind == Kind.INPUT_GRADIENT ? k : n;
    }
}
