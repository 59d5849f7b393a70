package clock2cloud.app.story;

import clock2cloud.nn.KnownNets;
import clock2cloud.nn.LayerShape;
import clock2cloud.nn.LayerShape.Convolution;
import clock2cloud.nn.LayerShape.Dense;
import clock2cloud.nn.Net;
import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Convolutional nets that people call by name, for pictures of any size. */
public final class NamedNets {
    /** The names. */
    public static final List<String> NAMES = List.of("lenet5", "mnist-cnn", "cifar10-cnn");

    private NamedNets() {}

    /**
     * The net as published; with {@code pixels}, for square pictures of that size in three colours and as many classes as the
     * data sets of such pictures in PROFET (10 up to 32 pixels, 100 up to 128, 1,000 above), unless {@code classes} says how many.
     */
    public static Net of(String name, OptionalInt pixels, OptionalInt classes) {
        Net net =
                switch (name.toLowerCase(Locale.ROOT).replace('_', '-')) {
                    case "lenet5", "lenet-5" -> KnownNets.lenet5();
                    case "mnist-cnn" -> KnownNets.mnistCnn();
                    case "cifar10-cnn" -> KnownNets.cifar10Cnn();
                    default ->
                        throw new IllegalArgumentException(
                                "'" + name + "' is no net with a name; there are " + String.join(", ", NAMES));
                };
        if (pixels.isEmpty() && classes.isEmpty()) {
            return net;
        }
        ImageShape input = pixels.isPresent() ? new ImageShape(pixels.getAsInt(), pixels.getAsInt(), 3) : net.input();
        List<LayerShape> layers = new ArrayList<>(net.layers());
        if (pixels.isPresent() && layers.get(0) instanceof Convolution c && c.size() == 5) {
            layers.set(0, new Convolution(c.filters(), c.size(), 0, c.activation()));
        }
        int usual = input.width() <= 32 ? net.classes() : input.width() <= 128 ? 100 : 1000;
        layers.set(layers.size() - 1, new Dense(classes.orElse(usual), Activation.SOFTMAX));
        return new Net(input, layers, net.cost());
    }
}
