package clock2cloud.app.story;

import clock2cloud.app.FigureRecipe;
import clock2cloud.app.chart.Figure;
import clock2cloud.app.chart.Mark;
import clock2cloud.app.story.host.BlindTest;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The figures of the ladder. */
public final class StoryFigures {
    private StoryFigures() {}

    public static List<FigureRecipe> all() {
        return List.of(
                new FigureRecipe("ladder", seed -> ladder(Reference.ladder(), "./c2c ladder", seed)),
                new FigureRecipe("blind-epochs", StoryFigures::blind));
    }

    private static Figure blind(long seed) {
        BlindTest.Result result = Reference.blind();
        double[] measured = result.outcomes().stream()
                .mapToDouble(BlindTest.Outcome::measuredSeconds)
                .toArray();
        double[] forecast = result.outcomes().stream()
                .mapToDouble(BlindTest.Outcome::forecastSeconds)
                .toArray();
        return againstMeasured("blind-epochs", "measured", measured, forecast)
                .title("Whole epochs, forecast before they were trained: "
                        + Quantities.format(result.meanErrorFraction(), Unit.FRACTION) + " off on average, "
                        + Quantities.format(result.maxErrorFraction(), Unit.FRACTION) + " at most")
                .subtitle(result.outcomes().size() + " runs of nets not in the calibration, on " + result.processor()
                        + "; band: 10%")
                .source("this project's own trainer, MNIST")
                .command("./c2c check --blind")
                .seed(seed);
    }

    private static Figure againstMeasured(String slug, String name, double[] truth, double[] forecast) {
        double low = Math.min(
                        Arrays.stream(truth).min().orElse(1),
                        Arrays.stream(forecast).min().orElse(1))
                * 0.9;
        double high = Math.max(
                        Arrays.stream(truth).max().orElse(1),
                        Arrays.stream(forecast).max().orElse(1))
                * 1.1;
        double[] ends = {low, high};
        return Figure.of(slug)
                .xLog(name, "")
                .xHuman(Unit.SECONDS)
                .yLog("forecast", "")
                .yHuman(Unit.SECONDS)
                .xLimits(low, high)
                .yLimits(low, high)
                .band("", ends, new double[] {low * 0.9, high * 0.9}, new double[] {low * 1.1, high * 1.1})
                .dots("forecast", truth, forecast)
                .line("exact", ends, ends);
    }

    /** Forecast bars with intervals, and dots where the clock has spoken. */
    public static Figure ladder(Climb.Result result, String command, long seed) {
        List<Rung> rungs = result.rungs();
        double least =
                rungs.stream().mapToDouble(Rung::lowSecondsPerEpoch).min().orElse(1) / 2;
        double most =
                rungs.stream().mapToDouble(Rung::highSecondsPerEpoch).max().orElse(1) * 3;
        List<Mark.Block> bars = new ArrayList<>();
        double[] low = new double[rungs.size()];
        double[] mid = new double[rungs.size()];
        double[] high = new double[rungs.size()];
        double[] row = new double[rungs.size()];
        for (int i = 0; i < rungs.size(); i++) {
            Rung rung = rungs.get(i);
            bars.add(new Mark.Block(least, rung.forecastSecondsPerEpoch(), i - 0.28, i + 0.28, "", 0.35));
            low[i] = rung.lowSecondsPerEpoch();
            mid[i] = rung.forecastSecondsPerEpoch();
            high[i] = rung.highSecondsPerEpoch();
            row[i] = i;
        }
        Figure figure = Figure.of("ladder")
                .title(title(rungs))
                .subtitle("net " + result.net() + ", batch " + result.batch() + ", " + result.rows()
                        + " rows; seconds per epoch, forecast with 90% intervals, on " + result.processor())
                .alt(result.verdict())
                .xLog("time per epoch", "")
                .xHuman(Unit.SECONDS)
                .xLimits(least, most)
                .y("", "")
                .rows(rungs.stream().map(Rung::name).toList())
                .blocks("", bars)
                .span("forecast", low, mid, high, row)
                .height(120 + 44 * rungs.size())
                .command(command)
                .seed(seed)
                .source("this machine, measured; Justus et al. 2018; minimaxir 2017; EC2 price lists");
        measured(figure, rungs);
        for (int i = 0; i < rungs.size(); i++) {
            Rung rung = rungs.get(i);
            String cost = rung.costDollars()
                    .map(d -> ", " + Quantities.format(d, Unit.DOLLARS))
                    .orElse("");
            String time = Quantities.format(mid[i], Unit.SECONDS);
            String times = rung.measuredSecondsPerEpoch()
                    .map(seconds -> "forecast " + time + ", measured " + Quantities.format(seconds, Unit.SECONDS))
                    .orElse(time);
            figure.note(
                    times + cost + ", " + rung.limiter(),
                    Math.max(high[i], rung.measuredSecondsPerEpoch().orElse(0.0)),
                    i);
        }
        return figure;
    }

    private static void measured(Figure figure, List<Rung> rungs) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < rungs.size(); i++) {
            double at = i;
            rungs.get(i).measuredSecondsPerEpoch().ifPresent(seconds -> points.add(new double[] {seconds, at}));
        }
        if (!points.isEmpty()) {
            figure.dots(
                    "measured",
                    points.stream().mapToDouble(p -> p[0]).toArray(),
                    points.stream().mapToDouble(p -> p[1]).toArray());
        }
    }

    private static String title(List<Rung> rungs) {
        Rung slow = rungs.get(0);
        Rung fast = rungs.get(0);
        for (Rung rung : rungs) {
            slow = rung.forecastSecondsPerEpoch() > slow.forecastSecondsPerEpoch() ? rung : slow;
            fast = rung.forecastSecondsPerEpoch() < fast.forecastSecondsPerEpoch() ? rung : fast;
        }
        double gain = slow.forecastSecondsPerEpoch() / fast.forecastSecondsPerEpoch();
        return rungs.size() == 1
                ? slow.name() + " takes " + Quantities.format(slow.forecastSecondsPerEpoch(), Unit.SECONDS)
                        + " an epoch"
                : fast.name() + " is " + Quantities.significant(gain) + " times as fast as " + slow.name();
    }
}
