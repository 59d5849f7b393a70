package clock2cloud.nn.layer;

import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.Panels;
import clock2cloud.nn.kernel.Store;

/**
 * What flows between two layers for one batch: values {@code rows × features} forward, and {@code ∂C/∂z} backward, where
 * {@code values = activation(z)}. A picture of {@code spots} pixels takes that many rows, its channels are the features.
 *
 * <p>{@code slopes} is {@code rows × features}; {@code turned} is the same, {@code features × rows}: the input gradient
 * of a product comes out turned, and the next one reads it so.
 */
public final class Signal {
    private final int spots;
    private final Activation activation;
    private final Panels values;
    private final Panels slopes;
    private final Panels turned;
    private boolean turnedRead = true;

    public Signal(int images, int spots, int features, Activation activation, Store store) {
        this.spots = spots;
        this.activation = activation;
        this.values = new Panels(images * spots, features, store);
        this.slopes = new Panels(images * spots, features, store);
        this.turned = new Panels(features, images * spots, store);
    }

    public int features() {
        return values.columns();
    }

    public int spots() {
        return spots;
    }

    public Activation activation() {
        return activation;
    }

    public Panels values() {
        return values;
    }

    public Panels slopes() {
        return slopes;
    }

    public Panels turned() {
        return turned;
    }

    /** Said of what comes out of the first layer with weights: no input gradient below it reads {@link #turned}. */
    public void leaveUnturned() {
        turnedRead = false;
    }

    boolean turnedRead() {
        return turnedRead;
    }
}
