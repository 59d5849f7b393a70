package clock2cloud.app.story.host;

import clock2cloud.nn.kernel.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One part of a training step of a fully connected net, by its shape: what {@link clock2cloud.nn.StepWatch} tells apart.
 *
 * @param watched which of the watch's parts it is
 * @param layer counted from 1; 0 where it belongs to none
 * @param activation that it applies or derives
 * @param m rows of the result, n its columns, k the length of the sums (0 where there are none)
 * @param workingSetBytes that the whole step goes through: weights, and what flows between the layers
 */
record StepPart(Kind kind, int watched, int layer, Activation activation, int m, int n, int k, double workingSetBytes) {
    private static final int SIGNALS = 3; // values, slopes and slopes turned
    private static final int FLOAT_BYTES = 4;

    /** What is done. */
    enum Kind {
        GATHER,
        FORWARD,
        COST,
        INPUT_GRADIENT,
        WEIGHT_UPDATE,
        END;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** In the order of the step; each reads or makes what the part before it left. */
    static List<StepPart> of(SampledNet net) {
        List<Integer> sizes = net.sizes();
        int layers = sizes.size() - 1;
        int batch = net.batch();
        Activation last = net.activation() == Activation.SIGMOID ? Activation.SIGMOID : Activation.SOFTMAX;
        double bytes = workingSet(sizes, batch);
        List<StepPart> parts = new ArrayList<>();
        parts.add(new StepPart(Kind.GATHER, 0, 0, Activation.IDENTITY, batch, sizes.get(0), 0, bytes));
        for (int i = 0; i < layers; i++) {
            Activation f = i + 1 < layers ? net.activation() : last;
            parts.add(new StepPart(Kind.FORWARD, 1 + i, i + 1, f, batch, sizes.get(i + 1), sizes.get(i), bytes));
        }
        parts.add(new StepPart(Kind.COST, 1 + layers, 0, last, batch, sizes.get(layers), 0, bytes));
        for (int i = layers - 1; i > 0; i--) {
            parts.add(new StepPart(
                    Kind.INPUT_GRADIENT,
                    2 + layers + i,
                    i + 1,
                    net.activation(),
                    batch,
                    sizes.get(i),
                    sizes.get(i + 1),
                    bytes));
        }
        for (int i = 0; i < layers; i++) {
            parts.add(new StepPart(
                    Kind.WEIGHT_UPDATE,
                    2 + 2 * layers + i,
                    i + 1,
                    Activation.IDENTITY,
                    sizes.get(i),
                    sizes.get(i + 1),
                    batch,
                    bytes));
        }
        parts.add(new StepPart(Kind.END, 2 + 3 * layers, 0, Activation.IDENTITY, batch, sizes.get(layers), 0, bytes));
        return parts;
    }

    private static double workingSet(List<Integer> sizes, int batch) {
        double floats = 0;
        for (int i = 0; i < sizes.size(); i++) {
            floats += (double) SIGNALS * batch * sizes.get(i);
            floats += i > 0 ? (double) sizes.get(i - 1) * sizes.get(i) : 0;
        }
        return FLOAT_BYTES * floats;
    }

    /** Parts with one key share a surface; the cost differs with the last layer. */
    String key() {
        return kind.word() + (kind == Kind.COST ? " " + activation.name().toLowerCase(Locale.ROOT) : "");
    }

    /** As in {@code dense2 forward}. */
    String title() {
        return layer == 0 ? kind.word() : "dense" + layer + " " + kind.word();
    }

    double flops() {
        return k == 0 ? (double) m * n : 2.0 * m * n * k;
    }

    double bytes() {
        return k == 0 ? FLOAT_BYTES * 2.0 * m * n : FLOAT_BYTES * ((double) m * n + (double) m * k + (double) n * k);
    }
}
