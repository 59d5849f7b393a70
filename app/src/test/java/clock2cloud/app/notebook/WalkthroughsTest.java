package clock2cloud.app.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every walkthrough runs from end to end and prints what {@code expected/} says; {@code <any>} there stands for any text. */
class WalkthroughsTest {
    private static final Path FOLDER = Path.of(System.getProperty("clock2cloud.root", ".."), "notebooks-java");

    static List<Path> files() throws Exception {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.filter(file -> file.toString().endsWith(".jsh")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void printsWhatIsExpected(Path file) throws Exception {
        String name = file.getFileName().toString();
        String output = StrictRunner.output(Walkthrough.read(file));
        Path expected = FOLDER.resolve("expected").resolve(name.replace(".jsh", ".txt"));
        if (Boolean.getBoolean("clock2cloud.accept")) {
            Files.writeString(expected, output);
        }
        assertMatches(name, Files.readString(expected), output);
    }

    private static void assertMatches(String name, String expected, String output) {
        List<String> wanted = expected.lines().toList();
        List<String> lines = output.lines().toList();
        assertEquals(wanted.size(), lines.size(), name + " printed\n" + output);
        for (int i = 0; i < wanted.size(); i++) {
            String pattern = Stream.of(wanted.get(i).split("<any>", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*"));
            assertTrue(lines.get(i).matches(pattern), name + " line " + (i + 1) + ": " + lines.get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isShortAndEndsWithSomethingToTry(Path file) throws Exception {
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.size() <= 80, file + " has " + lines.size() + " lines");
        String text = String.join("\n", lines).toLowerCase();
        assertTrue(text.contains("now try"), file + " lacks 'now try'");
        assertTrue(text.contains("wrong first guess"), file + " lacks the wrong first guess");
        assertTrue(text.contains("gallery.show("), file + " shows no figure");
    }

    @Test
    void aMistakeIsNamedByFileAndLine() {
        Walkthrough wrong = Walkthrough.parse("x.jsh", List.of("// %%", "int a = 1;", "", "int b = \"two\";"));
        String message = assertThrows(IllegalStateException.class, () -> StrictRunner.output(wrong))
                .getMessage();
        assertTrue(message.startsWith("x.jsh:4: "), message);
    }

    @Test
    void anExceptionIsNamedByFileAndLine() {
        Walkthrough wrong = Walkthrough.parse("x.jsh", List.of("// %%", "int[] a = new int[1];", "a[2] = 1;"));
        String message = assertThrows(IllegalStateException.class, () -> StrictRunner.output(wrong))
                .getMessage();
        assertTrue(message.startsWith("x.jsh:3: "), message);
    }
}
