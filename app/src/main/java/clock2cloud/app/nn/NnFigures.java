package clock2cloud.app.nn;

import clock2cloud.app.FigureRecipe;
import java.util.List;

/** The figures of this floor. */
public final class NnFigures {
    private NnFigures() {}

    public static List<FigureRecipe> all() {
        return List.of();
    }
}
