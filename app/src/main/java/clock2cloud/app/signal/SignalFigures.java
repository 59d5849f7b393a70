package clock2cloud.app.signal;

import clock2cloud.app.FigureRecipe;
import java.util.List;

/** The figures of this floor. */
public final class SignalFigures {
    private SignalFigures() {}

    public static List<FigureRecipe> all() {
        return List.of();
    }
}
