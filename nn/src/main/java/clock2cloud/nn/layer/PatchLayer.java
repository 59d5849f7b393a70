package clock2cloud.nn.layer;

import static clock2cloud.nn.kernel.Panels.WIDTH;

import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import java.util.Arrays;

/**
 * The window of every output pixel laid out as a row, so that a convolution is a {@link DenseLayer} over the rows: the
 * feature {@code (channel · size + dy) · size + dx} of a row is the input at that place, zero outside the picture.
 * Backward, every input pixel adds up the slopes of the windows that saw it (Chellapilla, Puri and Simard, 2006).
 */
public final class PatchLayer implements Layer {
    private final Grid grid;
    private final int size;
    private final int padding;
    private final Signal in;
    private final Signal out;
    private final Kernels kernels;
    private final int outWidth;
    private final int outHeight;

    public PatchLayer(Grid grid, int size, int padding, Signal in, Signal out, Kernels kernels) {
        this.grid = grid;
        this.size = size;
        this.padding = padding;
        this.in = in;
        this.out = out;
        this.kernels = kernels;
        this.outWidth = grid.width() + 2 * padding - size + 1;
        this.outHeight = grid.height() + 2 * padding - size + 1;
    }

    @Override
    public void forward(StepState state, Share share) {
        for (int image = share.from(state.rows()); image < share.to(state.rows()); image++) {
            for (int y = 0; y < outHeight; y++) {
                for (int x = 0; x < outWidth; x++) {
                    layOut(image, y, x);
                }
            }
        }
    }

    private void layOut(int image, int y, int x) {
        int row = (image * outHeight + y) * outWidth + x;
        Panels to = out.values();
        float[] from = in.values().values();
        int feature = 0;
        for (int channel = 0; channel < grid.channels(); channel++) {
            for (int dy = y - padding; dy < y - padding + size; dy++) {
                boolean inside = dy >= 0 && dy < grid.height();
                for (int dx = x - padding; dx < x - padding + size; dx++) {
                    float value = inside && dx >= 0 && dx < grid.width()
                            ? from[grid.at(in.values(), image, channel, dy, dx)]
                            : 0f;
                    to.values()[to.at(feature / WIDTH, row) + feature % WIDTH] = value;
                    feature++;
                }
            }
        }
    }

    @Override
    public void inputGradient(StepState state, Share share) {
        int from = share.from(state.rows());
        int to = share.to(state.rows());
        Panels slopes = in.slopes();
        int spots = in.spots();
        for (int p = 0; p < slopes.panels(); p++) {
            Arrays.fill(slopes.values(), slopes.at(p, from * spots), slopes.at(p, to * spots), 0f);
        }
        for (int image = from; image < to; image++) {
            for (int y = 0; y < outHeight; y++) {
                for (int x = 0; x < outWidth; x++) {
                    gatherBack(image, y, x);
                }
            }
        }
        in.finishSlopes(kernels, from * spots, to * spots);
    }

    private void gatherBack(int image, int y, int x) {
        int row = (image * outHeight + y) * outWidth + x;
        Panels from = out.slopes();
        float[] to = in.slopes().values();
        int feature = 0;
        for (int channel = 0; channel < grid.channels(); channel++) {
            for (int dy = y - padding; dy < y - padding + size; dy++) {
                boolean inside = dy >= 0 && dy < grid.height();
                for (int dx = x - padding; dx < x - padding + size; dx++) {
                    if (inside && dx >= 0 && dx < grid.width()) {
                        to[grid.at(in.slopes(), image, channel, dy, dx)] +=
                                from.values()[from.at(feature / WIDTH, row) + feature % WIDTH];
                    }
                    feature++;
                }
            }
        }
    }
}
