package clock2cloud.nn.layer;

import static clock2cloud.nn.kernel.Panels.WIDTH;

import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import clock2cloud.nn.kernel.PictureKernels;

/** {@link Drops} of rows. */
public final class DropoutLayer implements Layer {
    private final Drops drops;
    private final Signal in;
    private final Signal out;
    private final Kernels kernels;
    private final PictureKernels pictures;

    public DropoutLayer(double fraction, long seed, Signal in, Signal out, Kernels kernels) {
        this.drops = new Drops(fraction, seed);
        this.in = in;
        this.out = out;
        this.kernels = kernels;
        this.pictures = kernels.pictures();
    }

    @Override
    public void forward(StepState state, Share share) {
        thin(state, share.from(state.rows()), share.to(state.rows()), in.values(), out.values());
    }

    /** Units are 16 images: their turned slopes lie side by side, and no two workers write to one line of a cache. */
    @Override
    public void inputGradient(StepState state, Share share) {
        int panels = Panels.panelsOf(state.rows());
        int from = share.from(panels) * WIDTH;
        int to = Math.min(share.to(panels) * WIDTH, state.rows());
        if (from < to) {
            thin(state, from, to, out.slopes(), in.slopes());
            in.finishSlopes(kernels, from, to);
        }
    }

    private void thin(StepState state, int row, int end, Panels from, Panels to) {
        int count = (end - row) * WIDTH;
        for (int p = 0; p < from.panels(); p++) {
            int cell = (p * from.rows() + row) * WIDTH;
            drops.thin(pictures, state, cell, from.values(), from.at(p, row), to.values(), to.at(p, row), count);
        }
    }
}
