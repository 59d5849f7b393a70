package clock2cloud.app.cluster;

import clock2cloud.app.Group;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The floor {@code c2c cluster}. */
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        description = "What a processor, more cores and more machines buy.",
        subcommands = {
            SumCommand.class,
            SpeedupCommand.class,
            UslCommand.class,
            RooflineCommand.class,
            CoresCommand.class,
            ScheduleCommand.class,
            QueueCommand.class,
            CollectiveCommand.class,
            HdfsCommand.class,
            LocalityCommand.class,
            TrainCommand.class,
            FlowsCommand.class,
            RunCommand.class,
        })
public final class ClusterCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Group.usage(spec);
    }
}
