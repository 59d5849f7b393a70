package clock2cloud.nn.layer;

import static clock2cloud.nn.kernel.Panels.WIDTH;

import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import clock2cloud.nn.kernel.Planes;
import java.util.Arrays;

/**
 * An image's pixels side by side in one row: feature {@code spot · channels + channel}, as Keras does. Packed planes hold
 * features in that order, so it is a turned matrix.
 */
public final class FlattenLayer implements Layer {
    private final PictureSignal in;
    private final Signal out;
    private final Kernels kernels;

    public FlattenLayer(PictureSignal in, Signal out, Kernels kernels) {
        this.in = in;
        this.out = out;
        this.kernels = kernels;
    }

    @Override
    public void forward(StepState state, Share share) {
        int blocks = out.values().panels();
        int units = Panels.panelsOf(state.rows()) * blocks;
        for (int unit = share.from(units); unit < share.to(units); unit++) {
            int panel = unit / blocks;
            int block = unit % blocks;
            kernels.transpose(
                    in.values().values(),
                    in.values().at(panel, 0, 0) + block * WIDTH * WIDTH,
                    out.values().values(),
                    out.values().at(block, panel * WIDTH),
                    out.values().width(block),
                    Math.min(WIDTH, state.rows() - panel * WIDTH));
        }
    }

    @Override
    public void inputGradient(StepState state, Share share) {
        int blocks = out.values().panels();
        int units = Panels.panelsOf(state.rows()) * blocks;
        Planes slopes = in.slopes();
        for (int unit = share.from(units); unit < share.to(units); unit++) {
            int panel = unit / blocks;
            int block = unit % blocks;
            int images = Math.min(WIDTH, state.rows() - panel * WIDTH);
            int features = out.values().width(block);
            int to = slopes.at(panel, 0, 0) + block * WIDTH * WIDTH;
            if (images < WIDTH) {
                Arrays.fill(slopes.values(), to, to + features * WIDTH, 0f);
            }
            kernels.transpose(
                    out.slopes().values(),
                    out.slopes().at(block, panel * WIDTH),
                    slopes.values(),
                    to,
                    images,
                    features);
            int seen = in.values().at(panel, 0, 0) + block * WIDTH * WIDTH;
            kernels.derive(in.activation(), in.values().values(), seen, slopes.values(), to, features * WIDTH);
        }
    }
}
