package clock2cloud.nn.layer;

import static clock2cloud.nn.kernel.Panels.WIDTH;

import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import clock2cloud.nn.kernel.Store;
import java.util.Arrays;
import java.util.List;

/**
 * {@code Y = f(X W + b)}: X {@code rows × inputs}, W {@code inputs × outputs}, Y {@code rows × outputs}. Backward, with
 * {@code D = ∂C/∂Z}: {@code ∂C/∂X = D Wᵀ}, {@code ∂C/∂W = Xᵀ D / rows}, {@code ∂C/∂b} = the mean of D's rows (Nielsen,
 * equations BP2 to BP4).
 */
public final class DenseLayer implements Layer {
    /** Rows that one worker takes at the least, so that tiles stay full. */
    private static final int ROWS_OF_UNIT = 8;

    private static final int BLOCKS_AT_ONCE = 8;

    private final Signal in;
    private final Signal out;
    private final Parameter weights;
    private final Parameter bias;
    private final Optimizer optimizer;
    private final Kernels kernels;

    public DenseLayer(String name, Signal in, Signal out, Optimizer optimizer, Kernels kernels, Store store) {
        this.in = in;
        this.out = out;
        this.weights = new Parameter(name + ".weight", in.features(), out.features(), optimizer, store);
        this.bias = new Parameter(name + ".bias", 1, out.features(), optimizer, store);
        this.optimizer = optimizer;
        this.kernels = kernels;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weights, bias);
    }

    @Override
    public void forward(StepState state, Share share) {
        product(state, share);
        activate(state, share);
    }

    /** {@code Z = X W + b}; units are 8 rows of one panel, panel after panel. */
    public void product(StepState state, Share share) {
        int rows = state.rows() * out.spots();
        int groups = (rows + ROWS_OF_UNIT - 1) / ROWS_OF_UNIT;
        int panels = out.values().panels();
        int from = share.from(groups * panels);
        int to = share.to(groups * panels);
        for (int p = from / groups; p * groups < to; p++) {
            int row = firstRow(from - p * groups);
            kernels.fillRows(
                    bias.values().values(),
                    bias.values().at(p, 0),
                    out.values().values(),
                    out.values().at(p, row),
                    lastRow(to - p * groups, rows) - row);
        }
        for (int k = 0; k < in.features(); k += Blocks.DEPTH) {
            for (int p = from / groups; p * groups < to; p++) {
                int row = firstRow(from - p * groups);
                multiply(in.values(), row, weights.values(), p, out.values(), lastRow(to - p * groups, rows) - row, k);
            }
        }
    }

    private static int firstRow(int group) {
        return Math.max(0, group) * ROWS_OF_UNIT;
    }

    private static int lastRow(int group, int rows) {
        return (int) Math.min((long) group * ROWS_OF_UNIT, rows);
    }

    /** Adds the block of depth from {@code k} on of {@code A B} to panel {@code p} of C, rows {@code row …}. */
    private void multiply(Panels a, int row, Panels b, int p, Panels c, int rows, int k) {
        kernels.multiplyRows(
                1f,
                a.values(),
                a.at(k / WIDTH, row),
                a.stride(),
                b.values(),
                b.at(p, k),
                c.values(),
                c.at(p, row),
                rows,
                c.width(p),
                Math.min(Blocks.DEPTH, a.columns() - k));
    }

    /** {@code Y = f(Z)} in place; the units of {@link #product}, so no barrier lies between. */
    public void activate(StepState state, Share share) {
        Activation f = out.activation();
        if (f == Activation.IDENTITY || f == Activation.SOFTMAX) {
            return;
        }
        int rows = state.rows() * out.spots();
        int groups = (rows + ROWS_OF_UNIT - 1) / ROWS_OF_UNIT;
        int from = share.from(groups * out.values().panels());
        int to = share.to(groups * out.values().panels());
        for (int p = from / groups; p * groups < to; p++) {
            int row = firstRow(from - p * groups);
            kernels.activate(
                    f, out.values().values(), out.values().at(p, row), (lastRow(to - p * groups, rows) - row) * WIDTH);
        }
    }

    /** {@code (D Wᵀ)ᵀ = W Dᵀ}, turned and multiplied by {@code f'} of the layer below; units are 32 inputs. */
    @Override
    public void inputGradient(StepState state, Share share) {
        int rows = state.rows() * in.spots();
        int blocks = Panels.panelsOf(in.features());
        int from = share.from(blocks) * WIDTH;
        int count = Math.min(share.to(blocks) * WIDTH, in.features()) - from;
        if (count <= 0) {
            return;
        }
        Panels turned = in.turned();
        int columns = Panels.panelsOf(rows);
        for (int p = 0; p < columns; p++) {
            Arrays.fill(turned.values(), turned.at(p, from), turned.at(p, from + count), 0f);
        }
        for (int k = 0; k < out.features(); k += Blocks.DEPTH) {
            for (int p = 0; p < columns; p++) {
                multiply(weights.values(), from, out.turned(), p, turned, count, k);
            }
        }
        for (int block = from / WIDTH; block * WIDTH < from + count; block++) {
            turn(block, rows);
        }
    }

    private void turn(int block, int rows) {
        int features = in.values().width(block);
        float[] slopes = in.slopes().values();
        for (int p = 0; p * WIDTH < rows; p++) {
            int height = Math.min(WIDTH, rows - p * WIDTH);
            int at = in.slopes().at(block, p * WIDTH);
            int turnedAt = in.turned().at(p, block * WIDTH);
            kernels.transpose(in.turned().values(), turnedAt, slopes, at, features, height);
            kernels.derive(
                    in.activation(),
                    in.values().values(),
                    in.values().at(block, p * WIDTH),
                    slopes,
                    at,
                    height * WIDTH);
            if (in.turnedRead()) {
                kernels.transpose(slopes, at, in.turned().values(), turnedAt, height, features);
            }
        }
    }

    /** {@code W ← optimiser(W, Xᵀ D / rows)} and the bias likewise; units are 32 inputs of one panel. */
    @Override
    public void update(StepState state, Share share) {
        int blocks = Panels.panelsOf(in.features());
        int from = share.from(blocks * weights.values().panels());
        int to = share.to(blocks * weights.values().panels());
        for (int first = 0; first < blocks; first += BLOCKS_AT_ONCE) {
            for (int p = from / blocks; p * blocks < to; p++) {
                int last = Math.min(to - p * blocks, Math.min(blocks, first + BLOCKS_AT_ONCE));
                for (int block = Math.max(first, from - p * blocks); block < last; block++) {
                    updateBlock(state, p, block);
                }
            }
        }
        for (int p = from / blocks; p * blocks < to; p++) {
            if (from <= p * blocks) {
                updateBias(state, p);
            }
        }
    }

    private void updateBlock(StepState state, int p, int block) {
        Panels sum = weights.gradient();
        int at = sum.at(p, block * WIDTH);
        int height = in.values().width(block);
        int rows = state.rows() * out.spots();
        clear(sum, at, height);
        for (int k = 0; k < rows; k += Blocks.BATCH) {
            kernels.multiplyColumns(
                    scale(state),
                    in.values().values(),
                    in.values().at(block, k),
                    out.slopes().values(),
                    out.slopes().at(p, k),
                    sum.values(),
                    at,
                    height,
                    sum.width(p),
                    Math.min(Blocks.BATCH, rows - k));
        }
        move(state, weights, at - sum.origin(), height);
    }

    private void updateBias(StepState state, int p) {
        Panels sum = bias.gradient();
        int at = sum.at(p, 0);
        clear(sum, at, 1);
        kernels.addRows(
                scale(state),
                out.slopes().values(),
                out.slopes().at(p, 0),
                state.rows() * out.spots(),
                sum.values(),
                at);
        move(state, bias, at - sum.origin(), 1);
    }

    private void clear(Panels gradient, int at, int rows) {
        if (!optimizer.fused()) {
            Arrays.fill(gradient.values(), at, at + rows * WIDTH, 0f);
        }
    }

    private float scale(StepState state) {
        return (optimizer.fused() ? -state.rate() : 1f) / state.rows();
    }

    private void move(StepState state, Parameter parameter, int offset, int rows) {
        if (!optimizer.fused()) {
            optimizer.move(kernels, state, parameter, offset, rows * WIDTH);
        }
    }
}
