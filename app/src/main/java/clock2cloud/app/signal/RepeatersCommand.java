package clock2cloud.app.signal;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import clock2cloud.signal.wire.BakogluRepeaters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How many inverters a long wire wants, how big, and what they cost. */
@Command(
        name = "repeaters",
        description = "Repeaters on a long wire: best count and size, delay beside the exact line's, energy.",
        footer = {
            "",
            "Example: ./c2c signal repeaters --resistance 4kohm --capacitance 2pF --gate-resistance 2kohm --gate-capacitance 10fF"
        })
final class RepeatersCommand implements Callable<Integer> {
    @Option(
            names = "--resistance",
            defaultValue = "4kohm",
            converter = Converters.Ohms.class,
            description = "Of the wire (default: 4kohm).")
    private double ohms;

    @Option(
            names = "--capacitance",
            defaultValue = "2pF",
            converter = Converters.Farads.class,
            description = "Of the wire (default: 2pF).")
    private double farads;

    @Option(
            names = "--gate-resistance",
            defaultValue = "2kohm",
            converter = Converters.Ohms.class,
            description = "Of the smallest inverter (default: 2kohm).")
    private double gateOhms;

    @Option(
            names = "--gate-capacitance",
            defaultValue = "10fF",
            converter = Converters.Farads.class,
            description = "Of its input (default: 10fF).")
    private double gateFarads;

    @Option(
            names = "--volts",
            defaultValue = "1.1V",
            converter = Converters.Volts.class,
            description = "Supply, for the energy (default: 1.1V).")
    private double volts;

    @Mixin
    private Common common;

    /** The JSON of {@code c2c signal repeaters}. */
    record Result(
            double bestCount,
            double bestSize,
            double bestDelaySeconds,
            double roundedDelaySeconds,
            int count,
            List<Choice> choices) {}

    /** One number of repeaters of the best size. */
    record Choice(int count, double delaySeconds, double exactSeconds, double errorFraction, double joulesPerSwing) {}

    @Override
    public Integer call() {
        BakogluRepeaters law = new BakogluRepeaters(ohms, farads, gateOhms, gateFarads);
        double size = law.bestSize();
        List<Choice> choices = new ArrayList<>();
        Table table = Table.of("repeaters", "delaySeconds", "exactSeconds", "errorFraction", "swing_j");
        for (int count : counts(law.count())) {
            Choice c = new Choice(
                    count,
                    law.delaySeconds(count, size),
                    law.exactDelaySeconds(count, size),
                    law.errorFraction(count, size),
                    law.joulesPerSwing(count, size, volts));
            choices.add(c);
            table = table.row(count, c.delaySeconds(), c.exactSeconds(), c.errorFraction(), c.joulesPerSwing());
        }
        Result result = new Result(
                law.bestCount(), size, law.bestDelaySeconds(), law.roundedDelaySeconds(), law.count(), choices);
        return common.report()
                .json(result)
                .table(table)
                .say(String.format(Locale.ROOT, "Best: %d repeaters of %.1f times the smallest.", result.count(), size))
                .explain(Explanation.of(
                        "Bakoglu's repeaters",
                        "k = sqrt(0.4 R C / (0.7 R0 C0)), h = sqrt(R0 C / (R C0)), T = 2.4583 sqrt(R0 C0 R C)",
                        String.format(
                                Locale.ROOT,
                                "k = %.5g, h = %.5g, T = %s (the book rounds to %s)",
                                law.bestCount(),
                                size,
                                Quantities.format(law.bestDelaySeconds(), Unit.SECONDS),
                                Quantities.format(law.roundedDelaySeconds(), Unit.SECONDS)),
                        "inverters without output capacitance; exact: each stage's distributed line",
                        "Bakoglu and Meindl, IEEE TED 32(5) 1985"))
                .figure(WireFigures.repeaters(common.commandLine(), common.seed()))
                .print();
    }

    private static List<Integer> counts(int best) {
        List<Integer> counts = new ArrayList<>(List.of(1, 2, 4, 8));
        for (int n = Math.max(1, best - 2); n <= best + 2; n++) {
            counts.add(n);
        }
        counts.add(2 * best);
        return counts.stream().distinct().sorted().toList();
    }
}
