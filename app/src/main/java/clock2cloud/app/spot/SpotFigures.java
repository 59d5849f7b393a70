package clock2cloud.app.spot;

import clock2cloud.app.FigureRecipe;
import java.util.List;

/** The figures of this floor. */
public final class SpotFigures {
    private SpotFigures() {}

    public static List<FigureRecipe> all() {
        return List.of();
    }
}
