package clock2cloud.app.vm;

import clock2cloud.app.Group;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The floor {@code c2c vm}. */
@Command(
        name = "vm",
        mixinStandardHelpOptions = true,
        description = "Cutting a machine, then a pool, into virtual machines.",
        subcommands = {SliceCommand.class, RunCommand.class, KernelCheckCommand.class})
public final class VmCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Group.usage(spec);
    }
}
