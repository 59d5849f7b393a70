package clock2cloud.app;

import clock2cloud.app.story.forecast.HostSteps;
import clock2cloud.app.story.host.BlindTest;
import clock2cloud.app.story.host.CalibrationCache;
import clock2cloud.app.story.host.HostForecast;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The trust ledger: every model, what it was compared with, how far off. */
@Command(
        name = "check",
        description = "The trust ledger: every model, what it was compared with, how far off it was.",
        footer = {"", "Example: ./c2c check --format csv", "Example: ./c2c check --blind"})
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Common common;

    @Option(
            names = "--blind",
            description = "Forecast nets on this machine, tell the forecasts' hash, then train them and compare.")
    private boolean blind;

    @Option(
            names = "--write",
            paramLabel = "FILE.md",
            description = "Write the ledger as a document, as docs/trust.md is.")
    private Optional<Path> write = Optional.empty();

    @Option(
            names = "--nets",
            defaultValue = "12",
            description = "Dense nets that --blind draws by --seed, and a third as many convolutional ones (default:"
                    + " ${DEFAULT-VALUE}).")
    private int nets;

    @Option(
            names = "--processes",
            defaultValue = "3",
            description = "Fresh processes that --blind trains each net in (default: ${DEFAULT-VALUE}).")
    private int processes;

    /** The JSON of {@code c2c check}. */
    record Ledger(List<TrustLine> lines) {}

    @Override
    public Integer call() {
        for (String option : blind ? List.of("--write") : List.of("--nets", "--processes")) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new IllegalArgumentException(
                        option + (blind ? " writes the ledger: leave --blind out" : " goes with --blind"));
            }
        }
        return blind ? blind() : ledgerPrinted();
    }

    private int blind() {
        HostSteps.requireThreads(common.threads());
        if (nets < 1 || processes < 1) {
            throw new IllegalArgumentException(
                    "--nets " + nets + " and --processes " + processes + " must be 1 or more");
        }
        HostForecast host = HostForecast.now(
                CalibrationCache.ofUser(common::progress).get(common.threads(), CalibrationCache.FULL_SECONDS));
        BlindTest.Result result =
                new BlindTest(host, processes, common::progress).run(nets, common.threads(), common.seed());
        Table table = Table.of(
                "net",
                "threads",
                "forecastSeconds",
                "measuredSeconds",
                "errorFraction",
                "aloneForecastSeconds",
                "aloneMeasuredSeconds",
                "spreadFraction",
                "inside");
        for (BlindTest.Outcome outcome : result.outcomes()) {
            table = table.row(
                    outcome.net(),
                    outcome.threads(),
                    outcome.forecastSeconds(),
                    outcome.measuredSeconds(),
                    outcome.errorFraction(),
                    outcome.aloneForecastSeconds(),
                    outcome.aloneMeasuredSeconds().map(Object.class::cast).orElse(""),
                    outcome.spreadFraction(),
                    outcome.inside() ? "yes" : "no");
        }
        return common.report()
                .json(result)
                .table(table)
                .say("mean error " + Quantities.format(result.meanErrorFraction(), Unit.FRACTION) + ", largest "
                        + Quantities.format(result.maxErrorFraction(), Unit.FRACTION) + ", "
                        + Quantities.format(result.coverageFraction(), Unit.FRACTION)
                        + " inside their 90% intervals; epochs that had their cores for themselves, of "
                        + result.aloneCompared() + " nets: mean error "
                        + Quantities.format(result.aloneMeanErrorFraction(), Unit.FRACTION) + ", largest "
                        + Quantities.format(result.aloneMaxErrorFraction(), Unit.FRACTION)
                        + "; single parts of steps: mean error "
                        + Quantities.format(result.partsMeanErrorFraction(), Unit.FRACTION) + ", 95% below "
                        + Quantities.format(result.parts95ErrorFraction(), Unit.FRACTION))
                .print();
    }

    private int ledgerPrinted() {
        List<TrustLine> lines = TrustLedger.lines();
        Report report = common.report().json(new Ledger(lines)).table(TrustLedger.table(lines));
        write.ifPresent(file -> {
            try {
                Files.writeString(file, TrustLedger.document(lines));
            } catch (IOException e) {
                throw new IllegalArgumentException("--write " + file + ": cannot be written", e);
            }
            common.progress("wrote " + file);
        });
        long broken = lines.stream().filter(line -> !line.holds()).count();
        if (broken > 0) {
            report.failed(broken + " of " + lines.size() + " claimed bounds do not hold");
        }
        return report.print();
    }
}
