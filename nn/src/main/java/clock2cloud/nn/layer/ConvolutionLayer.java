package clock2cloud.nn.layer;

import static clock2cloud.nn.kernel.Panels.WIDTH;

import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import clock2cloud.nn.kernel.PictureKernels;
import clock2cloud.nn.kernel.Planes;
import clock2cloud.nn.kernel.Store;
import java.util.List;

/**
 * {@code y(f) = a(b(f) + Σ w((dy, dx, c), f) · x(c) at (dy, dx))}, over every place of a window of {@code size × size}; the rows
 * of the weights are in Keras's order. Direct: nothing is laid out anew. Backward, a pixel adds up the windows that saw
 * it. Follows Goodfellow, Bengio and Courville, <i>Deep Learning</i> (2016), equations 9.6, 9.11 and 9.13.
 */
public final class ConvolutionLayer implements Layer {
    private final int size;
    private final PictureSignal in;
    private final PictureSignal out;
    private final Parameter weights;
    private final Parameter bias;
    private final Kernels kernels;
    private final PictureKernels pictures;
    private final Taps forward;
    private final Taps backward;
    /** The weights with rows {@code (dy, dx, filter)} and a column a channel. */
    private final Panels turned;

    private final float[] noBias;
    private final ConvolutionUpdate update;

    public ConvolutionLayer(
            String name,
            int size,
            int padding,
            PictureSignal in,
            PictureSignal out,
            Optimizer optimizer,
            Kernels kernels,
            Store store,
            int workers) {
        int channels = in.shape().channels();
        int filters = out.shape().channels();
        this.size = size;
        this.in = in;
        this.out = out;
        this.weights = new Parameter(name + ".weight", channels * size * size, filters, optimizer, store);
        this.bias = new Parameter(name + ".bias", 1, filters, optimizer, store);
        this.kernels = kernels;
        this.pictures = kernels.pictures();
        this.forward = Taps.forward(in.values(), size, padding);
        this.backward = Taps.backward(
                out.slopes(), size, padding, in.shape().width(), in.shape().height());
        this.turned = new Panels(filters * size * size, channels, store);
        this.noBias = new float[channels];
        this.update = new ConvolutionUpdate(
                size, padding, in.values(), out.slopes(), weights, bias, optimizer, kernels, workers);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weights, bias);
    }

    /** Units are lines of the result; a pixel is activated while it is in the cache. */
    @Override
    public void forward(StepState state, Share share) {
        if (state.training()) {
            turn(share);
        }
        int height = out.shape().height();
        int lines = out.lines(state.rows());
        for (int line = share.from(lines); line < share.to(lines); line++) {
            int panel = line / height;
            int y = line % height;
            for (int x = 0; x < out.shape().width(); ) {
                int pixels = together(state, panel, forward, y, x, out.shape().width());
                windows(state, panel, y, x, pixels);
                activate(panel, y, x, pixels);
                x += pixels;
            }
        }
    }

    /**
     * How many pixels of a line are worked on at a time: two where half of the panel has no images, if both have the same taps.
     */
    private static int together(StepState state, int panel, Taps taps, int y, int x, int width) {
        boolean two = halves(state, panel) == 1 && x + 1 < width && taps.from(y, x) == taps.from(y, x + 1);
        return two ? 2 : 1;
    }

    /** Halves of a panel with an image in them. */
    static int halves(StepState state, int panel) {
        return state.rows() - panel * WIDTH > PictureKernels.SUMS ? 2 : 1;
    }

    /** From one half pixel to the one that is worked on beside it: the other half, the next pixel, or, where there is neither, itself. */
    private static int right(StepState state, int panel, int pixels, Planes planes) {
        return halves(state, panel) == 2 ? PictureKernels.SUMS : (pixels - 1) * planes.pixelStride();
    }

    private void windows(StepState state, int panel, int y, int x, int pixels) {
        pictures.window(
                weights.values().values(),
                weights.values().origin(),
                weights.values().stride(),
                bias.values().values(),
                bias.values().origin(),
                forward.pairs(),
                forward.from(y, x),
                forward.to(y, x),
                in.values().values(),
                in.values().at(panel, y, x),
                right(state, panel, pixels, in.values()),
                out.values().values(),
                out.values().at(panel, y, x),
                right(state, panel, pixels, out.values()),
                out.shape().channels());
    }

    private void activate(int panel, int y, int x, int pixels) {
        for (int i = x; out.activation() != Activation.IDENTITY && i < x + pixels; i++) {
            kernels.activate(
                    out.activation(), out.values().values(), out.values().at(panel, y, i), out.pixel());
        }
    }

    /** My filters of the weights as the input gradient of this step will read them. */
    private void turn(Share share) {
        int channels = in.shape().channels();
        int filters = out.shape().channels();
        Panels from = weights.values();
        int taps = size * size;
        for (int unit = share.from(taps * channels); unit < share.to(taps * channels); unit++) {
            int tap = unit / channels;
            int channel = unit % channels;
            int to = turned.at(channel / WIDTH, tap * filters) + channel % WIDTH;
            for (int f = 0; f < filters; f++) {
                turned.values()[to + f * WIDTH] = from.values()[from.at(f / WIDTH, unit) + f % WIDTH];
            }
        }
    }

    /** Units are lines of the pictures below. */
    @Override
    public void inputGradient(StepState state, Share share) {
        int height = in.shape().height();
        int lines = in.lines(state.rows());
        for (int line = share.from(lines); line < share.to(lines); line++) {
            int panel = line / height;
            int y = line % height;
            for (int x = 0; x < in.shape().width(); ) {
                int pixels = together(state, panel, backward, y, x, in.shape().width());
                slopes(state, panel, y, x, pixels);
                for (int i = x; i < x + pixels; i++) {
                    in.finishSlopes(kernels, panel, y, i);
                }
                x += pixels;
            }
        }
    }

    private void slopes(StepState state, int panel, int y, int x, int pixels) {
        pictures.window(
                turned.values(),
                turned.origin(),
                turned.stride(),
                noBias,
                0,
                backward.pairs(),
                backward.from(y, x),
                backward.to(y, x),
                out.slopes().values(),
                out.slopes().at(panel, y, x),
                right(state, panel, pixels, out.slopes()),
                in.slopes().values(),
                in.slopes().at(panel, y, x),
                right(state, panel, pixels, in.slopes()),
                in.shape().channels());
    }

    @Override
    public void update(StepState state, Share share) {
        update.update(state, share);
    }
}
