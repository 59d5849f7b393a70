package clock2cloud.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that every command shares. */
public final class Common {
    /** How a result is printed. */
    public enum Format {
        TABLE,
        JSON,
        CSV
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--format", defaultValue = "table", description = "table, json or csv (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Option(
            names = "--seed",
            defaultValue = "2017",
            description = "Root of all randomness (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--quiet", description = "No progress and no explanations, only the result.")
    private boolean quiet;

    @Option(names = "--explain", description = "Print the formulas with this run's numbers in them.")
    private boolean explain;

    private Optional<Path> out = Optional.empty();
    private int threads = Runtime.getRuntime().availableProcessors();
    private OptionalInt threadsAsked = OptionalInt.empty();

    @Option(names = "--out", paramLabel = "DIR", description = "Write charts and tables into this folder.")
    void out(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw refused("--out " + folder + " is not a folder that can be written to: name one that is");
        }
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw refused("--out " + folder + " is not a folder that can be written to: name one that is");
        }
        out = Optional.of(folder);
    }

    @Option(names = "--threads", paramLabel = "N", description = "Threads to use (default: all processors).")
    void threads(int count) {
        if (count < 1 || count > 4096) {
            throw refused("--threads " + count + " is not between 1 and 4096");
        }
        threads = count;
        threadsAsked = OptionalInt.of(count);
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = 1000,
            description = "Show this help and exit.")
    void help(boolean asked) {
        // picocli acts on it before any command runs
    }

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message, new IllegalArgumentException(message));
    }

    public Format format() {
        return format;
    }

    public Optional<Path> out() {
        return out;
    }

    public long seed() {
        return seed;
    }

    public int threads() {
        return threads;
    }

    /** The threads that the command line asks for, if it does. */
    public OptionalInt threadsAsked() {
        return threadsAsked;
    }

    public boolean quiet() {
        return quiet;
    }

    public boolean explain() {
        return explain;
    }

    /** Progress, warnings and words for people while the command works: standard error, silent under --quiet. */
    public void progress(String line) {
        if (!quiet) {
            spec.commandLine().getErr().println(line);
            spec.commandLine().getErr().flush();
        }
    }

    /** The command line as it can be pasted again. */
    public String commandLine() {
        return "./" + spec.qualifiedName() + " "
                + String.join(" ", spec.commandLine().getParseResult().originalArgs());
    }

    /** An empty report, bound to this command's standard output and error. */
    public Report report() {
        return new Report(this, spec.commandLine().getOut(), spec.commandLine().getErr());
    }
}
