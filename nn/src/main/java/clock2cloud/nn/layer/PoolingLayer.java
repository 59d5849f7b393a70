package clock2cloud.nn.layer;

import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.PictureKernels;
import java.util.Arrays;

/**
 * Squares of {@code size × size} pixels become one: the largest, or the mean. Pixels past the last whole square are left
 * out. Backward, the slope goes to the first of the largest, or in equal parts to all.
 */
public final class PoolingLayer implements Layer {
    private final int size;
    private final boolean largest;
    private final PictureSignal in;
    private final PictureSignal out;
    private final Kernels kernels;
    private final PictureKernels pictures;

    public PoolingLayer(int size, boolean largest, PictureSignal in, PictureSignal out, Kernels kernels) {
        this.size = size;
        this.largest = largest;
        this.in = in;
        this.out = out;
        this.kernels = kernels;
        this.pictures = kernels.pictures();
    }

    @Override
    public void forward(StepState state, Share share) {
        int height = out.shape().height();
        int lines = out.lines(state.rows());
        for (int line = share.from(lines); line < share.to(lines); line++) {
            for (int x = 0; x < out.shape().width(); x++) {
                pool(line / height, line % height, x);
            }
        }
    }

    private void pool(int panel, int y, int x) {
        float[] from = in.values().values();
        float[] to = out.values().values();
        int at = out.values().at(panel, y, x);
        int count = out.pixel();
        System.arraycopy(from, in.values().at(panel, y * size, x * size), to, at, count);
        for (int i = 1; i < size * size; i++) {
            int seen = in.values().at(panel, y * size + i / size, x * size + i % size);
            if (largest) {
                pictures.larger(from, seen, to, at, count);
            } else {
                pictures.add(from, seen, to, at, count);
            }
        }
        if (!largest) {
            pictures.scale(1f / (size * size), to, at, to, at, count);
        }
    }

    /** Units are lines of the result; the last line of a picture clears what no square covers below it. */
    @Override
    public void inputGradient(StepState state, Share share) {
        int height = out.shape().height();
        int lines = out.lines(state.rows());
        for (int line = share.from(lines); line < share.to(lines); line++) {
            int panel = line / height;
            int y = line % height;
            for (int x = 0; x < out.shape().width(); x++) {
                spread(panel, y, x);
            }
            clearRest(panel, y, y + 1 == height ? in.shape().height() : (y + 1) * size);
        }
    }

    private void spread(int panel, int y, int x) {
        float[] left = out.slopes().values();
        int from = out.slopes().at(panel, y, x);
        for (int i = 0; i < size * size; i++) {
            int line = y * size + i / size;
            int column = x * size + i % size;
            int to = in.slopes().at(panel, line, column);
            if (largest) {
                pictures.take(
                        in.values().values(),
                        in.values().at(panel, line, column),
                        out.values().values(),
                        out.values().at(panel, y, x),
                        left,
                        from,
                        in.slopes().values(),
                        to,
                        in.pixel());
            } else {
                pictures.scale(1f / (size * size), left, from, in.slopes().values(), to, in.pixel());
            }
            in.finishSlopes(kernels, panel, line, column);
        }
    }

    private void clearRest(int panel, int y, int end) {
        for (int line = y * size; line < end; line++) {
            int covered = line < (y + 1) * size ? out.shape().width() * size : 0;
            for (int x = covered; x < in.shape().width(); x++) {
                int at = in.slopes().at(panel, line, x);
                Arrays.fill(in.slopes().values(), at, at + in.pixel(), 0f);
            }
        }
    }
}
