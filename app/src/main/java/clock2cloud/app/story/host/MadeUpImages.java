package clock2cloud.app.story.host;

import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.ImageShape;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Made-up images, seven in eight pixels dark, as many as MNIST has: a pass in random order finds them as cold as real ones. */
final class MadeUpImages {
    private static final int ROWS = 60_000;
    private static final int MOST_BYTES = 48_000_000;
    private static final int MOST_PICTURE_BYTES = 16_000_000;
    private static final Map<ImageShape, byte[]> PIXELS = new ConcurrentHashMap<>();

    private MadeUpImages() {}

    /** Images of a shape; labels from 0 to {@code classes - 1} in turn. */
    static DataSet of(ImageShape shape, int classes) {
        byte[] pixels = PIXELS.computeIfAbsent(shape, MadeUpImages::pixels);
        int[] labels = new int[pixels.length / shape.features()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % classes;
        }
        return DataSet.ofPixels(shape, pixels, labels, Collections.nCopies(classes, "x"));
    }

    /** Of all rows. */
    static double bytes(int features) {
        return Math.min(ROWS, MOST_BYTES / features) * (double) features;
    }

    private static byte[] pixels(ImageShape shape) {
        int most = shape.height() > 1 ? MOST_PICTURE_BYTES : MOST_BYTES;
        byte[] pixels = new byte[Math.min(ROWS, most / shape.features()) * shape.features()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 2_654_435_761L >>> 13 & 7) == 0 ? (byte) (i * 31) : 0;
        }
        return pixels;
    }
}
