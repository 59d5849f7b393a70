package clock2cloud.app.story.host;

import clock2cloud.nn.LayerShape;
import clock2cloud.nn.Net;
import clock2cloud.nn.Settings;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.layer.Optimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A fully connected net and how it is trained.
 *
 * @param sizes neurons a layer, from inputs to classes
 * @param optimizer by its name, as {@link Optimizer#of} knows it
 */
public record SampledNet(List<Integer> sizes, Activation activation, int batch, String optimizer) {
    private static final double SMALL_RATE = 0.001;

    public SampledNet {
        sizes = List.copyOf(sizes);
    }

    public static SampledNet of(int batch, Activation activation, Integer... sizes) {
        return new SampledNet(List.of(sizes), activation, batch, "sgd");
    }

    /** A net whose layers are all dense, as it would be trained. */
    public static SampledNet of(Net net, int batch, String optimizer) {
        List<Integer> sizes = new ArrayList<>(List.of(net.inputs()));
        for (LayerShape layer : net.layers()) {
            if (!(layer instanceof LayerShape.Dense dense)) {
                throw new IllegalArgumentException("a net with a "
                        + layer.getClass().getSimpleName().toLowerCase(Locale.ROOT) + " layer is not fully connected");
            }
            sizes.add(dense.outputs());
        }
        Activation first = ((LayerShape.Dense) net.layers().get(0)).activation();
        return new SampledNet(sizes, first == Activation.SOFTMAX ? Activation.RELU : first, batch, optimizer);
    }

    /** Whether {@link #of(Net, int, String)} knows it. */
    static boolean isDense(Net net) {
        return net.layers().stream().allMatch(layer -> layer instanceof LayerShape.Dense);
    }

    /** As {@link #text} wrote it. */
    static SampledNet parse(String text) {
        String[] parts = text.split(":", -1);
        List<Integer> sizes =
                Arrays.stream(parts[0].split("-", -1)).map(Integer::valueOf).toList();
        return new SampledNet(sizes, Activation.valueOf(parts[1]), Integer.parseInt(parts[2]), parts[3]);
    }

    /** For another process. */
    String text() {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining("-")) + ":" + activation.name() + ":"
                + batch + ":" + optimizer;
    }

    SampledNet withBatch(int other) {
        return new SampledNet(sizes, activation, other, optimizer);
    }

    public Net net() {
        return Net.dense(activation, sizes.stream().mapToInt(Integer::intValue).toArray());
    }

    Settings settings(int threads) {
        return Settings.of(batch, SMALL_RATE, 1)
                .withOptimizer(Optimizer.of(optimizer))
                .withThreads(threads);
    }

    int inputs() {
        return sizes.get(0);
    }

    /** As in {@code 784-100-10 relu batch 32 sgd}. */
    public String title() {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining("-")) + " "
                + activation.name().toLowerCase(Locale.ROOT) + " batch " + batch + " " + optimizer;
    }
}
