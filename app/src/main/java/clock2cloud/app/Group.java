package clock2cloud.app;

import picocli.CommandLine.Model.CommandSpec;

/** A command that only holds others: called alone it prints its usage. */
public final class Group {
    private Group() {}

    public static void usage(CommandSpec spec) {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
