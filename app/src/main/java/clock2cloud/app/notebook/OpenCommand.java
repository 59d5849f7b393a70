package clock2cloud.app.notebook;

import clock2cloud.app.Common;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Opens a walkthrough in plain JShell. */
@Command(
        name = "open",
        description = "Load a walkthrough into plain jshell and stay there: its variables are yours. /exit leaves.",
        footer = {"", "Example: ./c2c notebook open 03"})
final class OpenCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Parameters(paramLabel = "NN", description = "Its number, as in the list of notebooks.")
    private String number;

    @Override
    public Integer call() throws IOException {
        Walkthroughs walkthroughs = Walkthroughs.ofProject();
        Path file = walkthroughs.file(number);
        common.progress(
                Walkthrough.read(file).question() + " (" + file.getFileName() + "; /list shows it, /exit leaves)");
        Process shell = PlainShell.of(walkthroughs.folder()).start(file);
        // An interrupt is for the shell: this process only waits until it has ended.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> waitFor(shell)));
        return waitFor(shell);
    }

    private static int waitFor(Process shell) {
        while (true) {
            try {
                return shell.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 1;
            }
        }
    }
}
