package clock2cloud.app.signal;

import clock2cloud.app.Group;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The floor {@code c2c signal}. */
@Command(
        name = "signal",
        mixinStandardHelpOptions = true,
        description = "How far a bit gets in one clock: wires, gates, netlists, eyes, errors, power.",
        subcommands = {
            SpiceCommand.class,
            MessageCommand.class,
            WireCommand.class,
            TreeCommand.class,
            RepeatersCommand.class,
            ReflectCommand.class,
            CrosstalkCommand.class,
            ReachCommand.class,
            EyeCommand.class,
            ClockCommand.class,
            PathCommand.class,
            PipelineCommand.class,
            SynchroniserCommand.class,
            TechnologyCommand.class,
            PowerCommand.class,
            WallCommand.class
        })
public final class SignalCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Group.usage(spec);
    }
}
