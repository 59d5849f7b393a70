package clock2cloud.nn.layer;

import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;

/**
 * For nets that take rows. They lie anywhere in memory, and converting one leaves a processor no room to begin with the next; so
 * some rows are touched, a byte of each cache line, before they are converted: they then come from memory together.
 */
public final class RowFeed implements Feed {
    private static final int ROWS_AT_A_TIME = 16;
    private static final int LINE = 64;

    private final Signal in;
    private final int[] labels;
    private final Kernels kernels;

    /** A sum that bytes do not reach. What is touched must seem to be of use, and workers should not write to one cache line. */
    private int unmet = Integer.MIN_VALUE;

    public RowFeed(Signal in, int[] labels, Kernels kernels) {
        this.in = in;
        this.labels = labels;
        this.kernels = kernels;
    }

    @Override
    public void gather(DataSet data, int[] order, int first, StepState state, Share share) {
        for (int i = share.from(state.rows()); i < share.to(state.rows()); i++) {
            labels[i] = data.labels()[order[first + i]];
        }
        Share mine = in.isCopied() ? Share.ALL : share;
        int to = mine.to(state.rows());
        for (int i = mine.from(state.rows()); i < to; i += ROWS_AT_A_TIME) {
            int count = Math.min(ROWS_AT_A_TIME, to - i);
            if (touch(data, order, first + i, count) == unmet) {
                unmet++;
            }
            convert(data, order, first + i, count, in.values(state), i);
        }
    }

    /** A sum of no meaning, which keeps the reads alive. */
    private static int touch(DataSet data, int[] order, int first, int count) {
        if (!data.isPixels()) {
            return 0;
        }
        int features = data.features();
        int sum = 0;
        for (int i = first; i < first + count; i++) {
            byte[] pixels = data.pixels(order[i]);
            int at = order[i] * features;
            for (int line = at; line < at + features; line += LINE) {
                sum += pixels[line];
            }
        }
        return sum;
    }

    private void convert(DataSet data, int[] order, int first, int count, Panels values, int to) {
        int features = data.features();
        for (int i = 0; i < count; i++) {
            int row = order[first + i];
            if (data.isPixels()) {
                kernels.gather(
                        data.pixels(row),
                        row * features,
                        values.values(),
                        values.at(0, to + i),
                        values.stride(),
                        features);
            } else {
                copy(data.floats(), row * features, values, to + i, features);
            }
        }
    }

    @Override
    public boolean isCopied() {
        return in.isCopied();
    }

    private static void copy(float[] from, int at, Panels values, int row, int features) {
        for (int f = 0; f < features; f += Panels.WIDTH) {
            System.arraycopy(
                    from,
                    at + f,
                    values.values(),
                    values.at(f / Panels.WIDTH, row),
                    Math.min(Panels.WIDTH, features - f));
        }
    }
}
