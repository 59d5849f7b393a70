package clock2cloud.app;

import clock2cloud.app.story.forecast.NetText;
import clock2cloud.nn.Net;
import clock2cloud.nn.kernel.Activation;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** The options that say which net is forecast: of dense layers, of convolutions before them, or one with a name. */
final class ForecastNet {
    private static final int COLOURS = 3;

    @Option(
            names = "--layers",
            paramLabel = "N,N",
            description = "Neurons a layer, from inputs to classes; behind --conv without the inputs.")
    private Optional<String> layers = Optional.empty();

    @Option(names = "--net", paramLabel = "NAME", description = "lenet5, mnist-cnn or cifar10-cnn.")
    private Optional<String> named = Optional.empty();

    @Option(
            names = "--conv",
            paramLabel = "SHAPE",
            description = "Convolutions before the layers: 32x3p,32x3,pool (filters x size, p keeps the size).")
    private Optional<String> convolutions = Optional.empty();

    @Option(
            names = "--image-pixels",
            description = "Width and height of colour pictures (default: the published net's own).")
    private Optional<Integer> pixels = Optional.empty();

    @Option(names = "--channels", description = "With --conv (default: 3).")
    private Optional<Integer> channels = Optional.empty();

    @Option(names = "--classes", description = "Of a net with a name (default: as in PROFET's data sets).")
    private Optional<Integer> classes = Optional.empty();

    @Option(
            names = "--activation",
            defaultValue = "relu",
            description = "Of hidden layers (default: ${DEFAULT-VALUE}).")
    private String activation;

    Net net() {
        Activation hidden = Activation.of(activation);
        OptionalInt size = pixels.map(OptionalInt::of).orElse(OptionalInt.empty());
        require(channels.isEmpty() || convolutions.isPresent(), "--channels goes with --conv");
        require(
                classes.isEmpty() || named.isPresent(),
                "--classes goes with --net; of --layers the last are the classes");
        require(
                pixels.isEmpty() || named.isPresent() || convolutions.isPresent(),
                "--image-pixels goes with --net or --conv");
        if (named.isPresent()) {
            require(
                    layers.isEmpty() && convolutions.isEmpty(),
                    "--net names the layers: leave --layers and --conv out");
            return NetText.named(named.get(), size, classes.map(OptionalInt::of).orElse(OptionalInt.empty()));
        }
        String sizes = layers.orElseThrow(
                () -> new IllegalArgumentException("say which net: --layers 784,128,10 or --net lenet5"));
        if (convolutions.isPresent()) {
            require(size.isPresent(), "--conv needs --image-pixels");
            return NetText.convolved(convolutions.get(), size.getAsInt(), channels.orElse(COLOURS), sizes, hidden);
        }
        return NetText.dense(sizes, hidden);
    }

    String name() {
        String dense =
                layers.map(text -> text.strip().replaceAll("[, x]+", "-")).orElse("");
        return named.map(text -> text.toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse(convolutions.map(text -> text + "-" + dense).orElse(dense));
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
