package clock2cloud.app.signal;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Table;
import clock2cloud.signal.wall.ExponentialFit;
import clock2cloud.signal.wall.PowerWall;
import clock2cloud.signal.wall.TrendData;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The clock by year, modelled and real, and why cores came instead. */
@Command(
        name = "wall",
        description =
                "The clock by year, modelled and real: Dennard scaling, its end at the heat limit, and the cores after.",
        footer = {"", "Example: ./c2c signal wall --limit 100W --out figures"})
final class WallCommand implements Callable<Integer> {
    @Option(
            names = "--limit",
            defaultValue = "100W",
            converter = Converters.Watts.class,
            description = "What can be cooled (default: 100W).")
    private double limitWatts;

    @Option(names = "--from", defaultValue = "1985", description = "First year (default: 1985).")
    private int from;

    @Option(names = "--to", defaultValue = "2022", description = "Last year (default: 2022).")
    private int to;

    @Mixin
    private Common common;

    /** The JSON of {@code c2c signal wall}; measured over modelled are geometric means, 1 is right. */
    record Result(
            double wallYear,
            double measuredOverModelledBeforeRatio,
            double measuredOverModelledAfterRatio,
            double measuredOverTimingAfterRatio,
            double measuredDoublingYearsBefore,
            double measuredDoublingsPerYearAfter,
            List<Line> years) {}

    /** One year: the model's, and the geometric mean of the processors of that year. */
    record Line(
            int year,
            double clockHertz,
            double timingClockHertz,
            double heatClockHertz,
            double watts,
            double joulesPerClock,
            double litFraction,
            double coresByHeat,
            double coresByArea,
            Optional<Double> measuredHertz,
            Optional<Double> measuredWatts) {}

    @Override
    public Integer call() {
        if (from < 1980 || to > 2030 || from >= to) {
            throw new IllegalArgumentException(
                    "--from " + from + " --to " + to + ": years must rise within 1980 to 2030");
        }
        PowerWall wall = new PowerWall(limitWatts);
        List<Line> lines = wall.years(from, to).stream().map(WallCommand::line).toList();
        ExponentialFit before = ExponentialFit.of(TrendData.CLOCK_HERTZ.points(), 1985, 2004);
        ExponentialFit after = ExponentialFit.of(TrendData.CLOCK_HERTZ.points(), 2004, 2023);
        Result result = new Result(
                wall.wallYear(),
                wall.measuredOverModelled(1985, 2004),
                wall.measuredOverModelled(2004, 2023),
                wall.measuredOverTiming(2004, 2023),
                before.doublingYears(),
                after.doublingsPerYear(),
                lines);
        Table table = Table.of(
                "year",
                "clockHertz",
                "timingHertz",
                "heatHertz",
                "power_w",
                "litFraction",
                "cores_by_heat",
                "cores_by_area",
                "measuredHertz");
        for (Line l : lines) {
            table = table.row(
                    String.valueOf(l.year()),
                    l.clockHertz(),
                    l.timingClockHertz(),
                    l.heatClockHertz(),
                    l.watts(),
                    l.litFraction(),
                    l.coresByHeat(),
                    l.coresByArea(),
                    l.measuredHertz());
        }
        return common.report()
                .json(result)
                .table(table)
                .say(words(result))
                .explain(Explanation.of(
                        "The power wall",
                        "timing f = 1 / ((L / N + o) FO4); power P = k V^2 f / gate length; held from the year in which P passes the limit",
                        String.format(Locale.ROOT, "%.0f W are passed in %.1f", limitWatts, result.wallYear()),
                        "gate length, supply and stages by their trends of 1986 to 2004; chips of one kind",
                        "Dennard et al. 1974; Horowitz et al., IEDM 2005; data: Karl Rupp, CC-BY 4.0"))
                .figure(
                        WallFigures.clock(wall, common.commandLine(), common.seed()),
                        WallFigures.power(wall, common.commandLine(), common.seed()))
                .print();
    }

    private static Line line(PowerWall.Year y) {
        return new Line(
                (int) y.year(),
                y.clockHertz(),
                y.timingClockHertz(),
                y.heatClockHertz(),
                y.watts(),
                y.joulesPerClock(),
                y.litFraction(),
                y.coresByHeat(),
                y.coresByArea(),
                TrendData.CLOCK_HERTZ.meanOf((int) y.year()),
                TrendData.WATTS.meanOf((int) y.year()));
    }

    private static String words(Result r) {
        return String.format(
                Locale.ROOT,
                "The wall stands in %.0f. Before 2004 real clocks are %.2f of the model on average (doubling every %.1f years); after it %.1f times the held clock and %.2f of what timing would allow, and flat: chips light fewer gates, and the transistors went into cores.",
                r.wallYear(),
                r.measuredOverModelledBeforeRatio(),
                r.measuredDoublingYearsBefore(),
                r.measuredOverModelledAfterRatio(),
                r.measuredOverTimingAfterRatio());
    }
}
