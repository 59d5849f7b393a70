package clock2cloud.nn.layer;

import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import clock2cloud.nn.kernel.Planes;
import clock2cloud.nn.kernel.Store;

/**
 * What flows between two layers of pictures for one batch: values forward, and {@code ∂C/∂z} backward, where {@code values =
 * activation(z)}. Lanes of images that the batch does not have keep the slope zero, and halves of 16 lanes without any are not read.
 */
public final class PictureSignal {
    private final ImageShape shape;
    private final Activation activation;
    private final Planes values;
    private final Planes slopes;

    /**
     * @param border the padding of the convolution that reads it
     * @param packed true if it is flattened next; else pixels are kept off powers of two
     */
    public PictureSignal(int images, ImageShape shape, Activation activation, int border, boolean packed, Store store) {
        this.shape = shape;
        this.activation = activation;
        this.values = new Planes(images, shape.width(), shape.height(), shape.channels(), border, packed, store);
        this.slopes = new Planes(images, shape.width(), shape.height(), shape.channels(), 0, packed, store);
    }

    public ImageShape shape() {
        return shape;
    }

    public Activation activation() {
        return activation;
    }

    public Planes values() {
        return values;
    }

    public Planes slopes() {
        return slopes;
    }

    /** Floats of one pixel of a panel. */
    int pixel() {
        return shape.channels() * Panels.WIDTH;
    }

    /** Lines of all the panels that a batch of {@code rows} images touches: what workers share. */
    int lines(int rows) {
        return Panels.panelsOf(rows) * shape.height();
    }

    /** A pixel's slopes of the values become slopes before the activation. */
    void finishSlopes(Kernels kernels, int panel, int y, int x) {
        kernels.derive(
                activation, values.values(), values.at(panel, y, x), slopes.values(), slopes.at(panel, y, x), pixel());
    }
}
