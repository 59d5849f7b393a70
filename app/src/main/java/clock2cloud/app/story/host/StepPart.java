package clock2cloud.app.story.host;

import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.Panels;
import clock2cloud.nn.layer.Share;
import java.util.Locale;

/**
 * One part of a training step, by its shape: what {@link clock2cloud.nn.StepWatch} tells apart.
 *
 * @param watched which of the watch's parts it is
 * @param layer counted from 1; 0 where it belongs to none
 * @param activation that it applies or derives
 * @param batch images
 * @param m rows of the result (of one image where it is a picture: pixels), n its columns (channels), k the length of the sums (0
 *     where there are none)
 * @param workingSetBytes that the whole step goes through: weights, and what flows between the layers
 */
record StepPart(
        Kind kind,
        int watched,
        int layer,
        Activation activation,
        int batch,
        int m,
        int n,
        int k,
        double workingSetBytes) {
    private static final int FLOAT_BYTES = 4;

    /** What is done, and the words for it. */
    enum Kind {
        GATHER("", "gather"),
        GATHER_BY_EACH("", "gather"),
        PICTURE_GATHER("", "gather"),
        FORWARD("dense", "forward"),
        CONVOLUTION("conv", "forward"),
        POOLING("pool", "forward"),
        FLATTEN("flatten", "forward"),
        DROPOUT("dropout", "forward"),
        COST("", "cost"),
        INPUT_GRADIENT("dense", "input-gradient"),
        INPUT_GRADIENT_TURNED("dense", "input-gradient"),
        CONVOLUTION_GRADIENT("conv", "input-gradient"),
        POOLING_GRADIENT("pool", "input-gradient"),
        FLATTEN_GRADIENT("flatten", "input-gradient"),
        DROPOUT_GRADIENT("dropout", "input-gradient"),
        PICTURE_DROPOUT("dropout", "forward"),
        PICTURE_DROPOUT_GRADIENT("dropout", "input-gradient"),
        WEIGHT_UPDATE("dense", "weight-update"),
        CONVOLUTION_UPDATE("conv", "weight-update"),
        END("", "end");

        private final String layer;
        private final String action;

        Kind(String layer, String action) {
            this.layer = layer;
            this.action = action;
        }
    }

    /** What the first of some workers does of an update, which is never more than what the last does. */
    double firstShare(int threads) {
        int units = updateUnits();
        return kind == Kind.WEIGHT_UPDATE ? new Share(0, threads).to(units) / (double) units : 1.0 / threads;
    }

    double lastShare(int threads) {
        int units = updateUnits();
        return kind == Kind.WEIGHT_UPDATE
                ? 1 - new Share(threads - 1, threads).from(units) / (double) units
                : 1.0 / threads;
    }

    private int updateUnits() {
        return Panels.panelsOf(m) * Panels.panelsOf(n);
    }

    boolean isUpdate() {
        return kind == Kind.WEIGHT_UPDATE || kind == Kind.CONVOLUTION_UPDATE;
    }

    /** Parts with one key share a surface; the cost differs with the last layer. */
    String key() {
        String word = same(kind).name().toLowerCase(Locale.ROOT).replace('_', '-');
        return word + (kind == Kind.COST ? " " + activation.name().toLowerCase(Locale.ROOT) : "");
    }

    private static Kind same(Kind kind) {
        return switch (kind) {
            case GATHER_BY_EACH -> Kind.GATHER;
            case INPUT_GRADIENT_TURNED -> Kind.INPUT_GRADIENT;
            default -> kind;
        };
    }

    /** As in {@code dense2 forward}. */
    String title() {
        return layer == 0 ? kind.action : kind.layer + layer + " " + kind.action;
    }

    /** Whether its rows are those of each image for itself. */
    boolean ofPictures() {
        return switch (kind) {
            case CONVOLUTION,
                    CONVOLUTION_GRADIENT,
                    CONVOLUTION_UPDATE,
                    POOLING,
                    POOLING_GRADIENT,
                    PICTURE_DROPOUT,
                    PICTURE_DROPOUT_GRADIENT -> true;
            default -> false;
        };
    }

    /**
     * Floats that a worker reads and another wrote, or writes and another has read since, if there are two. Workers share out a product's
     * outputs where those are no fewer than the batch's rows, the rows or inputs where they are; the input gradient is shared out by
     * inputs, so it takes half of the weights into the other cache, from where an update must call them back; and where the layer below was
     * shared out by rows, a quarter of its values, and half of the slopes that the other's update read.
     */
    double crossing() {
        double inputs = (double) m * k;
        double weights = (double) n * k;
        return switch (kind) {
            case FORWARD -> m > n ? weights / 2 : layer == 1 ? 0 : inputs / 2;
            case INPUT_GRADIENT, INPUT_GRADIENT_TURNED -> (inputs + weights / 2) / 2 + (m > n ? 3.0 * m * n / 4 : 0);
            case WEIGHT_UPDATE -> updateCrossing();
            default -> 0;
        };
    }

    /** Of an update, whose sums run over the {@code k} rows of a batch: {@code m} inputs, {@code n} outputs. */
    private double updateCrossing() {
        double weights = (double) m * n;
        double inputs = (double) m * k;
        double slopes = (double) n * k;
        if (k > n) {
            return (weights + inputs / 2 + slopes) / 2;
        }
        return layer == 1 ? 0 : (weights + inputs) / 2;
    }

    private double rows() {
        return ofPictures() ? (double) batch * m : m;
    }

    double flops() {
        return k == 0 ? rows() * n : 2.0 * rows() * n * k;
    }

    double bytes() {
        return k == 0 ? FLOAT_BYTES * 2.0 * m * n : FLOAT_BYTES * ((double) m * n + (double) m * k + (double) n * k);
    }
}
