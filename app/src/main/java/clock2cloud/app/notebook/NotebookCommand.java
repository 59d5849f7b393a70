package clock2cloud.app.notebook;

import clock2cloud.app.Group;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The walkthroughs: one file, four uses. */
@Command(
        name = "notebook",
        mixinStandardHelpOptions = true,
        description = "Walkthroughs, one question each: in plain jshell, run strictly, in Jupyter, as a page.",
        subcommands = {ListCommand.class, OpenCommand.class, RunCommand.class, JupyterCommand.class, PageCommand.class})
public final class NotebookCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Group.usage(spec);
    }
}
