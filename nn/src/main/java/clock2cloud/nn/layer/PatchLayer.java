package clock2cloud.nn.layer;

import static clock2cloud.nn.kernel.Panels.WIDTH;

import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import java.util.Arrays;

/**
 * The window of every output pixel laid out as a row, so that a convolution is a {@link DenseLayer} over the rows: the
 * feature {@code (dy · size + dx) · channels + channel} of a row is the input at that place, zero outside the picture
 * (Keras's order of a kernel). Backward, every input pixel adds up the slopes of the windows that saw it (Chellapilla,
 * Puri and Simard, 2006).
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
                    window(image, y, x, true);
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
                    window(image, y, x, false);
                }
            }
        }
        in.finishSlopes(kernels, from * spots, to * spots);
    }

    /** Lays a window out, or adds its slopes to the pixels that it saw; line by line, as far as lines are inside. */
    private void window(int image, int y, int x, boolean forth) {
        int row = (image * outHeight + y) * outWidth + x;
        int left = Math.max(0, padding - x);
        int right = Math.min(size, grid.width() + padding - x);
        for (int dy = 0; dy < size; dy++) {
            int line = y + dy - padding;
            int feature = dy * size * grid.channels();
            if (line < 0 || line >= grid.height()) {
                clear(row, feature, forth ? size * grid.channels() : 0);
                continue;
            }
            clear(row, feature, forth ? left * grid.channels() : 0);
            if (grid.planar() && grid.channels() == 1) {
                plane(image, line * grid.width() + x + left - padding, row, feature + left, right - left, forth);
            } else {
                for (int dx = left; dx < right; dx++) {
                    pixel(image, line, x + dx - padding, row, feature + dx * grid.channels(), forth);
                }
            }
            clear(row, feature + right * grid.channels(), forth ? (size - right) * grid.channels() : 0);
        }
    }

    private void clear(int row, int feature, int count) {
        Panels patches = out.values();
        for (int f = feature; f < feature + count; f++) {
            patches.values()[patches.at(f / WIDTH, row) + f % WIDTH] = 0f;
        }
    }

    /** Neighbours in a line of a single plane, which lie together up to a panel's edge. */
    private void plane(int image, int place, int row, int feature, int count, boolean forth) {
        Panels patches = forth ? out.values() : out.slopes();
        Panels pixels = forth ? in.values() : in.slopes();
        for (int done = 0; done < count; ) {
            int f = feature + done;
            int from = place + done;
            int run = Math.min(count - done, Math.min(WIDTH - f % WIDTH, WIDTH - from % WIDTH));
            int at = patches.at(f / WIDTH, row) + f % WIDTH;
            int pixel = pixels.at(from / WIDTH, image) + from % WIDTH;
            if (forth) {
                for (int i = 0; i < run; i++) {
                    patches.values()[at + i] = pixels.values()[pixel + i];
                }
            } else {
                add(patches.values(), at, pixels.values(), pixel, run);
            }
            done += run;
        }
    }

    /** All channels of one pixel, which lie together unless the input is planar. */
    private void pixel(int image, int y, int x, int row, int feature, boolean forth) {
        Panels patches = forth ? out.values() : out.slopes();
        Panels pixels = forth ? in.values() : in.slopes();
        for (int channel = 0; channel < grid.channels(); ) {
            int f = feature + channel;
            int at = patches.at(f / WIDTH, row) + f % WIDTH;
            int from = grid.at(pixels, image, channel, y, x);
            int rest = Math.min(WIDTH - f % WIDTH, WIDTH - channel % WIDTH);
            int run = grid.planar() ? 1 : Math.min(grid.channels() - channel, rest);
            if (forth && run == 1) {
                patches.values()[at] = pixels.values()[from];
            } else if (forth) {
                System.arraycopy(pixels.values(), from, patches.values(), at, run);
            } else {
                add(patches.values(), at, pixels.values(), from, run);
            }
            channel += run;
        }
    }

    private static void add(float[] from, int at, float[] to, int toAt, int count) {
        for (int i = 0; i < count; i++) {
            to[toAt + i] += from[at + i];
        }
    }
}
