package clock2cloud.app.nn;

import clock2cloud.app.Common;
import clock2cloud.app.table.Table;
import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.Found;
import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.data.Mnist;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what a data set holds. */
@Command(
        name = "data",
        description = {
            "What a data set holds: counts, sizes, classes, odd files.",
            "Reads the IDX files of MNIST and Fashion-MNIST, CIFAR-10's binary files, CSV, NPZ, and folders of pictures."
        },
        footer = {"", "Example: ./c2c nn data mnist"})
final class DataCommand implements Callable<Integer> {
    private static final int SIZES_TOLD = 8;

    @Mixin
    private Common common;

    @Mixin
    private DataOptions options;

    @Parameters(paramLabel = "DIR", description = "A folder or a file, or mnist for the one inside.")
    private String path;

    /** The JSON of {@code c2c nn data}. */
    record Result(
            String data,
            String format,
            int trainRows,
            Optional<Integer> testRows,
            int features,
            ImageShape shape,
            String values,
            List<ClassCount> classes,
            List<SizeCount> sizes,
            List<Odd> oddFiles) {}

    /** Rows of one class. */
    record ClassCount(String name, int trainRows, Optional<Integer> testRows) {}

    /** How many examples came in a size. */
    record SizeCount(String size, int count) {}

    /** A file that is no example. */
    record Odd(String file, String reason) {}

    @Override
    public Integer call() {
        Found found = path.equals(DataOptions.MNIST)
                ? Found.of("IDX, inside the jar", Mnist.load())
                : options.found(Path.of(path), true);
        Result result = result(found);
        Table table = Table.of("class", "trainRows", "testRows");
        for (ClassCount one : result.classes()) {
            table = table.row(one.name(), one.trainRows(), one.testRows());
        }
        return common.report().json(result).table(table).say(words(result)).print();
    }

    private Result result(Found found) {
        DataSet train = found.train();
        List<ClassCount> classes = new ArrayList<>();
        for (int c = 0; c < train.classes(); c++) {
            int index = c;
            classes.add(new ClassCount(
                    train.classNames().get(c),
                    train.classCounts()[c],
                    found.test().map(test -> test.classCounts()[index])));
        }
        return new Result(
                path,
                found.format(),
                train.rows(),
                found.test().map(DataSet::rows),
                train.features(),
                train.shape(),
                train.isPixels() ? "bytes, read as 0 to 1" : "numbers, read as they are",
                classes,
                found.sizes().entrySet().stream()
                        .map(size -> new SizeCount(size.getKey(), size.getValue()))
                        .toList(),
                found.oddFiles().stream()
                        .map(odd -> new Odd(odd.file().toString(), odd.reason()))
                        .toList());
    }

    private static String words(Result result) {
        StringBuilder words = new StringBuilder(result.format() + ": " + result.trainRows() + " rows");
        words.append(result.testRows()
                .map(rows -> " to train and " + rows + " to test")
                .orElse(", none kept apart for a test"));
        words.append(", each ")
                .append(result.shape())
                .append(" = ")
                .append(result.features())
                .append(' ');
        words.append(result.values()).append('.');
        if (result.sizes().size() > 1) {
            words.append("\nThey came in ").append(result.sizes().size()).append(" sizes: ");
            words.append(result.sizes().stream()
                    .limit(SIZES_TOLD)
                    .map(size -> size.count() + " of " + size.size())
                    .collect(Collectors.joining(", ")));
            words.append(result.sizes().size() > SIZES_TOLD ? " and others (--format json tells all)." : ".");
        }
        result.oddFiles()
                .forEach(odd ->
                        words.append("\nodd: ").append(odd.file()).append(": ").append(odd.reason()));
        return words.toString();
    }
}
