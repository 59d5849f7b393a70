package clock2cloud.app.story.host;

import clock2cloud.nn.LayerShape;
import clock2cloud.nn.Net;
import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a net's training step. */
final class StepParts {
    private static final int FLOAT_BYTES = 4;
    private static final int SIGNALS = 3; // values, slopes and slopes turned

    private StepParts() {}

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
        parts.add(new StepPart(StepPart.Kind.COST, 1 + layers, 0, last, batch, batch, net.classes(), 0, bytes));
        int first = firstWithWeights(net);
        for (int i = layers - 1; i > first; i--) {
            parts.add(backward(net, i, shapes[i], shapes[i + 1], batch, bytes));
        }
        for (int i = 0; i < layers; i++) {
            if (hasWeights(net, i)) {
                parts.add(update(net, i, shapes[i], shapes[i + 1], batch, bytes));
            }
        }
        parts.add(new StepPart(
                StepPart.Kind.END, 2 + 3 * layers, 0, Activation.IDENTITY, batch, batch, net.classes(), 0, bytes));
        return parts;
    }

    private static StepPart.Kind gather(Net net, int batch) {
        return !(net.layers().get(0) instanceof LayerShape.Dense first)
                ? StepPart.Kind.PICTURE_GATHER
                : batch > first.outputs() ? StepPart.Kind.GATHER : StepPart.Kind.GATHER_BY_EACH;
    }

    /** All but the wait at the end. */
    static List<StepPart> timed(Net net, int batch) {
        return of(net, batch).stream()
                .filter(part -> part.kind() != StepPart.Kind.END)
                .toList();
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
            own += watched.get(part.watched());
            flops += part.flops() * part.firstShare(threads);
        }
        double rate = flops > 0 ? own / flops : 1;
        double whole = own + watched.get(watched.size() - 1);
        double longest = 0;
        Map<StepPart, Double> seconds = new LinkedHashMap<>();
        for (StepPart part : timed(net, batch)) {
            double spent = watched.get(part.watched());
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
            return new StepPart(
                    StepPart.Kind.FORWARD, at, i + 1, f, batch, batch, dense.outputs(), in.features(), bytes);
        }
        if (layer instanceof LayerShape.Convolution c) {
            int sum = c.size() * c.size() * in.channels();
            return new StepPart(StepPart.Kind.CONVOLUTION, at, i + 1, f, batch, spots(out), c.filters(), sum, bytes);
        }
        return plain(net, true, at, i, f, in, out, batch, bytes);
    }

    private static StepPart backward(Net net, int i, ImageShape in, ImageShape out, int batch, double bytes) {
        LayerShape layer = net.layers().get(i);
        Activation below = activation(net, i - 1);
        int at = 2 + net.layers().size() + i;
        if (layer instanceof LayerShape.Dense dense) {
            StepPart.Kind kind =
                    turned(net, i - 1) ? StepPart.Kind.INPUT_GRADIENT_TURNED : StepPart.Kind.INPUT_GRADIENT;
            return new StepPart(kind, at, i + 1, below, batch, batch, in.features(), dense.outputs(), bytes);
        }
        if (layer instanceof LayerShape.Convolution c) {
            int sum = c.size() * c.size() * c.filters();
            int mean = (int) Math.max(1, Math.round(sum * (double) spots(out) / spots(in))); // fewer at the edge
            return new StepPart(
                    StepPart.Kind.CONVOLUTION_GRADIENT, at, i + 1, below, batch, spots(in), in.channels(), mean, bytes);
        }
        return plain(net, false, at, i, below, in, out, batch, bytes);
    }

    /** Whether a product's input gradient reads the slopes that layer {@code i} is given, and reads them turned. */
    private static boolean turned(Net net, int i) {
        return i > firstWithWeights(net) && net.layers().get(i) instanceof LayerShape.Dense;
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
            StepPart.Kind kind = forward ? StepPart.Kind.POOLING : StepPart.Kind.POOLING_GRADIENT;
            return new StepPart(
                    kind, at, i + 1, f, batch, spots(out), out.channels(), pooling.size() * pooling.size(), bytes);
        }
        if (layer instanceof LayerShape.Dropout && isPicture(net, i)) {
            StepPart.Kind kind = forward ? StepPart.Kind.PICTURE_DROPOUT : StepPart.Kind.PICTURE_DROPOUT_GRADIENT;
            return new StepPart(kind, at, i + 1, f, batch, spots(in), in.channels(), 1, bytes);
        }
        StepPart.Kind kind = layer instanceof LayerShape.Flatten
                ? forward ? StepPart.Kind.FLATTEN : StepPart.Kind.FLATTEN_GRADIENT
                : forward ? StepPart.Kind.DROPOUT : StepPart.Kind.DROPOUT_GRADIENT;
        return new StepPart(kind, at, i + 1, f, batch, batch, in.features(), 0, bytes);
    }

    private static StepPart update(Net net, int i, ImageShape in, ImageShape out, int batch, double bytes) {
        int at = 2 + 2 * net.layers().size() + i;
        if (net.layers().get(i) instanceof LayerShape.Convolution c) {
            int sum = c.size() * c.size() * in.channels();
            return new StepPart(
                    StepPart.Kind.CONVOLUTION_UPDATE,
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
                StepPart.Kind.WEIGHT_UPDATE,
                at,
                i + 1,
                Activation.IDENTITY,
                batch,
                in.features(),
                out.features(),
                batch,
                bytes);
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
        double floats = net.parameters() + (double) batch * shapes[0].features();
        for (int i = 1; i < shapes.length; i++) {
            floats += (double) SIGNALS * batch * shapes[i].features();
        }
        return FLOAT_BYTES * floats;
    }
}
