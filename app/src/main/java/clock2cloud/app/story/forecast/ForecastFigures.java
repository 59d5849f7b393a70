package clock2cloud.app.story.forecast;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.chart.Mark;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import java.util.ArrayList;
import java.util.List;

/** One forecast as a picture. */
public final class ForecastFigures {
    private ForecastFigures() {}

    /** Where a step's time goes, part after part. */
    public static Figure waterfall(Forecast forecast, String command, long seed) {
        List<Part> parts = forecast.parts();
        double[] from = new double[parts.size()];
        double[] to = new double[parts.size()];
        double at = 0;
        for (int i = 0; i < parts.size(); i++) {
            boolean follows = i > 0 && parts.get(i).hidden() && parts.get(i - 1).hidden();
            from[i] = follows ? to[i - 1] : at;
            to[i] = from[i] + parts.get(i).seconds();
            at = parts.get(i).hidden() ? at : to[i];
        }
        Figure figure = Figure.of("waterfall")
                .title("Most of a step of " + forecast.net() + " on " + forecast.machine() + " is "
                        + forecast.limitingTerm())
                .subtitle(Quantities.format(forecast.secondsPerStep(), Unit.SECONDS) + " a step of " + forecast.batch()
                        + " rows, " + forecast.framework() + ", trust: " + forecast.trust())
                .alt("Bars, one a part of the step, each beginning where the last one ended")
                .x("seconds of a step", "")
                .xHuman(Unit.SECONDS)
                .y("", "")
                .rows(parts.stream().map(Part::name).toList())
                .source(parts.isEmpty() ? "" : parts.get(parts.size() - 1).source())
                .command(command)
                .seed(seed);
        List<Mark.Block> bars = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            bars.add(new Mark.Block(
                    from[i], to[i], i - 0.3, i + 0.3, "", parts.get(i).hidden() ? 0.2 : 0.6));
            figure.note(Quantities.format(parts.get(i).seconds(), Unit.SECONDS), to[i], i);
        }
        return figure.blocks("", bars).height(140 + 40 * parts.size());
    }
}
