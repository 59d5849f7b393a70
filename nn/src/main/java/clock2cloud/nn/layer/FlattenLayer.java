package clock2cloud.nn.layer;

import static clock2cloud.nn.kernel.Panels.WIDTH;

import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;

/** An image's pixels side by side in one row: feature {@code spot · channels + channel}, as Keras does. */
public final class FlattenLayer implements Layer {
    private final Signal in;
    private final Signal out;
    private final Kernels kernels;

    public FlattenLayer(Signal in, Signal out, Kernels kernels) {
        this.in = in;
        this.out = out;
        this.kernels = kernels;
    }

    @Override
    public void forward(StepState state, Share share) {
        for (int image = share.from(state.rows()); image < share.to(state.rows()); image++) {
            move(image, in.values(), out.values(), true);
        }
    }

    @Override
    public void inputGradient(StepState state, Share share) {
        for (int image = share.from(state.rows()); image < share.to(state.rows()); image++) {
            move(image, in.slopes(), out.slopes(), false);
        }
        in.finishSlopes(kernels, share.from(state.rows()) * in.spots(), share.to(state.rows()) * in.spots());
    }

    private void move(int image, Panels pixels, Panels rows, boolean forth) {
        int channels = in.features();
        for (int spot = 0; spot < in.spots(); spot++) {
            for (int channel = 0; channel < channels; channel++) {
                int feature = spot * channels + channel;
                int pixel = pixels.at(channel / WIDTH, image * in.spots() + spot) + channel % WIDTH;
                int cell = rows.at(feature / WIDTH, image) + feature % WIDTH;
                if (forth) {
                    rows.values()[cell] = pixels.values()[pixel];
                } else {
                    pixels.values()[pixel] = rows.values()[cell];
                }
            }
        }
    }
}
