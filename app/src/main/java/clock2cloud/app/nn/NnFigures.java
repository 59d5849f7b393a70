package clock2cloud.app.nn;

import clock2cloud.app.FigureRecipe;
import java.util.List;

/** The figures of this floor. */
public final class NnFigures {
    private NnFigures() {}

    public static List<FigureRecipe> all() {
        return List.of(
                new FigureRecipe("learning-curve", seed -> Lesson.of(seed).learningCurve()),
                new FigureRecipe("confusion-matrix", seed -> Lesson.of(seed).confusion()),
                new FigureRecipe("first-layer-weights", seed -> Lesson.of(seed).strokes()),
                new FigureRecipe("matrix-product-speed", SpeedFigures::products),
                new FigureRecipe(
                        "matrix-product-peers", seed -> StoredProducts.shipped().figure(seed)),
                new FigureRecipe("roofline", SpeedFigures::roofline));
    }
}
