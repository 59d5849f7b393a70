package clock2cloud.app;

import clock2cloud.app.nn.HeadStart;
import clock2cloud.app.table.Converters;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;

/**
 * Starts the command line. Exit codes: 0 ok, 1 a bug, 2 bad input or usage, 3 a check did not hold.
 */
public final class Main {
    public static final int BUG = 1;
    public static final int BAD_INPUT = 2;
    public static final int CHECK_FAILED = 3;

    private Main() {}

    public static void main(String[] args) {
        HeadStart.of(args);
        System.setErr(standardError());
        PrintStream stdout = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        int code = execute(
                new PrintWriter(stdout, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args);
        stdout.flush();
        System.exit(code);
    }

    /**
     * The launcher hands the real standard error over as descriptor 3, so that the JVM's own incubator warning, which has
     * no switch, does not reach the user. It is used as it is: opened anew, a file that takes both outputs would be written
     * at two places, one over the other.
     */
    private static PrintStream standardError() {
        if (Boolean.getBoolean("clock2cloud.stderr3")) {
            try {
                Constructor<FileDescriptor> descriptor = FileDescriptor.class.getDeclaredConstructor(int.class);
                descriptor.setAccessible(true); // by the launcher's --add-opens java.base/java.io
                return new PrintStream(new FileOutputStream(descriptor.newInstance(3)), true, StandardCharsets.UTF_8);
            } catch (ReflectiveOperationException | InaccessibleObjectException e) {
                return System.err;
            }
        }
        return System.err;
    }

    /** Runs one command line; tests call this with their own writers. */
    public static int execute(PrintWriter out, PrintWriter err, String... args) {
        CommandLine commandLine = commandLine(args)
                .setOut(out)
                .setErr(err)
                .setExecutionStrategy(Main::executed)
                .setParameterExceptionHandler(Main::usage)
                .setExecutionExceptionHandler(Main::failed);
        int code = executed(commandLine, args);
        out.flush();
        err.flush();
        return code;
    }

    /** What asks for more memory than there is, is bad input. */
    private static int executed(CommandLine commandLine, String... args) {
        try {
            return commandLine.execute(args);
        } catch (OutOfMemoryError tooLarge) {
            commandLine
                    .getErr()
                    .println("c2c: this takes more memory than the "
                            + (Runtime.getRuntime().maxMemory() >> 20)
                            + " MiB that Java may use: ask for less, or give it more (C2C_JAVA_OPTIONS=-Xmx16g)");
            return BAD_INPUT;
        }
    }

    /** What {@code args} may call, all where they name nothing; examples in the help are never wrapped, so that they can be pasted. */
    static CommandLine commandLine(String... args) {
        CommandLine commandLine = new CommandLine(new C2c());
        C2c.add(commandLine, args);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.registerConverter(LocalDate.class, new Converters.Day());
        Map<String, IHelpSectionRenderer> sections = new HashMap<>(commandLine.getHelpSectionMap());
        sections.put(
                UsageMessageSpec.SECTION_KEY_FOOTER,
                help -> String.join("\n", help.commandSpec().usageMessage().footer()) + "\n");
        return commandLine.setHelpSectionMap(sections);
    }

    /** A list of nothing, as in {@code --workers ,}, is no answer. */
    private static int executed(CommandLine.ParseResult parsed) {
        for (CommandLine called : parsed.asCommandLineList()) {
            for (OptionSpec option : called.getParseResult().matchedOptions()) {
                if (option.getValue() instanceof Collection<?> list && list.isEmpty()) {
                    throw new ParameterException(called, option.longestName() + " is an empty list");
                }
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static int usage(ParameterException e, String[] args) {
        CommandLine at = e.getCommandLine();
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String line = oneLine(e);
        at.getErr().println("c2c: " + line);
        if (!(cause instanceof IllegalArgumentException)) {
            at.getErr().println("see: ./" + at.getCommandSpec().qualifiedName() + " --help");
        }
        return BAD_INPUT;
    }

    private static int failed(Exception e, CommandLine at, CommandLine.ParseResult parsed) throws Exception {
        if (e instanceof CheckFailed) {
            at.getErr().println("c2c: " + oneLine(e));
            return CHECK_FAILED;
        }
        if (e instanceof IllegalArgumentException) {
            at.getErr().println("c2c: " + oneLine(e));
            return BAD_INPUT;
        }
        if (e instanceof FileSystemException file) {
            at.getErr()
                    .println("c2c: " + file.getFile() + ": "
                            + (file.getReason() == null ? "no such file, or no right to it" : file.getReason()));
            return BAD_INPUT;
        }
        e.printStackTrace(at.getErr());
        return BUG;
    }

    private static String oneLine(Throwable e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.replaceAll("\\s*\\R\\s*", " ").strip();
    }
}
