package clock2cloud.app;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.chart.FigureFiles;
import clock2cloud.app.cluster.ClusterFigures;
import clock2cloud.app.nn.NnFigures;
import clock2cloud.app.signal.SignalFigures;
import clock2cloud.app.spot.SpotFigures;
import clock2cloud.app.story.StoryFigures;
import clock2cloud.app.table.Table;
import clock2cloud.app.vm.VmFigures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws every figure of the product. */
@Command(
        name = "figures",
        description = "Draw every figure as PNG, SVG, CSV and JSON into --out.",
        footer = {"", "Example: ./c2c figures --out figures"})
final class FiguresCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(names = "--only", paramLabel = "NAME", description = "Draw only the figure of this name.")
    private Optional<String> only;

    /** One drawn figure. */
    record Drawn(String name, String title, String alt) {}

    /** The JSON of {@code c2c figures}. */
    record Result(List<Drawn> figures) {}

    static List<FigureRecipe> all() {
        return Stream.of(
                        StoryFigures.all(),
                        SignalFigures.all(),
                        ClusterFigures.all(),
                        VmFigures.all(),
                        SpotFigures.all(),
                        NnFigures.all())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Integer call() {
        Path folder = common.out()
                .orElseThrow(
                        () -> new IllegalArgumentException("--out is missing; name a folder such as --out figures"));
        List<Drawn> drawn = new ArrayList<>();
        Table table = Table.of("name", "title");
        List<String> names = new ArrayList<>();
        for (FigureRecipe recipe : all()) {
            names.add(recipe.name());
            if (only.isPresent() && !only.get().equals(recipe.name())) {
                continue;
            }
            Figure figure = recipe.make().apply(common.seed());
            FigureFiles.write(figure, folder);
            drawn.add(new Drawn(figure.slug(), figure.title(), figure.alt()));
            table = table.row(figure.slug(), figure.title());
        }
        if (drawn.isEmpty()) {
            throw new IllegalArgumentException(
                    "--only " + only.orElse("") + " is no figure; there are " + String.join(", ", names));
        }
        return common.report().json(new Result(drawn)).table(table).print();
    }
}
