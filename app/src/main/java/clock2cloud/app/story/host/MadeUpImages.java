package clock2cloud.app.story.host;

import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.ImageShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Made-up images, four in five pixels dark as in MNIST, cut into windows that together are too large for the caches. */
final class MadeUpImages {
    private static final int BYTES = 40_000_000;
    private static final int PATTERN = 1 << 20;
    private static final byte[] PIXELS = pattern();

    private MadeUpImages() {}

    private static byte[] pattern() {
        byte[] pixels = new byte[PATTERN];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 2_654_435_761L >>> 13 & 7) == 0 ? (byte) (i * 31) : 0;
        }
        return pixels;
    }

    /** A set of so many rows; labels from 0 to {@code classes - 1} in turn. */
    static DataSet of(int rows, int features, int classes) {
        byte[] pixels = new byte[rows * features];
        for (int at = 0; at < pixels.length; at += PATTERN) {
            System.arraycopy(PIXELS, 0, pixels, at, Math.min(PATTERN, pixels.length - at));
        }
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = i % classes;
        }
        return DataSet.ofPixels(ImageShape.ofFeatures(features), pixels, labels, Collections.nCopies(classes, "x"));
    }

    /** Windows of so many rows: a pass over one finds it as cold as a pass over 60,000 images finds its own. */
    static List<DataSet> windows(int rows, int features, int classes) {
        List<DataSet> windows = new ArrayList<>();
        long bytes = (long) rows * features;
        for (long at = 0; at < BYTES || windows.size() < 2; at += bytes) {
            windows.add(of(rows, features, classes));
        }
        return windows;
    }
}
