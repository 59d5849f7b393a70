package clock2cloud.nn.checkpoint;

import clock2cloud.nn.LayerShape;
import clock2cloud.nn.Net;
import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.layer.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A net's shape as a line of text, and back: {@code 28x28x1 conv(6,5,2,relu) pool(2,max)
 * flatten() dense(10,softmax) cross-entropy}. A
 * checkpoint keeps its net so.
 */
public final class NetText {
    private static final Pattern INPUT = Pattern.compile("([0-9]{1,9})x([0-9]{1,9})x([0-9]{1,9})");
    private static final Pattern LAYER = Pattern.compile("([a-z-]+)\\(([^()]*)\\)");

    private NetText() {}

    public static String of(Net net) {
        ImageShape input = net.input();
        List<String> words = new ArrayList<>();
        words.add(input.width() + "x" + input.height() + "x" + input.channels());
        net.layers().forEach(layer -> words.add(of(layer)));
        words.add(net.cost().toString());
        return String.join(" ", words);
    }

    private static String of(LayerShape layer) {
        if (layer instanceof LayerShape.Dense dense) {
            return "dense(" + dense.outputs() + "," + dense.activation() + ")";
        }
        if (layer instanceof LayerShape.Convolution c) {
            return "conv(" + c.filters() + "," + c.size() + "," + c.padding() + "," + c.activation() + ")";
        }
        if (layer instanceof LayerShape.Pooling pooling) {
            return "pool(" + pooling.size() + "," + (pooling.largest() ? "max" : "mean") + ")";
        }
        if (layer instanceof LayerShape.Dropout dropout) {
            return "dropout(" + dropout.fraction() + ")";
        }
        return "flatten()";
    }

    public static Net net(String text) {
        String[] words = text.split(" ", -1);
        Matcher input = INPUT.matcher(words[0]);
        if (words.length < 3 || !input.matches()) {
            throw new IllegalArgumentException("'" + text + "' describes no net");
        }
        List<LayerShape> layers = new ArrayList<>();
        for (int i = 1; i + 1 < words.length; i++) {
            layers.add(layer(words[i]));
        }
        return new Net(
                new ImageShape(number(input.group(1)), number(input.group(2)), number(input.group(3))),
                layers,
                Cost.of(words[words.length - 1]));
    }

    private static LayerShape layer(String word) {
        Matcher matcher = LAYER.matcher(word);
        if (matcher.matches()) {
            String[] parts = matcher.group(2).split(",", -1);
            switch (matcher.group(1) + parts.length) {
                case "dense2":
                    return new LayerShape.Dense(number(parts[0]), Activation.of(parts[1]));
                case "conv4":
                    return new LayerShape.Convolution(
                            number(parts[0]), number(parts[1]), number(parts[2]), Activation.of(parts[3]));
                case "pool2":
                    return new LayerShape.Pooling(number(parts[0]), parts[1].equals("max"));
                case "dropout1":
                    return new LayerShape.Dropout(fraction(parts[0]));
                case "flatten1":
                    return new LayerShape.Flatten();
                default:
                    break;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is no layer that is known here");
    }

    private static double fraction(String text) {
        if (!text.matches("0(\\.[0-9]{1,17})?")) {
            throw new IllegalArgumentException("'" + text + "' is no fraction");
        }
        return Double.parseDouble(text);
    }

    private static int number(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("'" + text + "' is no count");
        }
        return Integer.parseInt(text);
    }
}
