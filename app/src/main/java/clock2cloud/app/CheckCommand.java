package clock2cloud.app;

import clock2cloud.app.cluster.ClusterChecks;
import clock2cloud.app.nn.NnChecks;
import clock2cloud.app.signal.SignalChecks;
import clock2cloud.app.spot.SpotChecks;
import clock2cloud.app.table.Table;
import clock2cloud.app.vm.VmChecks;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The trust ledger: every model, what it was compared with, how far off. */
@Command(
        name = "check",
        description = "The trust ledger: every model, what it was compared with, how far off it was.",
        footer = {"", "Example: ./c2c check --format csv"})
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    /** The JSON of {@code c2c check}. */
    record Ledger(List<TrustLine> lines) {}

    static List<TrustLine> ledger() {
        return Stream.<Supplier<List<TrustLine>>>of(
                        SignalChecks::lines,
                        ClusterChecks::lines,
                        VmChecks::lines,
                        SpotChecks::lines,
                        NnChecks::lines,
                        clock2cloud.app.story.StoryChecks::lines)
                .flatMap(lines -> lines.get().stream())
                .toList();
    }

    @Override
    public Integer call() {
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
