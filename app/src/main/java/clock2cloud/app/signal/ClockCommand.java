package clock2cloud.app.signal;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import clock2cloud.signal.bits.FastestClock;
import clock2cloud.signal.bits.Link;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The highest clock of a link at a target error rate. */
@Command(
        name = "clock",
        description = "The highest clock at which a wire is read with a target error rate, and what limits it.",
        footer = {"", "Example: ./c2c signal clock --tau 200ps --noise 100mV --jitter 5ps --error-rate 1e-12"})
final class ClockCommand implements Callable<Integer> {
    @Option(
            names = "--error-rate",
            defaultValue = "1e-12",
            converter = Converters.Ratio.class,
            description = "Errors a bit that are allowed (default: 1e-12).")
    private double target;

    @Mixin
    private WireOptions wireOptions;

    @Mixin
    private LinkOptions linkOptions;

    @Mixin
    private Common common;

    /** The JSON of {@code c2c signal clock}. */
    record Result(
            double clockHertz,
            double bitSeconds,
            double targetErrorProbability,
            double errorProbability,
            String limiter) {}

    @Override
    public Integer call() {
        Link link = linkOptions.link(wireOptions.wire());
        FastestClock fastest = FastestClock.of(link, linkOptions.noise(), target);
        Result result = new Result(
                fastest.clockHertz(), 1 / fastest.clockHertz(), target, fastest.errorProbability(), fastest.limiter());
        return common.report()
                .json(result)
                .table(Table.of("clockHertz", "bitSeconds", "errors_a_bit", "limiter")
                        .row(result.clockHertz(), result.bitSeconds(), result.errorProbability(), result.limiter()))
                .say("Up to " + Quantities.format(result.clockHertz(), Unit.HERTZ) + "; what limits it is "
                        + result.limiter() + ".")
                .explain(Explanation.of(
                        "Highest clock",
                        "the largest f with P(f) <= target; without noise the largest f whose worst-case eye is open",
                        String.format(
                                Locale.ROOT,
                                "P(%.6g GHz) = %.4g, target %.3g",
                                result.clockHertz() / 1e9,
                                result.errorProbability(),
                                target),
                        "for one RC, no noise and a threshold at half swing it is 1 / (tau ln 2)",
                        "statistical eye: Stojanovic and Horowitz, CICC 2003"))
                .print();
    }
}
