package clock2cloud.app.story.gpu;

import clock2cloud.nn.LayerShape;
import clock2cloud.nn.Net;
import clock2cloud.nn.data.ImageShape;
import java.util.List;

/**
 * What one step of a net costs a GPU, before any coefficient. Convolutions are matrix products whose narrow side is rounded up
 * to the tile of the kernel: filters to 64 on the way forward, channels to 64 on the way back, window and filters to 32 for
 * the gradient of the weights (Chetlur et al., <i>cuDNN</i>, 2014). On Kepler the library transforms every filter for every
 * step as well, which costs the same for any batch.
 *
 * @param convolutionFlops in whole tiles
 * @param activationBytes read and written by all that is done to each value: bias, activation, pooling, dropout and their slopes
 * @param weightBytes of dense layers, read for each product and moved by the update
 * @param inputBytes of the batch that the host hands over
 * @param filterBytes of the transformed filters
 * @param kernels that a step starts on the device
 */
public record ConvolutionTerms(
        double convolutionFlops,
        double activationBytes,
        double weightBytes,
        double denseFlops,
        double inputBytes,
        double filterBytes,
        int kernels) {
    private static final int TILE = 64;

    private static final int GRADIENT_TILE = 32;

    /** Floats moved a convolution's result, a pooled or a dropped value: forward and back. */
    private static final int CONVOLVED_PASSES = 8;

    private static final int OTHER_PASSES = 4;

    /** A dense layer's weights: read for three products, moved by plain descent, and once more each. */
    private static final int WEIGHT_PASSES = 5;

    /** A filter as a spectrum of 32 × 32 complex numbers. */
    private static final double SPECTRUM_BYTES = 32 * 32 * 8;

    /** A whole training step, or only the way forward. */
    public static ConvolutionTerms of(Net net, int batch, UpdateRule rule) {
        boolean learns = rule.learns();
        double flops = 0;
        double activations = 0;
        double weights = 0;
        double dense = 0;
        double filters = 0;
        boolean first = true;
        List<ImageShape> shapes = net.shapes();
        for (int i = 0; i < net.layers().size(); i++) {
            ImageShape in = shapes.get(i);
            ImageShape out = shapes.get(i + 1);
            if (net.layers().get(i) instanceof LayerShape.Convolution c) {
                flops += tiles(c, in, out, learns, first) * batch;
                activations += (learns ? CONVOLVED_PASSES : 3) * 4.0 * batch * out.features();
                filters += (double) in.channels() * c.filters() * SPECTRUM_BYTES * 2 * (learns ? 3 : 1);
                first = false;
            } else if (net.layers().get(i) instanceof LayerShape.Dense d) {
                double count = (double) in.features() * d.outputs();
                weights += 4 * count * (learns ? WEIGHT_PASSES + rule.floatsPerWeight() : 1);
                dense += (learns ? 6.0 : 2.0) * batch * count;
                first = false;
            } else if (!(net.layers().get(i) instanceof LayerShape.Flatten) && in.height() > 1) {
                activations += (learns ? OTHER_PASSES : 2) * 4.0 * batch * in.features();
            }
        }
        return new ConvolutionTerms(
                flops, activations, weights, dense, 4.0 * batch * net.inputs(), filters, kernels(net, rule));
    }

    /** Kernels that a step starts: product, bias and activation of a layer, four on the way back, and its update. */
    public static int kernels(Net net, UpdateRule rule) {
        int sum = 0;
        for (LayerShape layer : net.layers()) {
            boolean weights = layer instanceof LayerShape.Dense || layer instanceof LayerShape.Convolution;
            int update = rule.keptFloats() > 0 ? 2 : 1;
            sum += weights ? rule.learns() ? 7 + 2 * update : 3 : rule.learns() ? 2 : 1;
        }
        return sum;
    }

    private static double tiles(
            LayerShape.Convolution c, ImageShape in, ImageShape out, boolean learns, boolean first) {
        double window = (double) c.size() * c.size();
        double pixels = (double) out.width() * out.height();
        double flops = 2 * pixels * in.channels() * window * up(c.filters(), TILE);
        if (learns && !first) {
            flops += 2.0 * in.width() * in.height() * up(in.channels(), TILE) * window * c.filters();
        }
        if (learns) {
            flops += 2 * pixels * up(in.channels() * window, GRADIENT_TILE) * up(c.filters(), GRADIENT_TILE);
        }
        return flops;
    }

    private static double up(double count, int tile) {
        return Math.ceil(count / tile) * tile;
    }
}
