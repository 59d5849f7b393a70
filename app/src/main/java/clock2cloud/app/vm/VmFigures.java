package clock2cloud.app.vm;

import clock2cloud.app.FigureRecipe;
import java.util.List;

/** The figures of this floor. */
public final class VmFigures {
    private VmFigures() {}

    public static List<FigureRecipe> all() {
        return List.of();
    }
}
