package clock2cloud.nn.layer;

import static clock2cloud.nn.kernel.Panels.WIDTH;

import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import java.util.Arrays;

/**
 * Squares of {@code size × size} pixels become one: the largest, or the mean. Pixels past the last whole square are left
 * out. Backward, the slope goes to the first of the largest, or in equal parts to all.
 */
public final class PoolingLayer implements Layer {
    private final Grid grid;
    private final int size;
    private final boolean largest;
    private final Signal in;
    private final Signal out;
    private final Kernels kernels;

    public PoolingLayer(Grid grid, int size, boolean largest, Signal in, Signal out, Kernels kernels) {
        this.grid = grid;
        this.size = size;
        this.largest = largest;
        this.in = in;
        this.out = out;
        this.kernels = kernels;
    }

    private int outWidth() {
        return grid.width() / size;
    }

    /** The row of the square's first pixel. */
    private int corner(int spot) {
        int image = spot / out.spots();
        int y = spot % out.spots() / outWidth() * size;
        int x = spot % outWidth() * size;
        return (image * grid.height() + y) * grid.width() + x;
    }

    /** From the corner to the {@code i}-th pixel of the square. */
    private int inside(int i) {
        return i / size * grid.width() + i % size;
    }

    @Override
    public void forward(StepState state, Share share) {
        for (int p = 0; p < out.values().panels(); p++) {
            for (int spot = share.from(state.rows()) * out.spots();
                    spot < share.to(state.rows()) * out.spots();
                    spot++) {
                pool(p, spot);
            }
        }
    }

    private void pool(int p, int spot) {
        float[] x = in.values().values();
        float[] y = out.values().values();
        int to = out.values().at(p, spot);
        int corner = corner(spot);
        System.arraycopy(x, in.values().at(p, corner), y, to, WIDTH);
        for (int i = 1; i < size * size; i++) {
            int from = in.values().at(p, corner + inside(i));
            for (int c = 0; c < WIDTH; c++) {
                y[to + c] = largest ? Math.max(y[to + c], x[from + c]) : y[to + c] + x[from + c];
            }
        }
        if (!largest) {
            for (int c = 0; c < WIDTH; c++) {
                y[to + c] /= size * size;
            }
        }
    }

    @Override
    public void inputGradient(StepState state, Share share) {
        int from = share.from(state.rows());
        int to = share.to(state.rows());
        Panels slopes = in.slopes();
        for (int p = 0; p < slopes.panels(); p++) {
            Arrays.fill(slopes.values(), slopes.at(p, from * in.spots()), slopes.at(p, to * in.spots()), 0f);
            for (int spot = from * out.spots(); spot < to * out.spots(); spot++) {
                if (largest) {
                    spreadToLargest(p, spot);
                } else {
                    spreadEvenly(p, spot);
                }
            }
        }
        in.finishSlopes(kernels, from * in.spots(), to * in.spots());
    }

    private void spreadEvenly(int p, int spot) {
        int from = out.slopes().at(p, spot);
        for (int i = 0; i < size * size; i++) {
            int to = in.slopes().at(p, corner(spot) + inside(i));
            for (int c = 0; c < WIDTH; c++) {
                in.slopes().values()[to + c] = out.slopes().values()[from + c] / (size * size);
            }
        }
    }

    /** What a pixel takes is gone for the next: the slope is spent at the first of the largest. */
    private void spreadToLargest(int p, int spot) {
        float[] left = out.slopes().values();
        float[] x = in.values().values();
        float[] y = out.values().values();
        int from = out.slopes().at(p, spot);
        int at = out.values().at(p, spot);
        int width = in.slopes().width(p);
        for (int i = 0; i < size * size; i++) {
            int row = corner(spot) + inside(i);
            int to = in.slopes().at(p, row);
            int seen = in.values().at(p, row);
            for (int c = 0; c < width; c++) {
                float taken = x[seen + c] == y[at + c] ? left[from + c] : 0f;
                in.slopes().values()[to + c] = taken;
                left[from + c] -= taken;
            }
        }
    }
}
