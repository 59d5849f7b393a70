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

    private final Signal in;
    private final Signal out;
    private final Parameter weights;
    private final Parameter bias;
    private final Optimizer optimizer;
    private final Kernels kernels;
    private final RowProduct rowProduct;
    private final InputGradient inputGradient;
    private final Cut.Piece product = this::product;
    private final Cut.Piece activation = this::activate;
    private final Cut.Piece update = this::update;

    public DenseLayer(String name, Signal in, Signal out, Optimizer optimizer, Kernels kernels, Store store) {
        this.in = in;
        this.out = out;
        this.weights = new Parameter(name + ".weight", in.features(), out.features(), optimizer, store);
        this.bias = new Parameter(name + ".bias", 1, out.features(), optimizer, store);
        this.optimizer = optimizer;
        this.kernels = kernels;
        this.rowProduct = new RowProduct(kernels);
        this.inputGradient = new InputGradient(in, out, weights.values(), kernels, store);
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

    /** {@code Z = X W + b}; units are 8 rows of one panel. */
    public void product(StepState state, Share share) {
        Cut.among(share, out.values().panels(), groups(rows(state)), byRows(state), state, product);
    }

    /** More rows than outputs: X is larger than W, so that each worker keeps to rows of its own. */
    private boolean byRows(StepState state) {
        return rows(state) > out.features();
    }

    private int rows(StepState state) {
        return state.rows() * out.spots();
    }

    private void product(StepState state, int firstPanel, int lastPanel, int firstGroup, int lastGroup) {
        int row = firstGroup * ROWS_OF_UNIT;
        int count = Math.min(rows(state), lastGroup * ROWS_OF_UNIT) - row;
        rowProduct.multiply(
                in.values(state), row, count, weights.values(), firstPanel, lastPanel, bias.values(), out.values());
    }

    private static int groups(int rows) {
        return (rows + ROWS_OF_UNIT - 1) / ROWS_OF_UNIT;
    }

    /** {@code Y = f(Z)} in place; the units of {@link #product}, so no barrier lies between. */
    public void activate(StepState state, Share share) {
        Activation f = out.activation();
        if (f != Activation.IDENTITY && f != Activation.SOFTMAX) {
            Cut.among(share, out.values().panels(), groups(rows(state)), byRows(state), state, activation);
        }
    }

    private void activate(StepState state, int firstPanel, int lastPanel, int firstGroup, int lastGroup) {
        int row = firstGroup * ROWS_OF_UNIT;
        int count = Math.min(rows(state), lastGroup * ROWS_OF_UNIT) - row;
        for (int p = firstPanel; p < lastPanel; p++) {
            kernels.activate(
                    out.activation(), out.values().values(), out.values().at(p, row), count * WIDTH);
        }
    }

    @Override
    public void inputGradient(StepState state, Share share) {
        inputGradient.work(state, share);
    }

    /** {@code W ← optimiser(W, Xᵀ D / rows)} and the bias likewise; units are 32 inputs of one panel. */
    @Override
    public void update(StepState state, Share share) {
        int panels = weights.values().panels();
        Cut.among(share, panels, Panels.panelsOf(in.features()), byRows(state), state, update);
        for (int p = share.from(panels); p < share.to(panels); p++) {
            updateBias(state, p);
        }
    }

    private void update(StepState state, int firstPanel, int lastPanel, int firstBlock, int lastBlock) {
        for (int block = firstBlock; block < lastBlock; block += Blocks.INPUTS) {
            updateBlocks(state, firstPanel, lastPanel, block, Math.min(lastBlock, block + Blocks.INPUTS));
        }
    }

    private void updateBlocks(StepState state, int first, int last, int block, int end) {
        int rows = rows(state);
        clear(weights.gradient(), block, end, first, last);
        for (int k = 0; k < rows; k += Blocks.BATCH) {
            addBlocks(state, block, end, first, last, k, Math.min(Blocks.BATCH, rows - k));
        }
        move(state, weights, block, end, first, last);
    }

    private void addBlocks(StepState state, int block, int end, int first, int last, int k, int depth) {
        Panels values = in.values(state);
        Panels slopes = out.slopes();
        Panels sum = weights.gradient();
        kernels.multiplyColumns(
                scale(state),
                values.values(),
                values.at(block, k),
                values.stride(),
                slopes.values(),
                slopes.at(first, k),
                slopes.stride(),
                sum.values(),
                sum.at(first, block * WIDTH),
                sum.stride(),
                height(sum, block, end),
                Math.min(sum.columns(), last * WIDTH) - first * WIDTH,
                depth);
    }

    private void updateBias(StepState state, int p) {
        Panels sum = bias.gradient();
        clear(sum, 0, 1, p, p + 1);
        kernels.addRows(
                scale(state), out.slopes().values(), out.slopes().at(p, 0), rows(state), sum.values(), sum.at(p, 0));
        move(state, bias, 0, 1, p, p + 1);
    }

    /** Rows in blocks of 32 from one to before another. */
    private static int height(Panels parameter, int block, int end) {
        return Math.min(end * WIDTH, parameter.rows()) - block * WIDTH;
    }

    private void clear(Panels gradient, int block, int end, int first, int last) {
        for (int p = first; !optimizer.fused() && p < last; p++) {
            int at = gradient.at(p, block * WIDTH);
            Arrays.fill(gradient.values(), at, at + height(gradient, block, end) * WIDTH, 0f);
        }
    }

    private float scale(StepState state) {
        return (optimizer.fused() ? -state.rate() : 1f) / state.rows();
    }

    private void move(StepState state, Parameter parameter, int block, int end, int first, int last) {
        Panels values = parameter.values();
        for (int p = first; !optimizer.fused() && p < last; p++) {
            int offset = values.at(p, block * WIDTH) - values.origin();
            optimizer.move(kernels, state, parameter, offset, height(values, block, end) * WIDTH);
        }
    }
}
