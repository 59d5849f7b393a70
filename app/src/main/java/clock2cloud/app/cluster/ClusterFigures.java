package clock2cloud.app.cluster;

import clock2cloud.app.FigureRecipe;
import java.util.ArrayList;
import java.util.List;

/** The figures of this floor. */
public final class ClusterFigures {
    private ClusterFigures() {}

    public static List<FigureRecipe> all() {
        List<FigureRecipe> all = new ArrayList<>(BuilderFigures.all());
        all.addAll(NetworkFigures.all());
        all.addAll(SharingFigures.all());
        return all;
    }
}
