package clock2cloud.app.notebook;

import clock2cloud.app.Common;
import clock2cloud.app.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the notebooks and installs their kernel. */
@Command(
        name = "jupyter",
        description = {
            "Write every walkthrough as a Jupyter notebook and install the Java kernel that runs them, from Maven Central."
        },
        footer = {
            "",
            "Example: ./c2c notebook jupyter --out notebooks",
            "Example: ./c2c notebook jupyter --out notebooks --no-kernel"
        })
final class JupyterCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(
            names = "--kernels",
            paramLabel = "DIR",
            description = "Where Jupyter looks for kernels (default: the user's own folder).")
    private Optional<Path> kernels = Optional.empty();

    @Option(names = "--no-kernel", description = "Write the notebooks only; nothing is downloaded.")
    private boolean noKernel;

    /** The JSON of {@code c2c notebook jupyter}. */
    record Result(List<String> notebooks, Optional<String> kernel) {}

    @Override
    public Integer call() throws IOException {
        Path folder = common.out().orElse(Path.of("notebooks"));
        Table table = Table.of("file");
        List<String> notebooks = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (Walkthrough walkthrough : Walkthroughs.ofProject().all()) {
                Path file = folder.resolve(walkthrough.slug() + ".ipynb");
                Files.writeString(file, Ipynb.of(walkthrough, JupyterKernel.NAME));
                notebooks.add(file.toString());
                table = table.row(file.toString());
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(folder + " cannot be written to; name another folder with --out", e);
        }
        Optional<Path> kernel = Optional.empty();
        if (!noKernel) {
            kernel = Optional.of(
                    JupyterKernel.install(kernels.orElseGet(JupyterKernel::folderOfUser), common::progress));
        }
        return common.report()
                .json(new Result(notebooks, kernel.map(Path::toString)))
                .table(table)
                .say(kernel.map(file -> "Kernel: " + file + ". Now: jupyter lab " + folder)
                        .orElse("No kernel was installed; without --no-kernel it is."))
                .print();
    }
}
