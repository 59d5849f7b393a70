package clock2cloud.app.notebook;

import clock2cloud.app.Common;
import clock2cloud.app.page.WalkthroughPage;
import clock2cloud.app.table.Table;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A walkthrough as a static page. */
@Command(
        name = "page",
        description = "Run a walkthrough and write it as one HTML file with its outputs and figures.",
        footer = {"", "Example: ./c2c notebook page 03 --out pages"})
final class PageCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Parameters(paramLabel = "NN", description = "Its number, as in the list of notebooks.")
    private String number;

    /** The JSON of {@code c2c notebook page}. */
    record Result(String number, String question, String file) {}

    @Override
    public Integer call() {
        Walkthrough walkthrough = Walkthrough.read(Walkthroughs.ofProject().file(number));
        Path file = WalkthroughPage.of(walkthrough, RunCommand.outputs(walkthrough))
                .write(common.out().orElse(Path.of("pages")));
        return common.report()
                .json(new Result(walkthrough.number(), walkthrough.question(), file.toString()))
                .table(Table.of("file").row(file.toString()))
                .print();
    }
}
