package clock2cloud.nn;

import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.PictureKernels;

/**
 * What a pass over a batch of pictures sees of each, and the work that follows from it.
 *
 * @param batch pictures
 * @param in of the layer, whichever way it works
 * @param out of the layer
 * @param size pixels of a window's side; 1 where each pixel is for itself
 * @param padding pixels of zeros around the picture that windows see
 * @param largest true for pooling by the largest value
 */
public record Window(int batch, ImageShape in, ImageShape out, int size, int padding, boolean largest) {
    static Window of(int batch, LayerShape shape, ImageShape in) {
        ImageShape out = shape.of(in);
        if (shape instanceof LayerShape.Convolution c) {
            return new Window(batch, in, out, c.size(), c.padding(), false);
        }
        if (shape instanceof LayerShape.Pooling p) {
            return new Window(batch, in, out, p.size(), 0, p.largest());
        }
        return new Window(batch, in, shape instanceof LayerShape.Flatten ? in : out, 1, 0, false);
    }

    private long cellsIn() {
        return (long) batch * in.features();
    }

    private long cellsOut() {
        return (long) batch * out.features();
    }

    private int square() {
        return size * size;
    }

    private int spotsIn() {
        return Math.multiplyExact(batch, in.width() * in.height());
    }

    private int spotsOut() {
        return Math.multiplyExact(batch, out.width() * out.height());
    }

    private long weights() {
        return (long) square() * in.channels() * out.channels();
    }

    Operation convolution(String layer, Activation activation) {
        int sum = square() * in.channels();
        return operation(layer, Operation.Kind.CONVOLUTION, spotsOut(), out.channels(), sum, activation)
                .with(
                        (2L * sum + 1 + activation.flops()) * cellsOut(),
                        cellsIn() + weights() + out.channels(),
                        cellsOut());
    }

    /** Only windows that are there are added: none in the padding. */
    Operation convolutionGradient(String layer, Activation below) {
        long pairs = (long) met(in.width(), out.width()) * met(in.height(), out.height());
        int sum = square() * out.channels();
        return operation(layer, Operation.Kind.CONVOLUTION_GRADIENT, spotsIn(), in.channels(), sum, below)
                .with(
                        2 * pairs * batch * in.channels() * out.channels() + below.slopeFlops() * cellsIn(),
                        cellsOut() + weights() + (below == Activation.IDENTITY ? 0 : cellsIn()),
                        cellsIn());
    }

    /** How many pairs of a window and a pixel in it there are along a side. */
    private int met(int pixels, int windows) {
        int met = 0;
        for (int first = -padding; first < windows - padding; first++) {
            met += Math.min(pixels, first + size) - Math.max(0, first);
        }
        return met;
    }

    /** The adding up of 16 sums is counted. */
    Operation convolutionUpdate(String layer) {
        int rows = square() * in.channels();
        return operation(
                        layer, Operation.Kind.CONVOLUTION_UPDATE, rows, out.channels(), spotsOut(), Activation.IDENTITY)
                .with(
                        2 * weights() * spotsOut()
                                + (2L + PictureKernels.SUMS) * (weights() + out.channels())
                                + cellsOut(),
                        cellsIn() + cellsOut() + weights() + out.channels(),
                        weights() + out.channels());
    }

    Operation pooling(String layer) {
        return operation(layer, Operation.Kind.POOLING, spotsOut(), out.channels(), square(), Activation.IDENTITY)
                .with(square() * cellsOut(), square() * cellsOut(), cellsOut());
    }

    Operation poolingGradient(String layer, Activation below) {
        long read = largest ? square() + 2L : 1;
        long slopes = below == Activation.IDENTITY ? 0 : square();
        return operation(layer, Operation.Kind.POOLING_GRADIENT, spotsOut(), out.channels(), square(), below)
                .with(square() * cellsOut() + below.slopeFlops() * cellsIn(), (read + slopes) * cellsOut(), cellsIn());
    }

    Operation flatten(String layer) {
        return operation(layer, Operation.Kind.FLATTEN, batch, in.features(), 0, Activation.IDENTITY)
                .with(0, cellsIn(), cellsIn());
    }

    Operation flattenGradient(String layer, Activation below) {
        int read = below == Activation.IDENTITY ? 1 : 2;
        return operation(layer, Operation.Kind.FLATTEN_GRADIENT, batch, in.features(), 0, below)
                .with(below.slopeFlops() * cellsIn(), read * cellsIn(), cellsIn());
    }

    Operation dropout(String layer, Activation below) {
        int read = below == Activation.IDENTITY ? 1 : 2;
        return operation(layer, Operation.Kind.DROPOUT, batch, in.features(), 0, below)
                .with((1 + below.slopeFlops()) * cellsIn(), read * cellsIn(), cellsIn());
    }

    private Counted operation(String layer, Operation.Kind kind, int m, int n, int k, Activation activation) {
        return (flops, floatsRead, floatsWritten) -> new Operation(
                layer,
                kind,
                m,
                n,
                k,
                activation,
                1,
                flops,
                Float.BYTES * floatsRead,
                Float.BYTES * floatsWritten,
                java.util.Optional.of(this));
    }

    private interface Counted {
        Operation with(long flops, long floatsRead, long floatsWritten);
    }
}
