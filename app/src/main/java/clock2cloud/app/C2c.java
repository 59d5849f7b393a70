package clock2cloud.app;

import clock2cloud.app.cluster.ClusterCommand;
import clock2cloud.app.nn.NnCommand;
import clock2cloud.app.notebook.NotebookCommand;
import clock2cloud.app.signal.SignalCommand;
import clock2cloud.app.spot.SpotCommand;
import clock2cloud.app.vm.VmCommand;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
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

    /**
     * Adds what the words may call: the command that the first one names, of a floor only what the second one names, else
     * all. To read the options of all takes longer than most commands.
     */
    static void add(CommandLine commandLine, String... words) {
        Optional<Class<?>> first = named(COMMANDS, words, 0);
        Optional<Class<?>> second = first.flatMap(
                floor -> named(List.of(floor.getAnnotation(Command.class).subcommands()), words, 1));
        if (second.isPresent()) {
            CommandLine floor = new CommandLine(CommandSpec.create().name(words[0]));
            commandLine.addSubcommand(floor.addSubcommand(second.get()));
        } else {
            first.<List<Class<?>>>map(List::of).orElse(COMMANDS).forEach(commandLine::addSubcommand);
        }
    }

    private static Optional<Class<?>> named(List<Class<?>> commands, String[] words, int at) {
        return commands.stream()
                .filter(command -> words.length > at && words[at].equals(name(command)))
                .findFirst();
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    @Override
    public void run() {
        Group.usage(spec);
    }
}
