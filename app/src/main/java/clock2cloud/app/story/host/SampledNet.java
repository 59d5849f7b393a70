package clock2cloud.app.story.host;

import clock2cloud.nn.KnownNets;
import clock2cloud.nn.LayerShape;
import clock2cloud.nn.Net;
import clock2cloud.nn.Settings;
import clock2cloud.nn.checkpoint.NetText;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.layer.Optimizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A net and how it is trained.
 *
 * @param shape of the net, as a checkpoint writes it
 * @param optimizer by its name, as {@link Optimizer#of} knows it
 */
public record SampledNet(String shape, int batch, String optimizer) {
    private static final double SMALL_RATE = 0.001;

    private static final Pattern TITLE = Pattern.compile("(.*) batch (\\d+) (\\S+)");

    private static final Pattern DENSE = Pattern.compile("(\\d+(?:-\\d+)+) (\\S+)");

    public static SampledNet of(int batch, Activation activation, int... sizes) {
        return of(Net.dense(activation, sizes), batch, "sgd");
    }

    public static SampledNet of(Net net, int batch, String optimizer) {
        return new SampledNet(NetText.of(net), batch, optimizer);
    }

    /** As {@link #text} wrote it. */
    static SampledNet parse(String text) {
        String[] parts = text.split(":", -1);
        return new SampledNet(parts[0], Integer.parseInt(parts[1]), parts[2]);
    }

    /** For another process. */
    String text() {
        return shape + ":" + batch + ":" + optimizer;
    }

    SampledNet with(String otherOptimizer) {
        return new SampledNet(shape, batch, otherOptimizer);
    }

    public Net net() {
        return NetText.net(shape);
    }

    Settings settings(int threads) {
        return Settings.of(batch, SMALL_RATE, 1)
                .withOptimizer(Optimizer.of(optimizer))
                .withThreads(threads);
    }

    /** As in {@code 784-100-10 relu batch 32 sgd}. */
    public String title() {
        return name(net()) + " batch " + batch + " " + optimizer;
    }

    /** As {@link #title} says it. */
    public static SampledNet titled(String title) {
        Matcher whole = TITLE.matcher(title);
        if (!whole.matches()) {
            throw new IllegalArgumentException("'" + title + "' is no net of a blind test");
        }
        return of(named(whole.group(1)), Integer.parseInt(whole.group(2)), whole.group(3));
    }

    private static Net named(String name) {
        Matcher dense = DENSE.matcher(name);
        if (dense.matches()) {
            int[] sizes = Pattern.compile("-")
                    .splitAsStream(dense.group(1))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            return Net.dense(Activation.of(dense.group(2)), sizes);
        }
        return switch (name) {
            case "lenet5" -> KnownNets.lenet5();
            case "mnist-cnn" -> KnownNets.mnistCnn();
            default -> NetText.net(name);
        };
    }

    public boolean onlyDense() {
        return net().layers().stream().allMatch(layer -> layer instanceof LayerShape.Dense);
    }

    private String name(Net net) {
        if (onlyDense()) {
            return sizes(net);
        }
        return net.equals(KnownNets.lenet5()) ? "lenet5" : net.equals(KnownNets.mnistCnn()) ? "mnist-cnn" : shape;
    }

    private static String sizes(Net net) {
        String hidden =
                ((LayerShape.Dense) net.layers().get(0)).activation().name().toLowerCase(Locale.ROOT);
        return IntStream.concat(
                                IntStream.of(net.inputs()),
                                net.layers().stream().mapToInt(layer -> ((LayerShape.Dense) layer).outputs()))
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining("-"))
                + " " + hidden;
    }
}
