package clock2cloud.nn.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * NumPy archives under the names that Keras ({@code x_train, y_train, x_test, y_test}), MedMNIST ({@code train_images,
 * train_labels, …}) or plain pairs ({@code x, y}; {@code images, labels}) give. Pictures are {@code (n, height, width)},
 * {@code (n, height, width, channels)} or {@code (n, channels, height, width)} with 1 or 3 channels.
 */
final class NpzSet {
    private static final List<List<String>> TRAIN = List.of(
            List.of("x_train", "y_train"),
            List.of("train_images", "train_labels"),
            List.of("x", "y"),
            List.of("images", "labels"),
            List.of("data", "labels"),
            List.of("data", "target"));
    private static final List<List<String>> TEST =
            List.of(List.of("x_test", "y_test"), List.of("test_images", "test_labels"));

    private NpzSet() {}

    static Found read(Path file) {
        Map<String, byte[]> entries = entries(file);
        List<String> train = pick(TRAIN, entries.keySet())
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                file + ": holds "
                                        + entries.keySet().stream().sorted().toList()
                                        + ", none of the known pairs x_train and y_train, train_images and train_labels, x and y, images and labels"));
        Optional<List<String>> test = pick(TEST, entries.keySet());
        NpyArray trainLabels = array(file, entries, train.get(1));
        Optional<NpyArray> testLabels = test.map(pair -> array(file, entries, pair.get(1)));
        int classes =
                Math.max(classes(trainLabels), testLabels.map(NpzSet::classes).orElse(0));
        List<String> names =
                IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        DataSet first = set(array(file, entries, train.get(0)), trainLabels, names);
        Optional<DataSet> second =
                test.map(pair -> set(array(file, entries, pair.get(0)), testLabels.orElseThrow(), names));
        return Found.of("NPZ", first, second);
    }

    private static Map<String, byte[]> entries(Path file) {
        Map<String, byte[]> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(DataFiles.bytes(file)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName().replaceFirst("\\.npy$", ""), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": damaged or truncated archive (" + e.getMessage() + ")", e);
        }
        if (entries.isEmpty()) {
            throw new IllegalArgumentException(file + ": not an NPZ (zip) archive, or an empty one");
        }
        return entries;
    }

    private static Optional<List<String>> pick(List<List<String>> pairs, Set<String> names) {
        return pairs.stream().filter(names::containsAll).findFirst();
    }

    private static NpyArray array(Path file, Map<String, byte[]> entries, String key) {
        byte[] content = entries.getOrDefault(key, new byte[0]);
        return new NpyArray(content, file + " (" + key + ")");
    }

    private static int classes(NpyArray labels) {
        if (!(labels.dimensions() == 1 || (labels.dimensions() == 2 && labels.size(1) == 1))) {
            throw new IllegalArgumentException(labels.name() + ": labels must be one whole number a row, not one-hot");
        }
        double largest = 0;
        for (int row = 0; row < labels.count(); row++) {
            double label = labels.value(row);
            if (!(label >= 0 && label <= 9999 && label == Math.rint(label))) {
                throw new IllegalArgumentException(labels.name() + ": row " + (row + 1) + ": label " + label
                        + " is not a whole number from 0 to 9999");
            }
            largest = Math.max(largest, label);
        }
        return (int) largest + 1;
    }

    private static DataSet set(NpyArray examples, NpyArray labels, List<String> names) {
        if (examples.dimensions() < 2 || examples.dimensions() > 4 || examples.size(0) != labels.count()) {
            throw new IllegalArgumentException(
                    examples.name() + " holds an array of " + examples.dimensions() + " dimensions, " + labels.name()
                            + " holds " + labels.count() + " labels: it needs 2 to 4 dimensions, the first as long");
        }
        ImageShape shape = shape(examples);
        boolean channelsLast =
                examples.dimensions() == 4 && examples.size(3) == shape.channels() && shape.channels() > 1;
        int[] classes = IntStream.range(0, labels.count())
                .map(row -> (int) labels.value(row))
                .toArray();
        byte[] pixels = new byte[examples.isBytes() ? examples.count() : 0];
        float[] floats = new float[examples.isBytes() ? 0 : examples.count()];
        int plane = shape.width() * shape.height();
        for (int i = 0; i < examples.count(); i++) {
            int in = i % shape.features();
            int to = channelsLast ? i - in + in % shape.channels() * plane + in / shape.channels() : i;
            if (examples.isBytes()) {
                pixels[to] = (byte) (int) examples.value(i);
            } else {
                floats[to] = (float) examples.value(i);
            }
        }
        return examples.isBytes()
                ? DataSet.ofPixels(shape, pixels, classes, names)
                : DataSet.ofFloats(shape, floats, classes, names);
    }

    private static ImageShape shape(NpyArray examples) {
        return switch (examples.dimensions()) {
            case 2 -> ImageShape.ofFeatures(examples.size(1));
            case 3 -> new ImageShape(examples.size(2), examples.size(1), 1);
            default ->
                isChannels(examples.size(3))
                        ? new ImageShape(examples.size(2), examples.size(1), examples.size(3))
                        : new ImageShape(examples.size(3), examples.size(2), examples.size(1));
        };
    }

    private static boolean isChannels(int size) {
        return size == 1 || size == 3;
    }
}
