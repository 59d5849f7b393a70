package clock2cloud.app.signal;

import clock2cloud.app.Common;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Table;
import clock2cloud.signal.wall.LogicDepth;
import clock2cloud.signal.wall.Processor;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Forty years of processes: the gate's delay, the path's length in FO4, and the clock modelled beside the real one. */
@Command(
        name = "technology",
        description =
                "Processes from 5 V TTL to 3 nm: path length in FO4, modelled clock beside the real processor's, error.",
        footer = {"", "Example: ./c2c signal technology --format csv"})
final class TechnologyCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    /** The JSON of {@code c2c signal technology}. */
    record Result(
            double logicGates,
            double overheadGates,
            double meanAbsoluteErrorFraction,
            double medianAbsoluteErrorFraction,
            List<Line> processors) {}

    /** One processor, its clock forecast by the law fitted to all the others. */
    record Line(
            String name,
            double year,
            OptionalDouble processMetres,
            double supplyVolts,
            int stages,
            double gateDelaySeconds,
            double gatesPerClock,
            double modelledGatesPerClock,
            double modelledClockHertz,
            double clockHertz,
            double errorFraction,
            String source) {}

    @Override
    public Integer call() {
        List<Processor> processors = Processor.all();
        LogicDepth law = LogicDepth.fit(processors);
        List<Line> lines = LogicDepth.leaveOneOut(processors).stream()
                .map(TechnologyCommand::line)
                .toList();
        double[] errors = lines.stream()
                .mapToDouble(line -> Math.abs(line.errorFraction()))
                .sorted()
                .toArray();
        double mean = lines.stream()
                .mapToDouble(line -> Math.abs(line.errorFraction()))
                .average()
                .orElseThrow();
        Result result = new Result(law.logicGates(), law.overheadGates(), mean, errors[errors.length / 2], lines);
        Table table = Table.of(
                "processor",
                "year",
                "process_m",
                "supply_v",
                "stages",
                "gateDelaySeconds",
                "FO4",
                "model FO4",
                "modelledHertz",
                "realHertz",
                "errorFraction");
        for (Line l : lines) {
            table = table.row(
                    l.name(),
                    String.format(Locale.ROOT, "%.0f", Math.floor(l.year())),
                    l.processMetres(),
                    l.supplyVolts(),
                    l.stages(),
                    l.gateDelaySeconds(),
                    l.gatesPerClock(),
                    l.modelledGatesPerClock(),
                    l.modelledClockHertz(),
                    l.clockHertz(),
                    l.errorFraction());
        }
        return common.report()
                .json(result)
                .table(table)
                .say(String.format(
                        Locale.ROOT,
                        "Each clock is forecast by a law fitted to the other processors: half of them within %.0f%%. Bold designs (Alpha) beat it, cool ones (laptops, phones) stay under it.",
                        100 * result.medianAbsoluteErrorFraction()))
                .explain(Explanation.of(
                        "Logic depth",
                        "clock = 1 / ((L / N + o) FO4), FO4 = 0.36 ps a nanometre of gate length",
                        String.format(
                                Locale.ROOT,
                                "L = %.4g FO4, o = %.4g FO4, fitted to %d processors",
                                law.logicGates(),
                                law.overheadGates(),
                                lines.size()),
                        "CMOS gates; the data sheet's delay for TTL; one team is as bold as another",
                        "Ho, Mai and Horowitz 2001; Danowitz et al., CPU DB, CACM 2012"))
                .figure(WallFigures.technology(lines, common.commandLine(), common.seed()))
                .print();
    }

    static Line line(LogicDepth.Forecast f) {
        Processor p = f.processor();
        return new Line(
                p.name(),
                p.year(),
                p.processMetres(),
                p.supplyVolts(),
                p.stages(),
                p.gateDelaySeconds(),
                p.gatesPerClock(),
                f.gatesPerClock(),
                f.modelledHertz(),
                p.clockHertz(),
                f.errorFraction(),
                p.source());
    }
}
