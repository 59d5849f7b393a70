package clock2cloud.nn.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What a file or a folder holds.
 *
 * @param format the kind of data set, in words
 * @param train the rows to learn from, or all rows where the source keeps no test rows apart
 * @param test the rows that the source keeps apart for testing
 * @param sizes how many pictures (or rows) came in each size, before any cutting and scaling
 * @param oddFiles files that are no example
 */
public record Found(
        String format,
        DataSet train,
        Optional<DataSet> test,
        SortedMap<String, Integer> sizes,
        List<OddFile> oddFiles) {
    public Found {
        oddFiles = List.copyOf(oddFiles);
    }

    /** Reads IDX, CIFAR-10, CSV or NPZ files or folders of pictures, whichever the path holds. */
    public static Found in(Path path, Reading reading) {
        return in(path, reading, false);
    }

    /** The same, but pictures may be decoded as training comes to them; a damaged one is refused then. */
    public static Found ahead(Path path, Reading reading) {
        return in(path, reading, true);
    }

    private static Found in(Path path, Reading reading, boolean ahead) {
        Found found = read(path, reading, ahead);
        int[] counts = found.train.classCounts();
        List<String> used = IntStream.range(0, counts.length)
                .filter(label -> counts[label] > 0)
                .mapToObj(found.train.classNames()::get)
                .toList();
        if (used.isEmpty()) {
            throw new IllegalArgumentException(path + ": holds no rows");
        }
        if (used.size() < 2) {
            throw new IllegalArgumentException(
                    path + ": one class only " + used + ": a net needs two or more to tell apart");
        }
        return found;
    }

    /** Whatever is refused is refused by the name of its file, or at least of what was asked for. */
    private static Found read(Path path, Reading reading, boolean ahead) {
        try {
            return Files.isDirectory(path) ? inFolder(path, reading, ahead) : inFile(path, reading);
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            throw why.contains(path.toString()) ? e : new IllegalArgumentException(path + ": " + why, e);
        }
    }

    private static Found inFolder(Path folder, Reading reading, boolean ahead) {
        if (IdxSet.isIn(folder)) {
            return of("IDX", IdxSet.read(folder));
        }
        if (Cifar10.isIn(folder)) {
            return of("CIFAR-10 binary", Cifar10.read(folder));
        }
        if (CsvSet.isIn(folder)) {
            return of("CSV", CsvSet.readPair(folder, reading));
        }
        return PictureFolder.read(folder, reading, ahead);
    }

    private static Found inFile(Path file, Reading reading) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".csv.gz")) {
            return of("CSV", CsvSet.read(file, reading), Optional.empty());
        }
        if (name.endsWith(".npz")) {
            return NpzSet.read(file);
        }
        DataFiles.bytes(file);
        throw new IllegalArgumentException(
                file + ": neither a folder (IDX, CIFAR-10, pictures) nor a .csv or .npz file");
    }

    public static Found of(String format, TrainTest pair) {
        return of(format, pair.train(), Optional.of(pair.test()));
    }

    static Found of(String format, DataSet train, Optional<DataSet> test) {
        SortedMap<String, Integer> sizes = new TreeMap<>();
        sizes.put(
                train.shape().toString(), train.rows() + test.map(DataSet::rows).orElse(0));
        return new Found(format, train, test, sizes, List.of());
    }

    /** The pair as the source keeps it, or a seeded cut of each class where it keeps none. */
    public TrainTest pair(double testFraction, RandomGenerator random) {
        return test.map(kept -> new TrainTest(train, kept)).orElseGet(() -> train.split(testFraction, random));
    }
}
