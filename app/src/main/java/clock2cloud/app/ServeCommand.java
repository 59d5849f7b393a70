package clock2cloud.app;

import clock2cloud.app.page.Blog;
import clock2cloud.app.page.LocalServer;
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
        if (port > 0) {
            new LocalServer(java.util.List.of(), port).close(); // a taken port is told before any work
        }
        Blog blog = new Blog(BlogCommand.ladder(stored, common), common.seed(), common::progress);
        try (LocalServer server = new LocalServer(blog.pages(), port)) {
            CountDownLatch end = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.stop();
                common.progress("stopped");
                end.countDown();
            }));
            spec.commandLine().getOut().println("http://127.0.0.1:" + server.port() + "/");
            spec.commandLine().getOut().flush();
            common.progress("Ctrl-C ends it.");
            end.await();
        }
        return 0;
    }
}
