package clock2cloud.nn.layer;

import static clock2cloud.nn.kernel.Panels.WIDTH;

import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import clock2cloud.nn.kernel.Planes;
import clock2cloud.nn.kernel.Store;
import java.util.Arrays;

/** For nets that begin with a convolution: 32 pixels of 32 images at a time are gathered as rows and turned. */
public final class PictureFeed implements Feed {
    private final Planes to;
    private final int[] labels;
    private final Kernels kernels;
    /** A block for each worker: gathered, and turned. */
    private final Panels rows;

    private final Panels turned;

    public PictureFeed(PictureSignal in, int[] labels, Kernels kernels, Store store, int workers) {
        this.to = in.values();
        this.labels = labels;
        this.kernels = kernels;
        this.rows = new Panels(WIDTH * workers, WIDTH, store);
        this.turned = new Panels(WIDTH * workers, WIDTH, store);
    }

    @Override
    public void gather(DataSet data, int[] order, int first, StepState state, Share share) {
        for (int i = share.from(state.rows()); i < share.to(state.rows()); i++) {
            labels[i] = data.labels()[order[first + i]];
        }
        int features = data.features();
        int blocks = Panels.panelsOf(features);
        int units = Panels.panelsOf(state.rows()) * blocks;
        for (int unit = share.from(units); unit < share.to(units); unit++) {
            int panel = unit / blocks;
            int feature = unit % blocks * WIDTH;
            int images = Math.min(WIDTH, state.rows() - panel * WIDTH);
            block(
                    data,
                    order,
                    first + panel * WIDTH,
                    images,
                    feature,
                    Math.min(WIDTH, features - feature),
                    panel,
                    share);
        }
    }

    private void block(
            DataSet data, int[] order, int first, int images, int feature, int count, int panel, Share share) {
        int own = share.worker() * WIDTH;
        float[] values = rows.values();
        for (int i = 0; i < images; i++) {
            int row = order[first + i];
            int from = row * data.features() + feature;
            int at = rows.at(0, own + i);
            if (data.isPixels()) {
                kernels.gather(data.pixels(row), from, values, at, 0, count);
            } else {
                System.arraycopy(data.floats(), from, values, at, count);
            }
        }
        if (images < WIDTH) {
            Arrays.fill(turned.values(), turned.at(0, own), turned.at(0, own + WIDTH), 0f);
        }
        kernels.transpose(values, rows.at(0, own), turned.values(), turned.at(0, own), images, count);
        int size = to.width() * to.height();
        for (int f = feature; f < feature + count; f++) {
            int place = to.at(panel, f % size / to.width(), f % to.width()) + f / size * WIDTH;
            System.arraycopy(turned.values(), turned.at(0, own + f - feature), to.values(), place, WIDTH);
        }
    }
}
