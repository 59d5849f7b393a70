package clock2cloud.nn.layer;

import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.PictureKernels;
import clock2cloud.nn.kernel.Planes;

/** {@link Drops} of pictures; units are lines. */
public final class PictureDropoutLayer implements Layer {
    private final Drops drops;
    private final PictureSignal in;
    private final PictureSignal out;
    private final Kernels kernels;
    private final PictureKernels pictures;

    public PictureDropoutLayer(double fraction, long seed, PictureSignal in, PictureSignal out, Kernels kernels) {
        this.drops = new Drops(fraction, seed);
        this.in = in;
        this.out = out;
        this.kernels = kernels;
        this.pictures = kernels.pictures();
    }

    @Override
    public void forward(StepState state, Share share) {
        int lines = in.lines(state.rows());
        for (int line = share.from(lines); line < share.to(lines); line++) {
            for (int x = 0; x < in.shape().width(); x++) {
                thin(state, line, x, in.values(), out.values());
            }
        }
    }

    @Override
    public void inputGradient(StepState state, Share share) {
        int lines = in.lines(state.rows());
        int height = in.shape().height();
        for (int line = share.from(lines); line < share.to(lines); line++) {
            for (int x = 0; x < in.shape().width(); x++) {
                thin(state, line, x, out.slopes(), in.slopes());
                in.finishSlopes(kernels, line / height, line % height, x);
            }
        }
    }

    private void thin(StepState state, int line, int x, Planes from, Planes to) {
        int panel = line / from.height();
        int y = line % from.height();
        int cell = (line * from.width() + x) * in.pixel();
        drops.thin(
                pictures,
                state,
                cell,
                from.values(),
                from.at(panel, y, x),
                to.values(),
                to.at(panel, y, x),
                in.pixel());
    }
}
