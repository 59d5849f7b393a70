package clock2cloud.app;

import clock2cloud.app.page.Blog;
import clock2cloud.app.page.LocalServer;
import clock2cloud.app.page.News;
import clock2cloud.app.page.Site;
import clock2cloud.app.story.Climb;
import clock2cloud.app.story.Reference;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the pages on this machine. */
@Command(
        name = "serve",
        description =
                "Serve the story's pages to this machine only, with more runs behind their sliders. Ctrl-C ends it.",
        footer = {"", "Example: ./c2c serve --port 8017", "Example: ./c2c serve --stored"})
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", defaultValue = "0", description = "Port on the loopback address (default: any free one).")
    private int port;

    @Option(
            names = "--stored",
            description = "Train nothing: take the ladder as it was measured on the reference machine.")
    private boolean stored;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("--port " + port + " is not between 0 and 65535");
        }
        try (LocalServer server = new LocalServer(port)) {
            Site site = new Blog(Reference.ladder(), common.seed(), line -> {}).site();
            server.show(site);
            CountDownLatch end = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.stop();
                common.progress("stopped");
                end.countDown();
            }));
            spec.commandLine().getOut().println("http://127.0.0.1:" + server.port() + "/");
            spec.commandLine().getOut().flush();
            common.progress("Ctrl-C ends it.");
            Thread work = new Thread(() -> prepare(server, site), "prepare");
            work.setDaemon(true);
            work.start();
            end.await();
        }
        return 0;
    }

    /** Draws the pages before they are asked for, then measures this machine, then shows its own numbers. */
    private void prepare(LocalServer server, Site site) {
        try {
            if (stored) {
                site.pages();
                return;
            }
            tell(server, "first the pages are drawn");
            site.pages();
            Climb.Result climb = Climb.quick(common.seed(), common.threads(), line -> tell(server, line.strip()));
            server.show(new Blog(climb, common.seed(), line -> {}).site());
            server.tell(new News("This machine has been measured, and the pages have its numbers.", true));
            common.progress("measured; the pages have this machine's numbers");
        } catch (IllegalArgumentException | IllegalStateException e) {
            String words = "The numbers stay those of the reference machine: " + e.getMessage();
            server.tell(new News(words, true));
            common.progress(words);
        }
    }

    private void tell(LocalServer server, String step) {
        common.progress(step);
        server.tell(new News(
                "These are the numbers of the reference machine. This one is being measured, which takes one to four minutes ("
                        + step + ").",
                false));
    }
}
