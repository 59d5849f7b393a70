package clock2cloud.app.nn;

import clock2cloud.app.Group;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The floor {@code c2c nn}. */
@Command(
        name = "nn",
        mixinStandardHelpOptions = true,
        description = "Train, measure, save and export a real neural net.",
        subcommands = {
            TrainCommand.class,
            EvaluateCommand.class,
            PredictCommand.class,
            InspectCommand.class,
            ExportCommand.class,
            BenchCommand.class,
            DataCommand.class
        })
public final class NnCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Group.usage(spec);
    }
}
