package clock2cloud.nn.layer;

import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;

/** For nets that take rows. */
public final class RowFeed implements Feed {
    private final Signal in;
    private final int[] labels;
    private final Kernels kernels;

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
        int features = data.features();
        Panels values = in.values(state);
        for (int i = mine.from(state.rows()); i < mine.to(state.rows()); i++) {
            int row = order[first + i];
            if (data.isPixels()) {
                kernels.gather(
                        data.pixels(row), row * features, values.values(), values.at(0, i), values.stride(), features);
            } else {
                copy(data.floats(), row * features, values, i, features);
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
