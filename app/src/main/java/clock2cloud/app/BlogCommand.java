package clock2cloud.app;

import clock2cloud.app.page.Blog;
import clock2cloud.app.page.Page;
import clock2cloud.app.page.Sliders;
import clock2cloud.app.story.Climb;
import clock2cloud.app.story.Reference;
import clock2cloud.app.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the whole story as pages. */
@Command(
        name = "blog",
        description = "Write the whole story, from transistor to spot, as HTML pages that need nothing but a browser.",
        footer = {"", "Example: ./c2c blog --out site", "Example: ./c2c blog --out site --stored"})
final class BlogCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(
            names = "--stored",
            description = "Train nothing: take the ladder as it was measured on the reference machine.")
    private boolean stored;

    /** The JSON of {@code c2c blog}. */
    record Result(String index, List<String> pages) {}

    @Override
    public Integer call() {
        Path folder = common.out()
                .orElseThrow(() -> new IllegalArgumentException("--out is missing; name a folder such as --out site"));
        List<String> files = new ArrayList<>();
        Table table = Table.of("page", "title");
        for (Page page :
                new Blog(ladder(), common.seed(), common::progress).site().pages()) {
            files.add(page.write(folder).toString());
            table = table.row(page.file(), page.title());
        }
        if (!Sliders.write(folder)) {
            common.progress("the interactive figures were not compiled; the pages show their static ones");
        }
        return common.report()
                .json(new Result(folder.resolve("index.html").toString(), files))
                .table(table)
                .say("Open " + folder.resolve("index.html") + " in a browser.")
                .print();
    }

    private Climb.Result ladder() {
        if (stored) {
            return Reference.ladder();
        }
        common.progress(
                "training here, to hold the forecasts against the clock: one to four minutes; --stored does without");
        return Climb.quick(common.seed(), common.threads(), common::progress);
    }
}
