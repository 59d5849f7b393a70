package clock2cloud.app.signal;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Json;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import clock2cloud.signal.logic.ClockedPath;
import clock2cloud.signal.logic.TimingGraph;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Setup, hold, slack and the highest clock of a path, or of a file of gates. */
@Command(
        name = "path",
        description = "Setup and hold slack, critical path and highest clock, of numbers or of a JSON file of gates.",
        footer = {
            "",
            "Example: ./c2c signal path --clock-to-output 50ps --logic 250ps --setup 40ps --skew 20ps --jitter 10ps",
            "Example: ./c2c signal path docs/examples/gates.json --clock 2.53GHz        (its format: docs/json-signal.md)"
        })
final class PathCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Gates as JSON; without it the options count.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--clock",
            defaultValue = "2.53GHz",
            converter = Converters.Hertz.class,
            description = "For the slack (default: 2.53GHz).")
    private double clockHertz;

    @Option(
            names = "--clock-to-output",
            defaultValue = "50ps",
            converter = Converters.Seconds.class,
            description = "Of the flip-flop (default: 50ps).")
    private double clockToOutputSeconds;

    @Option(
            names = "--logic",
            defaultValue = "250ps",
            converter = Converters.Seconds.class,
            description = "The slowest way (default: 250ps).")
    private double logicSeconds;

    @Option(
            names = "--fastest-logic",
            converter = Converters.Seconds.class,
            description = "The fastest way (default: --logic).")
    private Optional<Double> fastestLogicSeconds = Optional.empty();

    @Option(
            names = "--setup",
            defaultValue = "40ps",
            converter = Converters.Seconds.class,
            description = "Default: 40ps.")
    private double setupSeconds;

    @Option(
            names = "--hold",
            defaultValue = "20ps",
            converter = Converters.Seconds.class,
            description = "Default: 20ps.")
    private double holdSeconds;

    @Option(
            names = "--skew",
            defaultValue = "20ps",
            converter = Converters.Seconds.class,
            description = "Default: 20ps.")
    private double skewSeconds;

    @Option(
            names = "--jitter",
            defaultValue = "10ps",
            converter = Converters.Seconds.class,
            description = "Default: 10ps.")
    private double jitterSeconds;

    @Mixin
    private Common common;

    /** The JSON of {@code c2c signal path}. */
    record Result(
            double highestClockHertz,
            double shortestPeriodSeconds,
            double clockHertz,
            double setupSlackSeconds,
            double holdSlackSeconds,
            List<String> criticalPath,
            List<String> shortestPath) {}

    @Override
    public Integer call() {
        Result result = file.map(this::ofFile).orElseGet(this::ofNumbers);
        return common.report()
                .json(result)
                .table(Table.of("highestClockHertz", "shortestPeriodSeconds", "setupSlackSeconds", "holdSlackSeconds")
                        .row(
                                result.highestClockHertz(),
                                result.shortestPeriodSeconds(),
                                result.setupSlackSeconds(),
                                result.holdSlackSeconds()))
                .say(words(result))
                .explain(Explanation.of(
                        "Setup and hold",
                        "T >= tcq + tpd + tsetup + tskew + tjitter; tcq + tcd >= thold + tskew",
                        String.format(
                                Locale.ROOT,
                                "T >= %.6g ps; slack at %.4g GHz %.4g ps; hold slack %.4g ps",
                                result.shortestPeriodSeconds() * 1e12,
                                clockHertz / 1e9,
                                result.setupSlackSeconds() * 1e12,
                                result.holdSlackSeconds() * 1e12),
                        "flip-flops all alike, every path counts even if no input can wake it",
                        "Weste and Harris 2010, eqs. 10.1 and 10.2"))
                .print();
    }

    private Result ofNumbers() {
        ClockedPath path = new ClockedPath(
                clockToOutputSeconds,
                logicSeconds,
                setupSeconds,
                skewSeconds,
                jitterSeconds,
                clockToOutputSeconds,
                fastestLogicSeconds.orElse(logicSeconds),
                holdSeconds);
        return new Result(
                path.highestClockHertz(),
                path.shortestPeriodSeconds(),
                clockHertz,
                path.setupSlackSeconds(clockHertz),
                path.holdSlackSeconds(),
                List.of(),
                List.of());
    }

    private Result ofFile(Path json) {
        PathFile content = Json.read(json, PathFile.class);
        TimingGraph graph = content.graph();
        TimingGraph.Path slow = graph.criticalPath(clockHertz);
        TimingGraph.Path fast = graph.shortestPath();
        return new Result(
                graph.highestClockHertz(),
                1 / graph.highestClockHertz(),
                clockHertz,
                slow.slackSeconds(),
                fast.slackSeconds(),
                slow.gates(),
                fast.gates());
    }

    private static String words(Result result) {
        String way = result.criticalPath().isEmpty()
                ? ""
                : " Critical path: " + String.join(" -> ", result.criticalPath()) + ".";
        String hold = result.holdSlackSeconds() < 0 ? " Hold is violated: no slower clock helps." : "";
        return "At most " + Quantities.format(result.highestClockHertz(), Unit.HERTZ) + "." + way + hold;
    }
}
