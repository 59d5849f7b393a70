package clock2cloud.app.story.forecast;

import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Forecasts as tables and words. */
public final class ForecastTables {
    private ForecastTables() {}

    /** The parts of a step, the longest last cell saying what stands beside the rest. */
    public static Table waterfall(Forecast forecast) {
        Table table = Table.of("part", "stepSeconds", "partFraction", "counts");
        for (Part part : forecast.parts()) {
            table = table.row(
                    part.name(),
                    part.seconds(),
                    part.seconds() / forecast.secondsPerStep(),
                    part.hidden() ? "beside the rest" : "yes");
        }
        return table;
    }

    /** One row a forecast. */
    public static Table rows(List<Forecast> forecasts) {
        List<List<Object>> rows = new ArrayList<>(forecasts.size());
        for (Forecast forecast : forecasts) {
            rows.add(List.of(
                    forecast.line(),
                    forecast.machine(),
                    forecast.net(),
                    forecast.imagePixels(),
                    forecast.batch(),
                    forecast.framework(),
                    forecast.secondsPerStep(),
                    forecast.secondsPerEpoch(),
                    forecast.secondsPerRun(),
                    forecast.run().low90Seconds(),
                    forecast.run().low80Seconds(),
                    forecast.run().high80Seconds(),
                    forecast.run().high90Seconds(),
                    forecast.limitingTerm(),
                    forecast.trust(),
                    forecast.cost().map(Forecast.Cost::dollars),
                    String.join("; ", forecast.flags())));
        }
        return Table.of(
                        "line",
                        "machine",
                        "net",
                        "imagePixels",
                        "batch",
                        "framework",
                        "secondsPerStep",
                        "secondsPerEpoch",
                        "secondsPerRun",
                        "low90SecondsPerRun",
                        "low80SecondsPerRun",
                        "high80SecondsPerRun",
                        "high90SecondsPerRun",
                        "limitingTerm",
                        "trust",
                        "costDollars",
                        "flags")
                .rows(rows);
    }

    /** The forecast in plain words. */
    public static String words(Forecast forecast) {
        Forecast.Bounds epoch = forecast.epoch();
        StringBuilder text = new StringBuilder();
        text.append(forecast.net())
                .append(" on ")
                .append(forecast.machine())
                .append(", batch ")
                .append(forecast.batch())
                .append(", ")
                .append(forecast.framework())
                .append(": ")
                .append(seconds(forecast.secondsPerStep()))
                .append(" a step, ")
                .append(seconds(forecast.secondsPerEpoch()))
                .append(" an epoch (nine in ten between ")
                .append(seconds(epoch.low90Seconds()))
                .append(" and ")
                .append(seconds(epoch.high90Seconds()))
                .append("; eight in ten between ")
                .append(seconds(epoch.low80Seconds()))
                .append(" and ")
                .append(seconds(epoch.high80Seconds()))
                .append("), ")
                .append(seconds(forecast.secondsPerRun()))
                .append(" for ")
                .append(forecast.epochs())
                .append(forecast.epochs() == 1 ? " epoch" : " epochs")
                .append("; most of a step is ")
                .append(forecast.limitingTerm())
                .append('.');
        forecast.cost().ifPresent(cost -> text.append(" It costs ")
                .append(dollars(cost.dollars()))
                .append(" (")
                .append(dollars(cost.low90Dollars()))
                .append(" to ")
                .append(dollars(cost.high90Dollars()))
                .append("), billed by ")
                .append(cost.billing())
                .append(" at ")
                .append(dollars(cost.dollarsPerHour()))
                .append(" an hour."));
        forecast.flags().forEach(flag -> text.append("\nflag: ").append(flag));
        return text.toString();
    }

    /** The waterfall, part by part. */
    public static Explanation[] explanations(Forecast forecast) {
        List<Explanation> all = new ArrayList<>();
        for (Part part : forecast.parts()) {
            all.add(Explanation.of(
                    part.name(),
                    part.equation(),
                    Forecaster.line(part, forecast.secondsPerStep()),
                    part.hidden() ? "it runs beside the longer ones" : "it waits for the others, and they for it",
                    part.source()));
        }
        all.add(Explanation.of(
                "whole step",
                "t = Σ parts that count; t_run = epochs × (steps × t + validation steps × t_forward)",
                seconds(forecast.secondsPerRun()) + " = " + forecast.epochs() + " × "
                        + seconds(forecast.secondsPerEpoch()),
                Optional.of(String.join("; ", forecast.flags()))
                        .filter(flags -> !flags.isEmpty())
                        .orElse("nothing unusual"),
                "trust: " + forecast.trust()));
        return all.toArray(Explanation[]::new);
    }

    private static String seconds(double value) {
        return Quantities.format(value, Unit.SECONDS);
    }

    private static String dollars(double value) {
        return Quantities.format(value, Unit.DOLLARS);
    }
}
