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
        thin(state, share, in.values(), out.values());
    }

    @Override
    public void inputGradient(StepState state, Share share) {
        thin(state, share, out.slopes(), in.slopes());
        in.finishSlopes(kernels, share.from(state.rows()), share.to(state.rows()));
    }

    private void thin(StepState state, Share share, Panels from, Panels to) {
        int row = share.from(state.rows());
        int count = (share.to(state.rows()) - row) * WIDTH;
        for (int p = 0; p < from.panels(); p++) {
            int cell = (p * from.rows() + row) * WIDTH;
            drops.thin(pictures, state, cell, from.values(), from.at(p, row), to.values(), to.at(p, row), count);
        }
    }
}
