package clock2cloud.app.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder of walkthroughs: files {@code NN-question.jsh}. */
public record Walkthroughs(Path folder) {
    private static final String NAME = "\\d\\d-[a-z0-9-]+\\.jsh";

    /** The project's own, beside the launcher. */
    public static Walkthroughs ofProject() {
        return new Walkthroughs(Path.of(System.getProperty("clock2cloud.root", "."), "notebooks-java")
                .toAbsolutePath()
                .normalize());
    }

    /**
     * All walkthroughs by number.
     *
     * @throws IllegalArgumentException when the folder cannot be read
     */
    public List<Path> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> String.valueOf(file.getFileName()).matches(NAME))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    folder + ": no folder of walkthroughs; run ./c2c from a checkout of the project", e);
        }
    }

    public List<Walkthrough> all() {
        return files().stream().map(Walkthrough::read).toList();
    }

    /**
     * The file of a number such as {@code 03} or {@code 3}.
     *
     * @throws IllegalArgumentException naming the numbers that there are
     */
    public Path file(String number) {
        List<Path> files = files();
        String wanted =
                number.matches("\\d{1,2}") ? String.format(Locale.ROOT, "%02d", Integer.parseInt(number)) : "none";
        return files.stream()
                .filter(file -> number(file).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no walkthrough '" + number + "'; there are "
                        + files.stream().map(Walkthroughs::number).collect(Collectors.joining(", "))));
    }

    private static String number(Path file) {
        return String.valueOf(file.getFileName()).substring(0, 2);
    }
}
