package clock2cloud.app;

import clock2cloud.app.cluster.ClusterChecks;
import clock2cloud.app.nn.NnChecks;
import clock2cloud.app.signal.SignalChecks;
import clock2cloud.app.spot.SpotChecks;
import clock2cloud.app.story.StoryChecks;
import clock2cloud.app.story.forecast.AnchorChecks;
import clock2cloud.app.story.forecast.ForecastChecks;
import clock2cloud.app.story.forecast.TorchChecks;
import clock2cloud.app.story.gpu.ConvolutionChecks;
import clock2cloud.app.story.gpu.DenseChecks;
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
                        DenseChecks::lines,
                        ConvolutionChecks::lines,
                        AnchorChecks::lines,
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
                "coverage80Fraction",
                "noiseFraction",
                "noise",
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
                    line.coverage80Fraction(),
                    line.noiseFraction(),
                    line.noise(),
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
                *bias* is the mean signed error, *held* the share of true values inside the 90% intervals, then inside the 80% ones; *noise*
                the mean error of what it was compared with, as its repeats or its standard error tell it, or why there is none. A bound on `coverage` may be missed by five points
                either way (85 to 95%, 75 to 85%); `none` is shown, not claimed.

                Simpler models of a time, on the same rows. By data sheet (on the reference machine by its measured peak and memory):
                `flops/peak`; `roofline`, of each operation the longer of work over peak and bytes over the memory's speed; `Paleo-style`, their
                sum. `affine in batch`, a line t0 + t1 × batch: `own ends`, through the smallest and the largest batch of the same net on the
                same machine, tried on the batches between; `calibrated`, by the rows that calibrate the forecast; `carried`,
                by those of the machine that lends its figures, times the ratio of the peaks; `other rows`, where no net was
                timed at three batches, by all other rows that are alike (with one batch size only, a constant). `last machine x peak`: what
                the machine takes that lends its figures, times the ratio of the peaks. `without` a term: what the forecast itself misses by when that
                term costs nothing, as `predict --without` has it.
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
                        maybe(line.coverageFraction())
                                + line.coverage80Fraction()
                                        .map(held -> ", " + percent(held))
                                        .orElse(""),
                        line.noiseFraction()
                                .map(TrustLedger::percent)
                                .or(line::noise)
                                .orElse(""),
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
