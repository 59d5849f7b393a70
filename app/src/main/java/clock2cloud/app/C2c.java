package clock2cloud.app;

import clock2cloud.app.cluster.ClusterCommand;
import clock2cloud.app.nn.NnCommand;
import clock2cloud.app.notebook.NotebookCommand;
import clock2cloud.app.signal.SignalCommand;
import clock2cloud.app.spot.SpotCommand;
import clock2cloud.app.vm.VmCommand;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The whole command line. */
@Command(
        name = "c2c",
        version = "clock2cloud 0.1.0",
        mixinStandardHelpOptions = true,
        description = {
            "How long will my neural net train, what will it cost, and how sure are you?",
            "From the clock edge of an old laptop to a spot instance in the cloud."
        },
        footer = {"", "Start with: ./c2c ladder --quick"})
final class C2c implements Runnable {
    private static final List<Class<?>> COMMANDS = List.of(
            LadderCommand.class,
            SignalCommand.class,
            ClusterCommand.class,
            VmCommand.class,
            SpotCommand.class,
            NnCommand.class,
            PredictCommand.class,
            MachinesCommand.class,
            InferCommand.class,
            WhatIfCommand.class,
            CalibrateCommand.class,
            CheckCommand.class,
            FiguresCommand.class,
            NotebookCommand.class,
            BlogCommand.class,
            ServeCommand.class,
            DoctorCommand.class);

    @Spec
    private CommandSpec spec;

    /** The command that the first word names, alone: to read the options of all takes longer than most commands. Else all. */
    static List<Class<?>> commands(String... args) {
        return COMMANDS.stream()
                .filter(command -> args.length > 0 && args[0].equals(name(command)))
                .findFirst()
                .<List<Class<?>>>map(List::of)
                .orElse(COMMANDS);
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    @Override
    public void run() {
        Group.usage(spec);
    }
}
