package clock2cloud.app.nn;

import clock2cloud.app.table.Converters;
import clock2cloud.nn.data.Found;
import clock2cloud.nn.data.Reading;
import clock2cloud.nn.data.TrainTest;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How a data set is read; the same options in every command that reads one. */
final class DataOptions {
    static final String DATA = "--data";
    static final String MNIST = "mnist";

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = SizeConverter.class,
            description = "Cut and scale pictures to this size (default: the size that they all have, or 28x28).")
    private Optional<Reading.Size> size = Optional.empty();

    @Option(names = "--colour", description = "Keep red, green and blue; else pictures become grey.")
    private boolean colour;

    @Option(names = "--skip-damaged", description = "Leave damaged pictures out and name them; else they are refused.")
    private boolean skipDamaged;

    @Option(
            names = "--label",
            paramLabel = "COLUMN",
            description =
                    "Header or number of a CSV file's label column (default: label, class, target, y, or the first).")
    private Optional<String> label = Optional.empty();

    @Option(
            names = "--test-fraction",
            paramLabel = "FRACTION",
            converter = Converters.Fraction.class,
            defaultValue = "20%",
            description = "Rows of each class kept for the test where the data keep none (default: ${DEFAULT-VALUE}).")
    private double testFraction;

    /** Reads {@code 28x28}. */
    static final class SizeConverter implements ITypeConverter<Reading.Size> {
        private static final Pattern SIZE = Pattern.compile("([0-9]{1,5})[x×]([0-9]{1,5})");

        @Override
        public Reading.Size convert(String text) {
            Matcher matcher = SIZE.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException("'" + text + "' is no size in pixels; write for example 28x28");
            }
            try {
                return new Reading.Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    Found found(Path path, boolean alwaysSkipDamaged) {
        return Found.in(path, new Reading(size, colour, skipDamaged || alwaysSkipDamaged, label));
    }

    /**
     * The named data set: {@code mnist}, or what the file or folder holds, cut by the seed where it keeps no test rows.
     *
     * @param progress is told each file that was left out, and why
     */
    TrainTest read(String name, long seed, Consumer<String> progress) {
        if (name.equals(MNIST)) {
            return HeadStart.digits();
        }
        Reading reading = new Reading(size, colour, skipDamaged, label);
        Found found = Found.ahead(Path.of(name), reading);
        found.oddFiles().forEach(odd -> progress.accept("left out: " + odd));
        return found.pair(testFraction, new SplittableRandom(seed));
    }
}
