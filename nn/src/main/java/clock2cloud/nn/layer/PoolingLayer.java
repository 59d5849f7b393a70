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
                for (int c = 0; c < slopes.width(p); c++) {
                    spread(p, spot, c);
                }
            }
        }
        in.finishSlopes(kernels, from * in.spots(), to * in.spots());
    }

    private void spread(int p, int spot, int c) {
        int corner = corner(spot);
        float slope = out.slopes().values()[out.slopes().at(p, spot) + c];
        float largestValue = out.values().values()[out.values().at(p, spot) + c];
        for (int i = 0; i < size * size; i++) {
            int row = corner + inside(i);
            if (!largest) {
                in.slopes().values()[in.slopes().at(p, row) + c] = slope / (size * size);
            } else if (in.values().values()[in.values().at(p, row) + c] == largestValue) {
                in.slopes().values()[in.slopes().at(p, row) + c] = slope;
                return;
            }
        }
    }
}
