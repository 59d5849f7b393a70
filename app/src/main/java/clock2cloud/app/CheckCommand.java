package clock2cloud.app;

import clock2cloud.app.cluster.ClusterChecks;
import clock2cloud.app.nn.NnChecks;
import clock2cloud.app.signal.SignalChecks;
import clock2cloud.app.spot.SpotChecks;
import clock2cloud.app.story.StoryChecks;
import clock2cloud.app.story.host.BlindTest;
import clock2cloud.app.story.host.CalibrationCache;
import clock2cloud.app.story.host.HostForecast;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import clock2cloud.app.vm.VmChecks;
import clock2cloud.nn.data.Mnist;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The trust ledger: every model, what it was compared with, how far off. */
@Command(
        name = "check",
        description = "The trust ledger: every model, what it was compared with, how far off it was.",
        footer = {"", "Example: ./c2c check --format csv", "Example: ./c2c check --blind"})
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(
            names = "--blind",
            description =
                    "Forecast a dozen nets on this machine, tell the forecasts' hash, then train them and compare.")
    private boolean blind;

    /** The JSON of {@code c2c check}. */
    record Ledger(List<TrustLine> lines) {}

    static List<TrustLine> ledger() {
        return Stream.<Supplier<List<TrustLine>>>of(
                        SignalChecks::lines,
                        ClusterChecks::lines,
                        VmChecks::lines,
                        SpotChecks::lines,
                        NnChecks::lines,
                        StoryChecks::lines)
                .flatMap(lines -> lines.get().stream())
                .toList();
    }

    @Override
    public Integer call() {
        return blind ? blind() : ledgerPrinted();
    }

    private int blind() {
        HostForecast host = HostForecast.of(
                CalibrationCache.ofUser(common::progress).get(common.threads(), CalibrationCache.FULL_SECONDS));
        BlindTest.Result result = BlindTest.run(host, Mnist.load(), common.threads(), common::progress);
        Table table =
                Table.of("net", "batch", "threads", "forecastSeconds", "measuredSeconds", "errorFraction", "inside");
        for (BlindTest.Outcome outcome : result.outcomes()) {
            table = table.row(
                    outcome.net(),
                    outcome.batch(),
                    outcome.threads(),
                    outcome.forecastSeconds(),
                    outcome.measuredSeconds(),
                    outcome.errorFraction(),
                    outcome.inside() ? "yes" : "no");
        }
        return common.report()
                .json(result)
                .table(table)
                .say("mean error " + Quantities.format(result.meanErrorFraction(), Unit.FRACTION) + ", largest "
                        + Quantities.format(result.maxErrorFraction(), Unit.FRACTION) + ", "
                        + Quantities.format(result.coverageFraction(), Unit.FRACTION) + " inside their 90% intervals")
                .print();
    }

    private int ledgerPrinted() {
        List<TrustLine> lines = ledger();
        Table table = Table.of(
                "floor",
                "model",
                "comparedWith",
                "range",
                "n",
                "meanErrorFraction",
                "maxErrorFraction",
                "boundFraction",
                "boundOn",
                "holds");
        for (TrustLine line : lines) {
            table = table.row(
                    line.floor(),
                    line.model(),
                    line.comparedWith(),
                    line.range(),
                    line.n(),
                    line.meanErrorFraction(),
                    line.maxErrorFraction(),
                    line.boundFraction(),
                    line.boundOn().toString().toLowerCase(Locale.ROOT),
                    line.holds() ? "yes" : "NO");
        }
        Report report = common.report().json(new Ledger(lines)).table(table);
        long broken = lines.stream().filter(line -> !line.holds()).count();
        if (broken > 0) {
            report.failed(broken + " of " + lines.size() + " claimed bounds do not hold");
        }
        return report.print();
    }
}
