package clock2cloud.app.signal;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import clock2cloud.signal.logic.Synchroniser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How often a flip-flop that cannot decide fails. */
@Command(
        name = "synchroniser",
        description = "Mean time between failures of a synchroniser, by its number of flip-flops.",
        footer = {"", "Example: ./c2c signal synchroniser --tau 20ps --window 20ps --clock 2.53GHz --data 253MHz"})
final class SynchroniserCommand implements Callable<Integer> {
    private static final double SECONDS_A_YEAR = 365.25 * 86400;

    @Option(
            names = "--tau",
            defaultValue = "20ps",
            converter = Converters.Seconds.class,
            description = "Of the flip-flop (default: 20ps).")
    private double tauSeconds;

    @Option(
            names = "--window",
            defaultValue = "20ps",
            converter = Converters.Seconds.class,
            description = "T0 of the flip-flop (default: 20ps).")
    private double windowSeconds;

    @Option(
            names = "--clock",
            defaultValue = "2.53GHz",
            converter = Converters.Hertz.class,
            description = "Default: 2.53GHz.")
    private double clockHertz;

    @Option(
            names = "--data",
            defaultValue = "253MHz",
            converter = Converters.Hertz.class,
            description = "Edges of the data (default: 253MHz).")
    private double dataHertz;

    @Option(
            names = "--setup",
            defaultValue = "50ps",
            converter = Converters.Seconds.class,
            description = "Default: 50ps.")
    private double setupSeconds;

    @Mixin
    private Common common;

    /** The JSON of {@code c2c signal synchroniser}. */
    record Result(List<Chain> chains) {}

    /** A chain of flip-flops; {@code lifeSeconds} is the mean time between failures. */
    record Chain(int flipFlops, double resolveSeconds, double lifeSeconds) {}

    @Override
    public Integer call() {
        Synchroniser flop = new Synchroniser(tauSeconds, windowSeconds, clockHertz, dataHertz);
        List<Chain> chains = new ArrayList<>();
        Table table = Table.of("stages", "resolveSeconds", "life_years");
        for (int n = 2; n <= 5; n++) {
            double resolve = (n - 1) * (1 / clockHertz - setupSeconds);
            Chain chain = new Chain(n, resolve, flop.meanSecondsBetweenFailures(n, setupSeconds));
            chains.add(chain);
            table = table.row(n, chain.resolveSeconds(), chain.lifeSeconds() / SECONDS_A_YEAR);
        }
        return common.report()
                .json(new Result(chains))
                .table(table)
                .say("Ten years without a failure take "
                        + Quantities.format(flop.resolveSeconds(10 * SECONDS_A_YEAR), Unit.SECONDS) + " to resolve.")
                .explain(Explanation.of(
                        "Mean time between failures",
                        "exp(t / tau) / (T0 f a)",
                        String.format(
                                Locale.ROOT,
                                "2 flip-flops: exp(%.5g / %.5g) / ... = %.4g s",
                                chains.get(0).resolveSeconds(),
                                tauSeconds,
                                chains.get(0).lifeSeconds()),
                        "each flip-flop after the first gives a clock less the setup time",
                        "Veendrick 1980; Weste and Harris 2010, eq. 10.28"))
                .print();
    }
}
