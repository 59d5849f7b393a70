package clock2cloud.nn.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The four IDX files of MNIST, Fashion-MNIST and their kin, under the names that they are published with. */
final class IdxSet {
    private static final String[] PARTS = {
        "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"
    };

    /** EMNIST's digits and letters, the largest kin of MNIST, have 62 classes. */
    private static final int MANY_CLASSES = 64;

    private IdxSet() {}

    static boolean isIn(Path folder) {
        return IntStream.range(0, PARTS.length)
                .anyMatch(i -> file(folder, PARTS[i]).isPresent());
    }

    static TrainTest read(Path folder) {
        return read(part -> IdxArray.read(file(folder, part)
                .orElseThrow(() -> new IllegalArgumentException(folder + ": holds no " + part + " (nor " + part
                        + ".gz), which goes with the IDX files there"))));
    }

    /** Decodes the four files at once. */
    static TrainTest read(Function<String, IdxArray> source) {
        List<CompletableFuture<IdxArray>> parts = IntStream.range(0, PARTS.length)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> source.apply(PARTS[i])))
                .toList();
        try {
            return pair(parts.stream().map(CompletableFuture::join).toList());
        } catch (CompletionException e) {
            if (e.getCause() instanceof IllegalArgumentException bad) {
                throw new IllegalArgumentException(bad.getMessage(), bad);
            }
            throw e;
        }
    }

    private static TrainTest pair(List<IdxArray> parts) {
        int classes = Math.max(largest(parts.get(1)), largest(parts.get(3))) + 1;
        List<String> names = IntStream.range(0, Math.max(classes, 2))
                .mapToObj(Integer::toString)
                .toList();
        TrainTest pair = new TrainTest(
                set(PARTS[0], parts.get(0), PARTS[1], parts.get(1), names),
                set(PARTS[2], parts.get(2), PARTS[3], parts.get(3), names));
        requireLabelsInUse(parts.get(1), parts.get(3), classes);
        return pair;
    }

    static DataSet set(String imagesName, IdxArray images, String labelsName, IdxArray labels, List<String> names) {
        if (images.dimensions() < 2) {
            throw new IllegalArgumentException(imagesName + ": holds labels (one dimension), not images");
        }
        if (labels.dimensions() != 1) {
            throw new IllegalArgumentException(
                    labelsName + ": holds an array of " + labels.dimensions() + " dimensions, not labels");
        }
        if (images.size(0) != labels.size(0)) {
            throw new IllegalArgumentException(imagesName + " holds " + images.size(0) + " images, " + labelsName
                    + " holds " + labels.size(0) + " labels: they must be as many");
        }
        int[] classes = new int[labels.size(0)];
        for (int row = 0; row < classes.length; row++) {
            classes[row] = labels.values()[row] & 0xff;
        }
        return DataSet.ofPixels(shape(images), images.values(), classes, names);
    }

    private static ImageShape shape(IdxArray images) {
        return switch (images.dimensions()) {
            case 2 -> ImageShape.ofFeatures(images.size(1));
            case 3 -> new ImageShape(images.size(2), images.size(1), 1);
            default -> new ImageShape(images.size(3), images.size(2), images.size(1));
        };
    }

    /** Labels count up from 0; among many classes, one far beyond those that other images have is none. */
    private static void requireLabelsInUse(IdxArray train, IdxArray test, int classes) {
        BitSet used = new BitSet();
        for (IdxArray labels : List.of(train, test)) {
            for (byte label : labels.values()) {
                used.set(label & 0xff);
            }
        }
        if (classes > MANY_CLASSES && 2 * used.cardinality() < classes) {
            boolean inTrain = largest(train) == classes - 1;
            byte[] labels = (inTrain ? train : test).values();
            int row = 0;
            while ((labels[row] & 0xff) != classes - 1) {
                row++;
            }
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s: image %d has label %d, but only %d of the labels 0 to %d have any image; labels count up from 0",
                    inTrain ? PARTS[1] : PARTS[3],
                    row + 1,
                    classes - 1,
                    used.cardinality(),
                    classes - 1));
        }
    }

    static int largest(IdxArray labels) {
        int largest = 0;
        for (byte label : labels.values()) {
            largest = Math.max(largest, label & 0xff);
        }
        return largest;
    }

    private static Optional<Path> file(Path folder, String part) {
        return List.of(part + ".gz", part, part.replace("-idx", ".idx"), part.replace("-idx", ".idx") + ".gz").stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
