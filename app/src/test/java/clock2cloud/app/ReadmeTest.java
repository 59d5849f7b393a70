package clock2cloud.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The README's commands run, and print what it shows: to the letter, or, below {@code <!-- like -->}, the same first word in
 * every line, since times differ from machine to machine.
 */
class ReadmeTest {
    private static final Path ROOT = Path.of(System.getProperty("clock2cloud.root", ".."));
    private static final Pattern BLOCK =
            Pattern.compile("(<!-- like -->\\n)?```console\\n\\$ \\./c2c ([^\\n]*)\\n(.*?)```", Pattern.DOTALL);

    /** A command of the README with its shown output. */
    record Shown(boolean like, String command, String output) {}

    static List<Shown> shown() throws Exception {
        Matcher matcher = BLOCK.matcher(Files.readString(ROOT.resolve("README.md")));
        List<Shown> all = new ArrayList<>();
        while (matcher.find()) {
            all.add(new Shown(matcher.group(1) != null, matcher.group(2), matcher.group(3)));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("shown")
    void printsWhatTheReadmeShows(Shown shown) {
        Run run = Run.of(shown.command().split(" +", -1));
        assertEquals(0, run.code(), run.err());
        String output = run.out().strip();
        if (shown.like()) {
            assertEquals(
                    firstWords(shown.output()),
                    firstWords(output).subList(0, firstWords(shown.output()).size()));
        } else {
            assertEquals(shown.output().strip(), output);
        }
    }

    private static List<String> firstWords(String text) {
        return text.strip()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split(" +", 2)[0])
                .toList();
    }

    @Test
    void everyLinkLeadsSomewhere() throws Exception {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }
        for (Path page : pages) {
            Matcher link = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)").matcher(Files.readString(page));
            while (link.find()) {
                assertTrue(
                        Files.exists(page.resolveSibling(link.group(1))),
                        page.getFileName() + " links to " + link.group(1));
            }
        }
    }
}
