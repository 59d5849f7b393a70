package clock2cloud.app;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.cluster.ClusterFigures;
import clock2cloud.app.nn.NnFigures;
import clock2cloud.app.signal.SignalFigures;
import clock2cloud.app.spot.SpotFigures;
import clock2cloud.app.story.StoryFigures;
import clock2cloud.app.story.forecast.TruthFigures;
import clock2cloud.app.vm.VmFigures;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every figure of the product, floor by floor. */
public final class Figures {
    private Figures() {}

    public static List<FigureRecipe> all() {
        return Stream.of(
                        StoryFigures.all(),
                        TruthFigures.all(),
                        SignalFigures.all(),
                        ClusterFigures.all(),
                        VmFigures.all(),
                        SpotFigures.all(),
                        NnFigures.all())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The figure of a name.
     *
     * @throws IllegalArgumentException naming the figures that there are
     */
    public static Figure named(String name, long seed) {
        return recipe(name).make().apply(seed);
    }

    static FigureRecipe recipe(String name) {
        return all().stream()
                .filter(recipe -> recipe.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is no figure; there are "
                        + all().stream().map(FigureRecipe::name).collect(Collectors.joining(", "))));
    }
}
