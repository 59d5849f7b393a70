package clock2cloud.app;

import clock2cloud.app.cluster.ClusterChecks;
import clock2cloud.app.nn.NnChecks;
import clock2cloud.app.signal.SignalChecks;
import clock2cloud.app.spot.SpotChecks;
import clock2cloud.app.story.StoryChecks;
import clock2cloud.app.story.forecast.ForecastChecks;
import clock2cloud.app.story.forecast.TorchChecks;
import clock2cloud.app.story.gpu.GpuChecks;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import clock2cloud.app.vm.VmChecks;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every line of every floor, as a table and as {@code docs/trust.md}. */
public final class TrustLedger {
    private TrustLedger() {}

    /** All lines, floor by floor. */
    public static List<TrustLine> lines() {
        return Stream.<Supplier<List<TrustLine>>>of(
                        SignalChecks::lines,
                        ClusterChecks::lines,
                        VmChecks::lines,
                        SpotChecks::lines,
                        NnChecks::lines,
                        StoryChecks::lines,
                        GpuChecks::lines,
                        ForecastChecks::lines,
                        TorchChecks::lines)
                .flatMap(lines -> lines.get().stream())
                .toList();
    }

    static Table table(List<TrustLine> lines) {
        Table table = Table.of(
                "floor",
                "model",
                "comparedWith",
                "range",
                "n",
                "meanErrorFraction",
                "maxErrorFraction",
                "biasFraction",
                "coverageFraction",
                "noiseFraction",
                "boundFraction",
                "boundOn",
                "baselines",
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
                    line.biasFraction(),
                    line.coverageFraction(),
                    line.noiseFraction(),
                    line.boundFraction(),
                    line.boundOn().toString().toLowerCase(Locale.ROOT),
                    baselines(line),
                    holds(line));
        }
        return table;
    }

    /** The document: one table a floor. It tells of stored measurements only, so it is the same on every machine. */
    public static String document(List<TrustLine> lines) {
        StringBuilder text = new StringBuilder("""
                # The trust ledger

                Written by `./c2c check --write docs/trust.md`; a test fails when it is stale. Every model, what it was compared with,
                over what range, how far off it was, and the bound that we claim. Lines that tell of time replay stored measurements.
                *bias* is the mean signed error, *held* the share of true values inside the 90% intervals, *noise* the mean error of
                the measurements themselves. A bound on `coverage` may be missed by five points either way; `none` is shown, not claimed.
                """);
        String floor = "";
        for (TrustLine line : lines) {
            if (!line.floor().equals(floor)) {
                floor = line.floor();
                text.append("\n## ")
                        .append(floor)
                        .append(
                                "\n\n| model | compared with | range | n | mean | max | bias | held | noise | bound | simpler models miss by |"
                                        + "\n|---|---|---|---|---|---|---|---|---|---|---|\n");
            }
            text.append(row(line));
        }
        return text.toString();
    }

    private static String row(TrustLine line) {
        String bound =
                switch (line.boundOn()) {
                    case NONE -> "none";
                    case MAX -> "max " + percent(line.boundFraction());
                    case MEAN -> "mean " + percent(line.boundFraction());
                    case COVERAGE -> "coverage " + percent(line.boundFraction());
                };
        return Stream.of(
                        line.model(),
                        line.comparedWith(),
                        line.range(),
                        String.valueOf(line.n()),
                        percent(line.meanErrorFraction()),
                        percent(line.maxErrorFraction()),
                        maybe(line.biasFraction()),
                        maybe(line.coverageFraction()),
                        maybe(line.noiseFraction()),
                        bound + (line.holds() ? "" : ", **missed**"),
                        baselines(line))
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String maybe(Optional<Double> fraction) {
        return fraction.map(TrustLedger::percent).orElse("");
    }

    /** Three digits: enough to judge by, and the same on every Java. */
    private static String percent(double fraction) {
        if (Math.abs(fraction) < 5e-7) {
            return fraction == 0 ? "0%" : "<0.0001%";
        }
        return Math.abs(fraction) < 5e-4
                ? String.format(Locale.ROOT, "%.4f%%", 100 * fraction)
                : Quantities.format(fraction, Unit.FRACTION);
    }

    private static String baselines(TrustLine line) {
        return line.baselines().stream()
                .map(simpler -> simpler.name() + " " + percent(simpler.meanErrorFraction()))
                .collect(Collectors.joining(", "));
    }

    private static String holds(TrustLine line) {
        if (line.boundOn() == TrustLine.Bound.NONE) {
            return "not claimed";
        }
        return line.holds() ? "yes" : "NO";
    }
}
