package clock2cloud.app;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.chart.FigureFiles;
import clock2cloud.app.chart.Theme;
import clock2cloud.app.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws every figure of the product. */
@Command(
        name = "figures",
        description = "Draw every figure as PNG, SVG, CSV and JSON into --out.",
        footer = {
            "",
            "Example: ./c2c figures --out figures",
            "Example: ./c2c figures --out figures --only signal-message --theme dark"
        })
final class FiguresCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(names = "--only", paramLabel = "NAME", description = "Draw only the figure of this name.")
    private Optional<String> only = Optional.empty();

    @Option(
            names = "--theme",
            paramLabel = "NAME",
            defaultValue = "light",
            description = "light or dark (default: ${DEFAULT-VALUE}).")
    private String paper;

    /** One drawn figure. */
    record Drawn(String name, String title, String alt) {}

    /** The JSON of {@code c2c figures}. */
    record Result(String theme, List<Drawn> figures) {}

    @Override
    public Integer call() {
        Theme theme = Theme.named(paper);
        Path folder = common.out()
                .orElseThrow(
                        () -> new IllegalArgumentException("--out is missing; name a folder such as --out figures"));
        List<FigureRecipe> recipes =
                only.map(name -> List.of(Figures.recipe(name))).orElseGet(Figures::all);
        List<Drawn> drawn = new ArrayList<>();
        Table table = Table.of("name", "title");
        for (FigureRecipe recipe : recipes) {
            Figure figure = recipe.make().apply(common.seed());
            FigureFiles.write(figure, folder, theme);
            drawn.add(new Drawn(figure.slug(), figure.title(), figure.alt()));
            table = table.row(figure.slug(), figure.title());
        }
        return common.report()
                .json(new Result(theme.name(), drawn))
                .table(table)
                .print();
    }
}
