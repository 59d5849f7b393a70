package clock2cloud.app.signal;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Table;
import clock2cloud.signal.wire.CoupledLines;
import clock2cloud.signal.wire.DrivenLine;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a neighbour does to a wire. */
@Command(
        name = "crosstalk",
        description =
                "Two coupled wires: delay with the neighbour moving along, at rest, against, and the noise on a quiet one.",
        footer = {
            "",
            "Example: ./c2c signal crosstalk --driver 100ohm --resistance 500ohm --capacitance 200fF --coupling 100fF --load 10fF"
        })
final class CrosstalkCommand implements Callable<Integer> {
    @Option(
            names = "--driver",
            defaultValue = "100ohm",
            converter = Converters.Ohms.class,
            description = "Default: 100ohm.")
    private double driverOhms;

    @Option(
            names = "--resistance",
            defaultValue = "500ohm",
            converter = Converters.Ohms.class,
            description = "Of each wire (default: 500ohm).")
    private double ohms;

    @Option(
            names = "--capacitance",
            defaultValue = "200fF",
            converter = Converters.Farads.class,
            description = "Of each wire to ground (default: 200fF).")
    private double farads;

    @Option(
            names = "--coupling",
            defaultValue = "100fF",
            converter = Converters.Farads.class,
            description = "Between them (default: 100fF).")
    private double couplingFarads;

    @Option(
            names = "--load",
            defaultValue = "10fF",
            converter = Converters.Farads.class,
            description = "Default: 10fF.")
    private double loadFarads;

    @Option(
            names = "--volts",
            defaultValue = "5V",
            converter = Converters.Volts.class,
            description = "Swing (default: 5V).")
    private double volts;

    @Mixin
    private Common common;

    /** The JSON of {@code c2c signal crosstalk}. */
    record Result(double noisePeakVolts, double noisePeakSeconds, List<Case> cases) {}

    /** One behaviour of the neighbour; the Miller rule counts the coupling 0, 1 or 2 times. */
    record Case(String neighbour, double delaySeconds, double millerSeconds, double millerErrorFraction) {}

    @Override
    public Integer call() {
        CoupledLines pair = CoupledLines.of(driverOhms, ohms, farads, couplingFarads, loadFarads);
        List<Case> cases = List.of(
                of("moves along", pair.togetherSeconds(), 0),
                of("rests", pair.quietSeconds(), 1),
                of("moves against", pair.oppositeSeconds(), 2));
        Result result = new Result(volts * pair.noisePeakFraction(), pair.noisePeakSeconds(), cases);
        Table table = Table.of("neighbour", "delaySeconds", "millerSeconds", "millerErrorFraction");
        for (Case c : cases) {
            table = table.row(c.neighbour(), c.delaySeconds(), c.millerSeconds(), c.millerErrorFraction());
        }
        return common.report()
                .json(result)
                .table(table)
                .say(String.format(
                        Locale.ROOT,
                        "A quiet wire beside a switching one jumps by %.3g V after %.3g ps.",
                        result.noisePeakVolts(),
                        result.noisePeakSeconds() * 1e12))
                .explain(Explanation.of(
                        "Even and odd mode",
                        "together: C; against: C + 2 Cc; one alone: half the sum of both responses",
                        String.format(Locale.ROOT, "C = %.4g fF, Cc = %.4g fF", farads * 1e15, couplingFarads * 1e15),
                        "two equal wires and drivers, steps at the same moment",
                        "Bakoglu 1990, section 7.4"))
                .print();
    }

    private Case of(String neighbour, double seconds, int miller) {
        double rule = new DrivenLine(driverOhms, ohms, farads + miller * couplingFarads, loadFarads).delaySeconds(0.5);
        return new Case(neighbour, seconds, rule, rule / seconds - 1);
    }
}
