package clock2cloud.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {
    @TempDir
    Path folder;

    private static void assertRefused(String says, String... args) {
        Run run = Run.of(args);
        assertEquals(2, run.code(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().contains(says), run.err());
        assertTrue(run.err().lines().count() <= 2, run.err());
        assertFalse(run.err().contains("\tat "), run.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ladder --rungs moon|'moon' is no rung",
                "ladder --layers 100,10|784",
                "ladder --layers 784,0,10|not between 1 and 100000",
                "ladder --layers 784|inputs and classes",
                "ladder --layers a,b|--layers",
                "ladder --batch 0|--batch 0 must be from 1",
                "ladder --epochs -3|--epochs -3",
                "ladder --threads 0|--threads 0",
                "ladder --data /nowhere/at/all|/nowhere/at/all",
                "ladder --out /proc/nothing|not a folder that can be written to",
                "ladder --fast|--fast",
                "climb|climb",
                "figures|--out is missing",
                "predict --layers 784,10 --batch 0|--batch 0",
                "ladder --format xml|--format"
            })
    void badInputIsOneLine(String line) {
        String[] parts = line.split("\\|", -1);
        assertRefused(parts[1], parts[0].split(" ", -1));
    }

    @Test
    void aTruncatedDataSetIsNamed() throws Exception {
        for (String name : List.of(
                "train-images-idx3-ubyte",
                "train-labels-idx1-ubyte",
                "t10k-images-idx3-ubyte",
                "t10k-labels-idx1-ubyte")) {
            Files.write(folder.resolve(name), new byte[] {0, 0, 8, (byte) (name.contains("idx3") ? 3 : 1), 0, 0});
        }
        assertRefused("idx", "ladder", "--data", folder.toString());
    }

    @Test
    void anUnknownFigureIsNamedAndNothingIsWritten() throws Exception {
        assertRefused("mona-lisa", "figures", "--only", "mona-lisa", "--out", folder.toString());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    static List<CommandLine> commands() {
        List<CommandLine> all = new ArrayList<>();
        collect(Main.commandLine(), all);
        return all;
    }

    private static void collect(CommandLine command, List<CommandLine> all) {
        all.add(command);
        command.getSubcommands().values().forEach(sub -> collect(sub, all));
    }

    static Stream<String> names() {
        return commands().stream().map(command -> command.getCommandSpec().qualifiedName());
    }

    /** A command that is named is read without its sisters; it is the same one. */
    @ParameterizedTest
    @MethodSource("names")
    void aCommandReadAloneIsTheSame(String name) {
        CommandLine whole = Main.commandLine();
        CommandLine alone = Main.commandLine(name.replaceFirst("^c2c ?", "").split(" ", -1));
        for (String word : name.replaceFirst("^c2c ?", "").split(" ", -1)) {
            whole = word.isEmpty() ? whole : whole.getSubcommands().get(word);
            alone = word.isEmpty() ? alone : alone.getSubcommands().get(word);
        }
        assertEquals(whole.getUsageMessage(), alone.getUsageMessage());
    }

    /** Every command that does something has an example that parses, and whose files exist. */
    @ParameterizedTest
    @MethodSource("names")
    void helpHasAnExampleThatParses(String name) {
        CommandLine command = commands().stream()
                .filter(one -> one.getCommandSpec().qualifiedName().equals(name))
                .findFirst()
                .orElseThrow();
        if (!command.getSubcommands().isEmpty()) {
            return;
        }
        List<String> examples = command.getUsageMessage()
                .lines()
                .filter(line -> line.contains("./c2c "))
                .map(line -> line.substring(line.indexOf("./c2c ")))
                .flatMap(line -> Stream.of(line.split(" && ", -1)))
                .map(line -> line.replace("./c2c ", "").split("  | \\(", 2)[0].strip())
                .toList();
        assertFalse(examples.isEmpty(), name + " --help has no example");
        Path root = Path.of(System.getProperty("clock2cloud.root", ".."));
        for (String example : examples) {
            String[] args = example.split(" +", -1);
            Main.commandLine().parseArgs(args);
            for (String arg : args) {
                for (String file : arg.split(",", -1)) {
                    if (file.matches("docs/.*|notebooks-java/.*") || file.matches("[^$]*\\.(json|csv|xml|cir|dax)")) {
                        assertTrue(Files.exists(root.resolve(file)), name + ": " + file + " is not there");
                    }
                }
            }
        }
    }
}
