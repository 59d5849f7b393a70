package clock2cloud.nn.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * CSV: a row an example, one column the label, the others numbers. Classes are the labels that occur, in the order of
 * their numbers or else of their names. Whole numbers from 0 to 255 under {@code pixel…} headers, or in a square of at
 * least 8×8, are bytes of a grey picture; anything else is taken as it is.
 */
final class CsvSet {
    /** Whole numbers in their order, then names in theirs. */
    private static final Comparator<String> BY_NUMBER = Comparator.<String>comparingInt(
                    name -> isWhole(name) ? Integer.parseInt(name) : Integer.MAX_VALUE)
            .thenComparing(Comparator.naturalOrder());

    private CsvSet() {}

    static boolean isIn(Path folder) {
        return part(folder, "train").isPresent() && part(folder, "test").isPresent();
    }

    static TrainTest readPair(Path folder, Reading reading) {
        CsvRows train = new CsvRows(part(folder, "train").orElseThrow(), reading.labelColumn());
        CsvRows test = new CsvRows(part(folder, "test").orElseThrow(), reading.labelColumn());
        if (train.features() != test.features()) {
            throw new IllegalArgumentException(folder + ": the training file has " + train.features()
                    + " features, the test file " + test.features() + ": they must be alike");
        }
        List<String> names = names(train, test);
        boolean bytes = areBytes(train) && areBytes(test);
        return new TrainTest(set(train, names, bytes), set(test, names, bytes));
    }

    static DataSet read(Path file, Reading reading) {
        CsvRows rows = new CsvRows(file, reading.labelColumn());
        return set(rows, names(rows), areBytes(rows));
    }

    private static Optional<Path> part(Path folder, String part) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> {
                        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
                        return name.contains(part) && (name.endsWith(".csv") || name.endsWith(".csv.gz"));
                    })
                    .sorted()
                    .findFirst();
        } catch (IOException e) {
            throw new IllegalArgumentException(folder + ": cannot be listed (" + e.getMessage() + ")", e);
        }
    }

    private static List<String> names(CsvRows... parts) {
        SortedSet<String> names = new TreeSet<>(BY_NUMBER);
        for (CsvRows part : parts) {
            names.addAll(part.labels());
        }
        return List.copyOf(names);
    }

    private static boolean isWhole(String name) {
        return name.matches("[0-9]{1,9}");
    }

    private static boolean areBytes(CsvRows rows) {
        int side = (int) Math.sqrt(rows.features());
        if (!rows.hasPixelHeaders() && (side * side != rows.features() || side < 8)) {
            return false;
        }
        for (float value : rows.values()) {
            if (!(value >= 0 && value <= 255 && value == Math.rint(value))) {
                return false;
            }
        }
        return true;
    }

    private static DataSet set(CsvRows rows, List<String> names, boolean bytes) {
        int[] labels = rows.labels().stream().mapToInt(names::indexOf).toArray();
        if (!bytes) {
            return DataSet.ofFloats(ImageShape.ofFeatures(rows.features()), rows.values(), labels, names);
        }
        byte[] pixels = new byte[rows.values().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) rows.values()[i];
        }
        int side = (int) Math.sqrt(rows.features());
        ImageShape shape =
                side * side == rows.features() ? new ImageShape(side, side, 1) : ImageShape.ofFeatures(rows.features());
        return DataSet.ofPixels(shape, pixels, labels, names);
    }
}
