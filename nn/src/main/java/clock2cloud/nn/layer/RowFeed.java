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
        int features = data.features();
        Panels values = in.values();
        for (int i = share.from(state.rows()); i < share.to(state.rows()); i++) {
            int row = order[first + i];
            labels[i] = data.labels()[row];
            if (data.isPixels()) {
                kernels.gather(
                        data.pixels(row), row * features, values.values(), values.at(0, i), values.stride(), features);
            } else {
                copy(data.floats(), row * features, i, features);
            }
        }
    }

    private void copy(float[] from, int at, int row, int features) {
        for (int f = 0; f < features; f += Panels.WIDTH) {
            System.arraycopy(
                    from,
                    at + f,
                    in.values().values(),
                    in.values().at(f / Panels.WIDTH, row),
                    Math.min(Panels.WIDTH, features - f));
        }
    }
}
