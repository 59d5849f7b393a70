package clock2cloud.nn.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Pictures in one folder a class, or in {@code train} and {@code test} folders of such. Decoded in parallel, in the
 * order of their names, so that a seed gives the same split everywhere.
 */
final class PictureFolder {
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp");
    private static final Set<String> TRAIN = Set.of("train", "training");
    private static final Set<String> TEST = Set.of("test", "testing", "val", "valid", "validation");
    private static final Reading.Size USUAL = new Reading.Size(28, 28);

    static final String SKIP = " (damaged pictures can be skipped, if asked for)";

    private record Example(Path file, int label) {}

    private record Decoded(Example example, Optional<Picture> picture, String sizeOrReason) {}

    private final Reading reading;
    private final boolean ahead;
    private final List<OddFile> odd = new ArrayList<>();
    private final SortedMap<String, Integer> sizes = new TreeMap<>();

    private PictureFolder(Reading reading, boolean ahead) {
        this.reading = reading;
        this.ahead = ahead && !reading.skipsDamaged();
    }

    /** @param ahead true if rows may be decoded when they are needed; where damaged ones are left out, all are decoded at once */
    static Found read(Path folder, Reading reading, boolean ahead) {
        return new PictureFolder(reading, ahead).read(folder);
    }

    private Found read(Path folder) {
        Optional<Path> train = part(folder, TRAIN);
        Optional<Path> test = part(folder, TEST);
        boolean apart = train.isPresent() && test.isPresent();
        List<String> classes = classes(apart ? train.orElseThrow() : folder);
        List<Example> first = examples(apart ? train.orElseThrow() : folder, classes);
        List<Example> second = apart ? examples(test.orElseThrow(), classes) : List.of();
        Reading.Size size = reading.size().orElseGet(() -> common(first));
        DataSet training = set(first, size, classes);
        Optional<DataSet> testing = apart ? Optional.of(set(second, size, classes)) : Optional.empty();
        return new Found("folders of pictures", training, testing, sizes, odd);
    }

    private static Optional<Path> part(Path folder, Set<String> names) {
        return list(folder, Files::isDirectory).stream()
                .filter(child -> names.contains(name(child).toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The folders that hold pictures; each is a class. */
    private List<String> classes(Path root) {
        List<String> classes = new ArrayList<>();
        for (Path child : list(root, Files::isDirectory)) {
            if (list(child, PictureFolder::isPicture).isEmpty()) {
                odd.add(new OddFile(child, "a folder without pictures"));
            } else {
                classes.add(name(child));
            }
        }
        if (classes.isEmpty()) {
            throw new IllegalArgumentException(root + ": holds no data set that is known here: the IDX files of MNIST, "
                    + "CIFAR-10's .bin files, train.csv and test.csv, or one folder of pictures a class");
        }
        return classes;
    }

    private List<Example> examples(Path root, List<String> classes) {
        for (Path file : list(root, Files::isRegularFile)) {
            odd.add(new OddFile(file, "outside the folders of the classes"));
        }
        List<Example> examples = new ArrayList<>();
        for (Path child : list(root, Files::isDirectory)) {
            int label = classes.indexOf(name(child));
            if (label < 0 && !list(child, PictureFolder::isPicture).isEmpty()) {
                odd.add(new OddFile(child, "a class that the training pictures lack"));
            }
            for (Path file : label < 0 ? List.<Path>of() : list(child, path -> true)) {
                if (isPicture(file)) {
                    examples.add(new Example(file, label));
                } else {
                    odd.add(new OddFile(
                            file, Files.isDirectory(file) ? "a folder in a class" : "not a picture by its name"));
                }
            }
        }
        return examples;
    }

    /** The size that all pictures have, or the usual one; only their headers are read. */
    private static Reading.Size common(List<Example> examples) {
        List<Reading.Size> different = examples.parallelStream()
                .map(example -> Picture.size(example.file()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return different.size() == 1 ? different.get(0) : USUAL;
    }

    private DataSet set(List<Example> examples, Reading.Size size, List<String> classes) {
        return ahead ? later(examples, size, classes) : now(examples, size, classes);
    }

    private DataSet later(List<Example> examples, Reading.Size size, List<String> classes) {
        List<Path> files = examples.stream().map(Example::file).toList();
        int[] labels = examples.stream().mapToInt(Example::label).toArray();
        sizes.merge(size + " when decoded", files.size(), Integer::sum);
        return DataSet.ofPictures(new PictureRows(files, size, reading.colour()), labels, classes);
    }

    private DataSet now(List<Example> examples, Reading.Size size, List<String> classes) {
        List<Decoded> all =
                examples.parallelStream().map(example -> decoded(example, size)).toList();
        List<Decoded> whole = all.stream().filter(this::keeps).toList();
        ImageShape shape = new ImageShape(size.width(), size.height(), reading.colour() ? 3 : 1);
        if ((long) whole.size() * shape.features() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    whole.size() + " pictures of " + shape + " are more than 2 GiB: ask for a smaller size");
        }
        byte[] pixels = new byte[whole.size() * shape.features()];
        int[] labels = new int[whole.size()];
        for (int row = 0; row < labels.length; row++) {
            System.arraycopy(
                    whole.get(row).picture().orElseThrow().planes(),
                    0,
                    pixels,
                    row * shape.features(),
                    shape.features());
            labels[row] = whole.get(row).example().label();
        }
        return DataSet.ofPixels(shape, pixels, labels, classes);
    }

    private Decoded decoded(Example example, Reading.Size size) {
        try {
            Picture whole = Picture.decode(DataFiles.bytes(example.file()), reading.colour());
            String cameAs = whole.shape().width() + "×" + whole.shape().height();
            return new Decoded(example, Optional.of(whole.fitted(size)), cameAs);
        } catch (IOException | IllegalArgumentException e) {
            return new Decoded(example, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    private boolean keeps(Decoded one) {
        if (one.picture().isPresent()) {
            sizes.merge(one.sizeOrReason(), 1, Integer::sum);
            return true;
        }
        OddFile damaged = new OddFile(one.example().file(), one.sizeOrReason());
        if (!reading.skipsDamaged()) {
            throw new IllegalArgumentException(damaged + SKIP);
        }
        odd.add(damaged);
        return false;
    }

    private static boolean isPicture(Path file) {
        String name = name(file);
        return Files.isRegularFile(file)
                && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static List<Path> list(Path folder, Predicate<Path> wanted) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !name(child).startsWith("."))
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException(folder + ": cannot be listed (" + e.getMessage() + ")", e);
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
