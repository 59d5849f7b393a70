package clock2cloud.nn.layer;

import static clock2cloud.nn.kernel.Panels.WIDTH;

import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import clock2cloud.nn.kernel.Store;

/**
 * {@code ∂C/∂X = D Wᵀ}, times {@code f'} of the layer below: by {@code (D Wᵀ)ᵀ = W Dᵀ}, for a product wants its right operand in panels,
 * and D is kept turned.
 */
final class InputGradient {
    private final Signal in;
    private final Signal out;
    private final Panels weights;
    private final Panels zeros;
    private final Kernels kernels;
    private final RowProduct product;

    InputGradient(Signal in, Signal out, Panels weights, Kernels kernels, Store store) {
        this.in = in;
        this.out = out;
        this.weights = weights;
        this.zeros = new Panels(1, WIDTH, store);
        this.kernels = kernels;
        this.product = new RowProduct(kernels);
    }

    /** This worker's share; units are 32 inputs. */
    void work(StepState state, Share share) {
        int rows = state.rows() * in.spots();
        int blocks = Panels.panelsOf(in.features());
        int end = Math.min(share.to(blocks) * WIDTH, in.features());
        for (int top = share.from(blocks) * WIDTH; top < end; top += Blocks.ROWS) {
            int height = Math.min(Blocks.ROWS, end - top);
            product.multiply(weights, top, height, out.turned(), 0, Panels.panelsOf(rows), zeros, in.turned());
            for (int block = top / WIDTH; block * WIDTH < top + height; block++) {
                turn(block, rows);
            }
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
}
