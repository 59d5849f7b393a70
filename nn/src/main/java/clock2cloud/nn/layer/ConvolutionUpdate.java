package clock2cloud.nn.layer;

import static clock2cloud.nn.kernel.Panels.WIDTH;
import static clock2cloud.nn.kernel.PictureKernels.TILE;

import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import clock2cloud.nn.kernel.PictureKernels;
import clock2cloud.nn.kernel.Planes;
import java.util.Arrays;

/**
 * The gradient of a convolution's weights and biases, and the optimiser's step. Each of 32 lanes adds up its own images,
 * panel after panel and pixel after pixel; then the lanes are added, halves upon halves: an order that no number of
 * threads changes.
 */
final class ConvolutionUpdate {
    private static final int BLOCK = TILE * TILE * WIDTH;

    private final Planes in;
    private final Planes slopes;
    private final Parameter weights;
    private final Parameter bias;
    private final Optimizer optimizer;
    private final Kernels kernels;
    private final PictureKernels pictures;
    private final int[] rows;
    private final int[] order;
    private final int[] places;
    private final float[][] sums;
    private final float[][] scratch;

    ConvolutionUpdate(
            int size,
            int padding,
            Planes in,
            Planes slopes,
            Parameter weights,
            Parameter bias,
            Optimizer optimizer,
            Kernels kernels,
            int workers) {
        this.in = in;
        this.slopes = slopes;
        this.weights = weights;
        this.bias = bias;
        this.optimizer = optimizer;
        this.kernels = kernels;
        this.pictures = kernels.pictures();
        this.rows = rows(in, size, padding);
        this.order = order(in.channels(), size * size);
        this.places = places(in, slopes);
        this.sums = new float[workers][];
        this.scratch = new float[workers][TILE * TILE];
    }

    /** From a window's pixel to the value that each row of the weights meets. */
    private static int[] rows(Planes in, int size, int padding) {
        int[] rows = new int[size * size * in.channels()];
        for (int r = 0; r < rows.length; r++) {
            int tap = r / in.channels();
            rows[r] = (tap / size - padding) * in.lineStride()
                    + (tap % size - padding) * in.pixelStride()
                    + r % in.channels() * WIDTH;
        }
        return rows;
    }

    /** Which four rows are the i-th tile: all taps of four channels after each other, whose values then stay in the cache. */
    private static int[] order(int channels, int taps) {
        int[] order = new int[(channels * taps + TILE - 1) / TILE];
        for (int i = 0; i < order.length; i++) {
            order[i] = channels % TILE == 0 ? i % taps * channels + i / taps * TILE : i * TILE;
        }
        return order;
    }

    private static int[] places(Planes in, Planes slopes) {
        int[] places = new int[2 * slopes.width() * slopes.height()];
        for (int i = 0; i < places.length / 2; i++) {
            int y = i / slopes.width();
            int x = i % slopes.width();
            places[2 * i] = y * in.lineStride() + x * in.pixelStride();
            places[2 * i + 1] = y * slopes.lineStride() + x * slopes.pixelStride();
        }
        return places;
    }

    /** Units are tiles of four rows by four filters. */
    void update(StepState state, Share share) {
        int quads = (slopes.channels() + TILE - 1) / TILE;
        int from = share.from(quads * order.length);
        int to = share.to(quads * order.length);
        for (int quad = from / order.length; quad * order.length < to; quad++) {
            int first = Math.max(from - quad * order.length, 0);
            int last = Math.min(to - quad * order.length, order.length);
            weights(state, share, quad * TILE, first, last);
            if (first == 0 && last > 0) {
                biases(state, share, quad * TILE);
            }
        }
    }

    private float[] sums(Share share) {
        float[] mine = sums[share.worker()];
        if (mine == null) {
            mine = new float[order.length * BLOCK];
            sums[share.worker()] = mine;
        }
        return mine;
    }

    private void weights(StepState state, Share share, int filter, int first, int last) {
        float[] sum = sums(share);
        int filters = Math.min(TILE, slopes.channels() - filter);
        Arrays.fill(sum, first * BLOCK, last * BLOCK, 0f);
        for (int panel = 0; panel < Panels.panelsOf(state.rows()); panel++) {
            for (int tile = first; tile < last; tile++) {
                pictures.overlap(
                        rows,
                        order[tile],
                        in.values(),
                        in.at(panel, 0, 0),
                        slopes.values(),
                        slopes.at(panel, 0, 0) + filter * WIDTH,
                        places,
                        places.length / 2,
                        sum,
                        tile * BLOCK,
                        Math.min(TILE, rows.length - order[tile]),
                        filters);
            }
        }
        for (int tile = first; tile < last; tile++) {
            for (int i = 0; i < Math.min(TILE, rows.length - order[tile]); i++) {
                move(state, share, weights, order[tile] + i, filter, filters, tile * BLOCK + i * TILE * WIDTH);
            }
        }
    }

    private void biases(StepState state, Share share, int filter) {
        float[] sum = sums(share);
        int filters = Math.min(TILE, slopes.channels() - filter);
        Arrays.fill(sum, 0, TILE * WIDTH, 0f);
        for (int panel = 0; panel < Panels.panelsOf(state.rows()); panel++) {
            int at = slopes.at(panel, 0, 0) + filter * WIDTH;
            for (int q = 0; q < places.length; q += 2) {
                pictures.add(slopes.values(), at + places[q + 1], sum, 0, filters * WIDTH);
            }
        }
        move(state, share, bias, 0, filter, filters, 0);
    }

    /** Four neighbouring weights of a row: what their lanes say in all goes to the gradient, and moves them. */
    private void move(StepState state, Share share, Parameter parameter, int row, int filter, int filters, int sumsAt) {
        float scale = (optimizer.fused() ? -state.rate() : 1f) / state.rows();
        Panels to = parameter.gradient();
        int at = to.at(filter / WIDTH, row) + filter % WIDTH;
        for (int j = 0; j < filters; j++) {
            float total = PictureKernels.total(sums[share.worker()], sumsAt + j * WIDTH, scratch[share.worker()]);
            float before = optimizer.fused() ? to.values()[at + j] : 0f;
            to.values()[at + j] = Math.fma(scale, total, before);
        }
        if (!optimizer.fused()) {
            optimizer.move(kernels, state, parameter, at - to.origin(), filters);
        }
    }
}
