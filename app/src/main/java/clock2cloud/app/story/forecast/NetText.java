package clock2cloud.app.story.forecast;

import clock2cloud.app.story.NamedNets;
import clock2cloud.nn.LayerShape;
import clock2cloud.nn.Net;
import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.layer.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Nets as people write them: sizes of layers, a name, or convolutions before the layers. */
public final class NetText {
    private static final int LARGEST = 100_000;
    private static final Pattern BETWEEN_SIZES = Pattern.compile("\\s*[,\\-x]\\s*|\\s+");

    private NetText() {}

    /** {@code 784,512,10} or {@code 784-512-10}, all connected to all. */
    public static Net dense(String sizes, Activation hidden) {
        String[] cells = sizes(sizes);
        int[] layers = new int[cells.length];
        for (int i = 0; i < cells.length; i++) {
            layers[i] = count(cells[i], "layers '" + sizes + "'");
        }
        if (layers.length < 2) {
            throw new IllegalArgumentException(
                    "layers '" + sizes + "' need inputs and classes at least; write for example 784,128,10");
        }
        return Net.dense(hidden, layers);
    }

    /** A net with a name, for pictures of a size where one is given. */
    public static Net named(String name, OptionalInt pixels, OptionalInt classes) {
        pixels.ifPresent(
                size -> require(size >= 12 && size <= 4096, "image pixels " + size + " must be from 12 to 4096"));
        classes.ifPresent(
                many -> require(many >= 2 && many <= LARGEST, "classes " + many + " must be from 2 to " + LARGEST));
        return NamedNets.of(name, pixels, classes);
    }

    /**
     * Convolutions, then dense layers: {@code 32x3,pool,64x3p,pool} is 32 filters of 3 × 3, squares of 2 × 2, 64 filters that
     * keep the size, squares of 2 × 2; the dense sizes follow, without the inputs.
     */
    public static Net convolved(String text, int pixels, int channels, String dense, Activation hidden) {
        List<LayerShape> layers = new ArrayList<>();
        for (String cell : text.toLowerCase(Locale.ROOT).split(",", -1)) {
            layers.add(convolution(cell.strip(), hidden));
        }
        layers.add(new LayerShape.Flatten());
        String[] sizes = sizes(dense);
        for (int i = 0; i < sizes.length; i++) {
            boolean last = i + 1 == sizes.length;
            layers.add(new LayerShape.Dense(
                    count(sizes[i], "layers '" + dense + "'"), last ? Activation.SOFTMAX : hidden));
        }
        return new Net(new ImageShape(pixels, pixels, channels), layers, Cost.CROSS_ENTROPY);
    }

    /** Spaces are no separators beside others, and a minus before a number is not lost. */
    private static String[] sizes(String text) {
        return BETWEEN_SIZES.split(text.strip(), -1);
    }

    private static LayerShape convolution(String cell, Activation hidden) {
        if (cell.equals("pool")) {
            return new LayerShape.Pooling(2, true);
        }
        if (cell.matches("\\d+x\\d+p?")) {
            boolean padded = cell.endsWith("p");
            String[] parts = cell.replace("p", "").split("x", -1);
            int size = count(parts[1], "convolution '" + cell + "'");
            return new LayerShape.Convolution(
                    count(parts[0], "convolution '" + cell + "'"), size, padded ? (size - 1) / 2 : 0, hidden);
        }
        throw new IllegalArgumentException(
                "'" + cell + "' is no convolution: write 32x3 (32 filters of 3 × 3), 32x3p to keep the size, or pool");
    }

    private static int count(String text, String where) {
        try {
            int count = Integer.parseInt(text.strip());
            require(count >= 1 && count <= LARGEST, where + ": " + count + " is not between 1 and " + LARGEST);
            return count;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(where + ": '" + text + "' is no whole number", e);
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
