package clock2cloud.nn.layer;

import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Panels;
import clock2cloud.nn.kernel.Store;
import java.util.Arrays;

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
    private final Panels[] values;
    private final Panels slopes;
    private final Panels turned;
    private boolean turnedRead = true;

    public Signal(int images, int spots, int features, Activation activation, Store store) {
        this(images, spots, features, activation, store, 1);
    }

    /** @param copies of the values, one a worker: what all read and none computes need not cross between cores; or 1 */
    public Signal(int images, int spots, int features, Activation activation, Store store, int copies) {
        this.spots = spots;
        this.activation = activation;
        this.values = new Panels[copies];
        Arrays.setAll(values, copy -> new Panels(images * spots, features, store));
        this.slopes = new Panels(images * spots, features, store);
        this.turned = new Panels(features, images * spots, store);
    }

    public int features() {
        return values().columns();
    }

    public int spots() {
        return spots;
    }

    public Activation activation() {
        return activation;
    }

    public Panels values() {
        return values[0];
    }

    /** The copy that a worker reads. */
    Panels values(StepState state) {
        return values[state.worker() % values.length];
    }

    /** Whether each worker has all of the values to itself. */
    public boolean isCopied() {
        return values.length > 1;
    }

    public Panels slopes() {
        return slopes;
    }

    public Panels turned() {
        return turned;
    }

    /** Said where no product's input gradient reads {@link #turned}. */
    public void leaveUnturned() {
        turnedRead = false;
    }

    boolean turnedRead() {
        return turnedRead;
    }

    /** Slopes of the values in rows {@code from …} become slopes before the activation, and are turned if they are read so. */
    void finishSlopes(Kernels kernels, int from, int to) {
        for (int p = 0; p < slopes.panels(); p++) {
            kernels.derive(
                    activation,
                    values().values(),
                    values().at(p, from),
                    slopes.values(),
                    slopes.at(p, from),
                    (to - from) * Panels.WIDTH);
            for (int row = from; turnedRead && row < to; row += Panels.WIDTH - row % Panels.WIDTH) {
                int count = Math.min(to - row, Panels.WIDTH - row % Panels.WIDTH);
                int at = turned.at(row / Panels.WIDTH, p * Panels.WIDTH) + row % Panels.WIDTH;
                kernels.transpose(slopes.values(), slopes.at(p, row), turned.values(), at, count, slopes.width(p));
            }
        }
    }
}
