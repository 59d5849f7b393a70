package clock2cloud.app;

import clock2cloud.app.chart.Figure;
import java.util.function.LongFunction;

/** A figure's name and how it is made from a seed. */
public record FigureRecipe(String name, LongFunction<Figure> make) {}
