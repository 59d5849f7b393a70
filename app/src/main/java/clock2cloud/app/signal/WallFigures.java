package clock2cloud.app.signal;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.table.Unit;
import clock2cloud.signal.wall.ExponentialFit;
import clock2cloud.signal.wall.PowerWall;
import clock2cloud.signal.wall.TrendData;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Figures of clocks and watts by year. */
final class WallFigures {
    private static final String RUPP = "Karl Rupp, microprocessor trend data, CC-BY 4.0";
    private static final int FROM = 1985;
    private static final int TO = 2023;

    private WallFigures() {}

    private static double[] years() {
        double[] years = new double[TO - FROM + 1];
        for (int i = 0; i < years.length; i++) {
            years[i] = FROM + i;
        }
        return years;
    }

    private static double[] model(PowerWall wall, ToDoubleFunction<PowerWall.Year> value) {
        return wall.years(FROM, TO).stream().mapToDouble(value).toArray();
    }

    private static Figure measured(Figure figure, String label, TrendData data) {
        List<ExponentialFit.Point> points =
                data.points().stream().filter(p -> p.year() >= FROM).toList();
        return figure.dots(
                label,
                points.stream().mapToDouble(ExponentialFit.Point::year).toArray(),
                points.stream().mapToDouble(ExponentialFit.Point::value).toArray());
    }

    /** The clock by year. */
    static Figure clock(PowerWall wall, String command, long seed) {
        ExponentialFit before = ExponentialFit.of(TrendData.CLOCK_HERTZ.points(), 1985, 2004);
        Figure figure = Figure.of("signal-clock-by-year")
                .title(String.format(
                        Locale.ROOT,
                        "The clock doubled every %.1f years until heat stopped it in about %.0f",
                        before.doublingYears(),
                        wall.wallYear()))
                .subtitle(
                        "dots: processors as sold; lines: what gates and pipelines allow, and the same held where it first takes 100 W")
                .x("year", "")
                .yLog("clock", "Hz")
                .yHuman(Unit.HERTZ);
        measured(figure, "processors", TrendData.CLOCK_HERTZ);
        return figure.line("by timing", years(), model(wall, PowerWall.Year::timingClockHertz))
                .line("held by heat", years(), model(wall, PowerWall.Year::clockHertz))
                .moment("the wall", wall.wallYear())
                .source(RUPP)
                .source("CPU DB, Danowitz et al. 2012")
                .command(command)
                .seed(seed);
    }

    /** The watts by year, and the part of the gates that may switch. */
    static Figure power(PowerWall wall, String command, long seed) {
        double[] unlimited = model(wall, y -> y.watts() * y.timingClockHertz() / y.clockHertz() / y.litFraction());
        Figure figure = Figure.of("signal-power-wall")
                .title(String.format(
                        Locale.ROOT,
                        "At full speed a chip of %d would draw %,.0f W; so fewer gates switch, on more cores",
                        TO,
                        unlimited[unlimited.length - 1]))
                .subtitle("dots: processors as sold; line: every gate switching at the clock that timing allows")
                .x("year", "")
                .yLog("power", "W")
                .yHuman(Unit.WATTS);
        measured(figure, "processors", TrendData.WATTS);
        return figure.line("at full speed", years(), unlimited)
                .rule("what air can cool, 100 W", 100)
                .source(RUPP)
                .source("CPU DB, Danowitz et al. 2012")
                .command(command)
                .seed(seed);
    }

    /** Modelled against real clocks. */
    static Figure technology(List<TechnologyCommand.Line> lines, String command, long seed) {
        double[] real =
                lines.stream().mapToDouble(TechnologyCommand.Line::clockHertz).toArray();
        double[] ours = lines.stream()
                .mapToDouble(TechnologyCommand.Line::modelledClockHertz)
                .toArray();
        double median = lines.stream()
                .mapToDouble(l -> Math.abs(l.errorFraction()))
                .sorted()
                .skip(lines.size() / 2)
                .findFirst()
                .orElseThrow();
        Figure figure = Figure.of("signal-technology")
                .title(String.format(
                        Locale.ROOT,
                        "Gate length and stages alone give half of %d clocks within %.0f%%",
                        lines.size(),
                        100 * median))
                .subtitle("each forecast by a law fitted to all the others; on the grey line the forecast is right")
                .xLog("real clock", "Hz")
                .xHuman(Unit.HERTZ)
                .yLog("modelled clock", "Hz")
                .yHuman(Unit.HERTZ)
                .line("", new double[] {4e6, 6e9}, new double[] {4e6, 6e9})
                .dots("processors", real, ours)
                .source("CPU DB, Danowitz et al. 2012; makers' specifications")
                .command(command)
                .seed(seed);
        for (TechnologyCommand.Line l : lines) {
            if (l.name().equals("Core 2 Duo P8700")) {
                figure.dots(l.name(), new double[] {l.clockHertz()}, new double[] {l.modelledClockHertz()});
            }
            if (l.name().equals("VAX-11/780") || l.name().equals("Alpha 21264")) {
                figure.note(l.name(), l.clockHertz(), l.modelledClockHertz());
            }
        }
        return figure;
    }
}
