package clock2cloud.nn.layer;

import static clock2cloud.nn.kernel.Panels.WIDTH;
import static clock2cloud.nn.kernel.PictureKernels.SUMS;
import static clock2cloud.nn.kernel.PictureKernels.TILE;

import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import clock2cloud.nn.kernel.PictureKernels;
import clock2cloud.nn.kernel.Planes;
import java.util.Arrays;

/**
 * The gradient of a convolution's weights and biases, and the optimiser's step. Each of 16 sums adds up its own images,
 * panel after panel and pixel after pixel; then the sums are added, halves upon halves: an order that no number of
 * threads changes.
 *
 * <p>Some lines of slopes meet all the weights of a group of filters while they are in the cache, and so do the sums.
 */
final class ConvolutionUpdate {
    private static final int BLOCK = TILE * TILE * SUMS;
    /** Floats of the sums of filters that are worked on together: a third of a megabyte. */
    private static final int GROUP_SUMS = 80_000;

    /** Places that a sum takes in at once, at least: fewer, and sums would be fetched too often. */
    private static final int PLACES = 24;

    private final Planes in;
    private final Planes slopes;
    private final Parameter weights;
    private final Parameter bias;
    private final Optimizer optimizer;
    private final Kernels kernels;
    private final PictureKernels pictures;
    private final int[] rows;
    private final int[] order;
    /** Of the first half of each panel, and of both. */
    private final int[][] places;

    private final int placesAtOnce;
    private final int quadsAtOnce;
    private final float[][] sums;

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
        this.places = new int[][] {places(in, slopes, 1), places(in, slopes, 2)};
        this.placesAtOnce = (PLACES + slopes.width() - 1) / slopes.width() * slopes.width();
        this.quadsAtOnce = Math.max(1, GROUP_SUMS / (order.length * BLOCK));
        this.sums = new float[workers][];
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

    /** Place after place, and in each the first {@code halves} of a panel. */
    private static int[] places(Planes in, Planes slopes, int halves) {
        int[] places = new int[2 * halves * slopes.width() * slopes.height()];
        for (int i = 0; i < places.length / 2; i++) {
            int y = i / halves / slopes.width();
            int x = i / halves % slopes.width();
            int half = i % halves * SUMS;
            places[2 * i] = y * in.lineStride() + x * in.pixelStride() + half;
            places[2 * i + 1] = y * slopes.lineStride() + x * slopes.pixelStride() + half;
        }
        return places;
    }

    /** Units are tiles of four rows by four filters; filters come in groups of some quads. */
    void update(StepState state, Share share) {
        int quads = (slopes.channels() + TILE - 1) / TILE;
        int tiles = order.length;
        int from = share.from(quads * tiles);
        int to = share.to(quads * tiles);
        if (from == to) {
            return;
        }
        float[] mine = sums(share);
        for (int first = from / tiles; first * tiles < to; first += quadsAtOnce) {
            int last = Math.min(first + quadsAtOnce, (to + tiles - 1) / tiles);
            Arrays.fill(mine, 0f);
            for (int panel = 0; panel < Panels.panelsOf(state.rows()); panel++) {
                for (int place = 0; place < places[0].length / 2; place += placesAtOnce) {
                    for (int quad = first; quad < last; quad++) {
                        int tile = Math.max(from - quad * tiles, 0);
                        int end = Math.min(to - quad * tiles, tiles);
                        overlaps(state, panel, place, quad, tile, end, mine, (quad - first) * tiles * BLOCK);
                    }
                }
            }
            for (int quad = first; quad < last; quad++) {
                int tile = Math.max(from - quad * tiles, 0);
                int end = Math.min(to - quad * tiles, tiles);
                finish(state, quad, tile, end, mine, (quad - first) * tiles * BLOCK);
            }
        }
    }

    private float[] sums(Share share) {
        float[] mine = sums[share.worker()];
        if (mine == null) {
            mine = new float[quadsAtOnce * order.length * BLOCK];
            sums[share.worker()] = mine;
        }
        return mine;
    }

    private void overlaps(
            StepState state, int panel, int place, int quad, int tile, int end, float[] mine, int sumsAt) {
        int filters = Math.min(TILE, slopes.channels() - quad * TILE);
        int last = Math.min(place + placesAtOnce, places[0].length / 2);
        int halves = ConvolutionLayer.halves(state, panel);
        for (int i = tile; i < end; i++) {
            pictures.overlap(
                    rows,
                    order[i],
                    in.values(),
                    in.at(panel, 0, 0),
                    slopes.values(),
                    slopes.at(panel, 0, 0) + quad * TILE * WIDTH,
                    places[halves - 1],
                    place * halves,
                    last * halves,
                    mine,
                    sumsAt + i * BLOCK,
                    Math.min(TILE, rows.length - order[i]),
                    filters);
        }
    }

    private void finish(StepState state, int quad, int tile, int end, float[] mine, int sumsAt) {
        int filters = Math.min(TILE, slopes.channels() - quad * TILE);
        for (int i = tile; i < end; i++) {
            for (int row = 0; row < Math.min(TILE, rows.length - order[i]); row++) {
                int at = sumsAt + i * BLOCK + row * TILE * SUMS;
                move(state, weights, order[i] + row, quad * TILE, filters, mine, at);
            }
        }
        if (tile == 0 && end > 0) {
            biases(state, quad * TILE, filters, mine, sumsAt);
        }
    }

    /** A bias is a weight whose value is one: 32 sums, of which halves become 16. */
    private void biases(StepState state, int filter, int filters, float[] mine, int at) {
        Arrays.fill(mine, at, at + TILE * WIDTH, 0f);
        for (int panel = 0; panel < Panels.panelsOf(state.rows()); panel++) {
            int from = slopes.at(panel, 0, 0) + filter * WIDTH;
            boolean both = ConvolutionLayer.halves(state, panel) == 2;
            for (int q = 0; q < places[0].length; q += 2) {
                int first = from + places[0][q + 1];
                for (int j = 0; j < filters * WIDTH; j += WIDTH) {
                    pictures.add(slopes.values(), first + j, mine, at + j, both ? WIDTH : SUMS);
                }
            }
        }
        for (int j = 0; j < filters; j++) {
            for (int i = 0; i < SUMS; i++) {
                mine[at + j * SUMS + i] = mine[at + j * WIDTH + i] + mine[at + j * WIDTH + SUMS + i];
            }
        }
        move(state, bias, 0, filter, filters, mine, at);
    }

    /** Four neighbouring weights of a row: what their sums say in all goes to the gradient, and moves them. */
    private void move(
            StepState state, Parameter parameter, int row, int filter, int filters, float[] mine, int sumsAt) {
        float scale = (optimizer.fused() ? -state.rate() : 1f) / state.rows();
        Panels to = parameter.gradient();
        int at = to.at(filter / WIDTH, row) + filter % WIDTH;
        for (int j = 0; j < filters; j++) {
            float total = PictureKernels.total(mine, sumsAt + j * SUMS);
            float before = optimizer.fused() ? to.values()[at + j] : 0f;
            to.values()[at + j] = Math.fma(scale, total, before);
        }
        if (!optimizer.fused()) {
            optimizer.move(kernels, state, parameter, at - to.origin(), filters);
        }
    }
}
