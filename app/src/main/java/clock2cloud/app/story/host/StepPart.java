package clock2cloud.app.story.host;

import clock2cloud.nn.LayerShape;
import clock2cloud.nn.Net;
import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.Panels;
import clock2cloud.nn.layer.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
    private static final int SIGNALS = 3; // values, slopes and slopes turned
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

    /** In the order of the step; each reads or makes what the part before it left. */
    static List<StepPart> of(Net net, int batch) {
        int layers = net.layers().size();
        ImageShape[] shapes = shapes(net);
        double bytes = workingSet(net, shapes, batch);
        List<StepPart> parts = new ArrayList<>();
        parts.add(new StepPart(gather(net, batch), 0, 0, Activation.IDENTITY, batch, batch, net.inputs(), 0, bytes));
        for (int i = 0; i < layers; i++) {
            parts.add(forward(net, i, shapes[i], shapes[i + 1], batch, bytes));
        }
        Activation last = activation(net, layers - 1);
        parts.add(new StepPart(Kind.COST, 1 + layers, 0, last, batch, batch, net.classes(), 0, bytes));
        int first = firstWithWeights(net);
        for (int i = layers - 1; i > first; i--) {
            parts.add(backward(net, i, shapes[i], shapes[i + 1], batch, bytes));
        }
        for (int i = 0; i < layers; i++) {
            if (hasWeights(net, i)) {
                parts.add(update(net, i, shapes[i], shapes[i + 1], batch, bytes));
            }
        }
        parts.add(
                new StepPart(Kind.END, 2 + 3 * layers, 0, Activation.IDENTITY, batch, batch, net.classes(), 0, bytes));
        return parts;
    }

    private static Kind gather(Net net, int batch) {
        return !(net.layers().get(0) instanceof LayerShape.Dense first)
                ? Kind.PICTURE_GATHER
                : batch > first.outputs() ? Kind.GATHER : Kind.GATHER_BY_EACH;
    }

    /** All but the wait at the end. */
    static List<StepPart> timed(Net net, int batch) {
        return of(net, batch).stream().filter(part -> part.kind != Kind.END).toList();
    }

    /**
     * Seconds of each part, as the first worker was watched. There is no barrier between the updates of the weights, so what it waited for
     * at the end is shared out among them: where an update does not cut evenly the first worker has less of it than the last, or nothing.
     *
     * @param watched seconds by the watch's parts
     */
    static Map<StepPart, Double> seconds(Net net, int batch, int threads, List<Double> watched) {
        List<StepPart> updates =
                of(net, batch).stream().filter(StepPart::isUpdate).toList();
        double own = 0;
        double flops = 0;
        for (StepPart part : updates) {
            own += watched.get(part.watched);
            flops += part.flops() * part.firstShare(threads);
        }
        double rate = flops > 0 ? own / flops : 1;
        double whole = own + watched.get(watched.size() - 1);
        double longest = 0;
        Map<StepPart, Double> seconds = new LinkedHashMap<>();
        for (StepPart part : timed(net, batch)) {
            double spent = watched.get(part.watched);
            if (part.isUpdate()) {
                double first = part.firstShare(threads);
                spent = first > 0 ? spent * part.lastShare(threads) / first : rate * part.flops();
                longest += spent;
            }
            seconds.put(part, spent);
        }
        double stretch = whole / longest;
        seconds.replaceAll((part, spent) -> part.isUpdate() ? spent * stretch : spent);
        return seconds;
    }

    /** What the first of some workers does of an update, which is never more than what the last does. */
    private double firstShare(int threads) {
        int units = updateUnits();
        return kind == Kind.WEIGHT_UPDATE ? new Share(0, threads).to(units) / (double) units : 1.0 / threads;
    }

    private double lastShare(int threads) {
        int units = updateUnits();
        return kind == Kind.WEIGHT_UPDATE
                ? 1 - new Share(threads - 1, threads).from(units) / (double) units
                : 1.0 / threads;
    }

    private int updateUnits() {
        return Panels.panelsOf(m) * Panels.panelsOf(n);
    }

    private boolean isUpdate() {
        return kind == Kind.WEIGHT_UPDATE || kind == Kind.CONVOLUTION_UPDATE;
    }

    private static ImageShape[] shapes(Net net) {
        ImageShape[] shapes = new ImageShape[net.layers().size() + 1];
        shapes[0] = net.input();
        for (int i = 0; i < net.layers().size(); i++) {
            shapes[i + 1] = net.layers().get(i).of(shapes[i]);
        }
        return shapes;
    }

    private static int firstWithWeights(Net net) {
        int first = 0;
        while (!hasWeights(net, first)) {
            first++;
        }
        return first;
    }

    private static boolean hasWeights(Net net, int i) {
        LayerShape layer = net.layers().get(i);
        return layer instanceof LayerShape.Dense || layer instanceof LayerShape.Convolution;
    }

    private static Activation activation(Net net, int i) {
        LayerShape layer = net.layers().get(i);
        return layer instanceof LayerShape.Dense dense
                ? dense.activation()
                : layer instanceof LayerShape.Convolution c ? c.activation() : Activation.IDENTITY;
    }

    private static StepPart forward(Net net, int i, ImageShape in, ImageShape out, int batch, double bytes) {
        LayerShape layer = net.layers().get(i);
        Activation f = activation(net, i);
        int at = 1 + i;
        if (layer instanceof LayerShape.Dense dense) {
            return new StepPart(Kind.FORWARD, at, i + 1, f, batch, batch, dense.outputs(), in.features(), bytes);
        }
        if (layer instanceof LayerShape.Convolution c) {
            int sum = c.size() * c.size() * in.channels();
            return new StepPart(Kind.CONVOLUTION, at, i + 1, f, batch, spots(out), c.filters(), sum, bytes);
        }
        return plain(net, true, at, i, f, in, out, batch, bytes);
    }

    private static StepPart backward(Net net, int i, ImageShape in, ImageShape out, int batch, double bytes) {
        LayerShape layer = net.layers().get(i);
        Activation below = activation(net, i - 1);
        int at = 2 + net.layers().size() + i;
        if (layer instanceof LayerShape.Dense dense) {
            return new StepPart(
                    Kind.INPUT_GRADIENT, at, i + 1, below, batch, batch, in.features(), dense.outputs(), bytes);
        }
        if (layer instanceof LayerShape.Convolution c) {
            int sum = c.size() * c.size() * c.filters();
            int mean = (int) Math.max(1, Math.round(sum * (double) spots(out) / spots(in))); // fewer at the edge
            return new StepPart(
                    Kind.CONVOLUTION_GRADIENT, at, i + 1, below, batch, spots(in), in.channels(), mean, bytes);
        }
        return plain(net, false, at, i, below, in, out, batch, bytes);
    }

    /** A layer without weights. */
    private static StepPart plain(
            Net net,
            boolean forward,
            int at,
            int i,
            Activation f,
            ImageShape in,
            ImageShape out,
            int batch,
            double bytes) {
        LayerShape layer = net.layers().get(i);
        if (layer instanceof LayerShape.Pooling pooling) {
            Kind kind = forward ? Kind.POOLING : Kind.POOLING_GRADIENT;
            return new StepPart(
                    kind, at, i + 1, f, batch, spots(out), out.channels(), pooling.size() * pooling.size(), bytes);
        }
        if (layer instanceof LayerShape.Dropout && isPicture(net, i)) {
            Kind kind = forward ? Kind.PICTURE_DROPOUT : Kind.PICTURE_DROPOUT_GRADIENT;
            return new StepPart(kind, at, i + 1, f, batch, spots(in), in.channels(), 1, bytes);
        }
        Kind kind = layer instanceof LayerShape.Flatten
                ? forward ? Kind.FLATTEN : Kind.FLATTEN_GRADIENT
                : forward ? Kind.DROPOUT : Kind.DROPOUT_GRADIENT;
        return new StepPart(kind, at, i + 1, f, batch, batch, in.features(), 0, bytes);
    }

    private static StepPart update(Net net, int i, ImageShape in, ImageShape out, int batch, double bytes) {
        int at = 2 + 2 * net.layers().size() + i;
        if (net.layers().get(i) instanceof LayerShape.Convolution c) {
            int sum = c.size() * c.size() * in.channels();
            return new StepPart(
                    Kind.CONVOLUTION_UPDATE,
                    at,
                    i + 1,
                    Activation.IDENTITY,
                    batch,
                    spots(out),
                    c.filters(),
                    sum,
                    bytes);
        }
        return new StepPart(
                Kind.WEIGHT_UPDATE, at, i + 1, Activation.IDENTITY, batch, in.features(), out.features(), batch, bytes);
    }

    /** Whether layer {@code i} takes pictures, not rows. */
    private static boolean isPicture(Net net, int i) {
        return net.layers().subList(0, i + 1).stream()
                .noneMatch(layer -> layer instanceof LayerShape.Dense || layer instanceof LayerShape.Flatten);
    }

    private static int spots(ImageShape shape) {
        return shape.width() * shape.height();
    }

    private static double workingSet(Net net, ImageShape[] shapes, int batch) {
        double floats = net.parameters();
        for (ImageShape shape : shapes) {
            floats += (double) SIGNALS * batch * shape.features();
        }
        return FLOAT_BYTES * floats;
    }

    /** Parts with one key share a surface; the cost differs with the last layer. */
    String key() {
        String word = (kind == Kind.GATHER_BY_EACH ? Kind.GATHER : kind)
                .name()
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        return word + (kind == Kind.COST ? " " + activation.name().toLowerCase(Locale.ROOT) : "");
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
            case INPUT_GRADIENT -> (inputs + weights / 2) / 2 + (m > n ? 3.0 * m * n / 4 : 0);
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
