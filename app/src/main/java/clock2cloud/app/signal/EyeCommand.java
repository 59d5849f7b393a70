package clock2cloud.app.signal;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import clock2cloud.signal.bits.Bathtub;
import clock2cloud.signal.bits.ErrorCount;
import clock2cloud.signal.bits.ErrorRate;
import clock2cloud.signal.bits.EyeDiagram;
import clock2cloud.signal.bits.Link;
import clock2cloud.signal.bits.Noise;
import clock2cloud.signal.bits.WorstCaseEye;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The eye of many random bits, its worst case, and the error rate two ways. */
@Command(
        name = "eye",
        description = "The eye of random bits: opening, worst case, error rate simulated and in closed form, bathtub.",
        footer = {
            "",
            "Example: ./c2c signal eye --tau 200ps --clock 2.53GHz --noise 200mV --jitter 5ps --out figures",
            "Example: ./c2c signal eye --resistance 1kohm --capacitance 400fF --driver 200ohm --sample best --noise 0.2V"
        })
final class EyeCommand implements Callable<Integer> {
    private static final int COLUMNS = 64;

    @Option(
            names = "--bits",
            defaultValue = "1e6",
            converter = Converters.Count.class,
            description = "Random bits to send (default: 1e6).")
    private long bits;

    @Option(
            names = "--error-rate",
            defaultValue = "1e-12",
            converter = Converters.Ratio.class,
            description = "Width of the bathtub at this rate (default: 1e-12).")
    private double target;

    @Mixin
    private WireOptions wireOptions;

    @Mixin
    private LinkOptions linkOptions;

    @Mixin
    private Common common;

    /** The JSON of {@code c2c signal eye}. */
    record Result(
            long bits,
            double clockHertz,
            double samplePhase,
            double openingVolts,
            double worstCaseOpeningVolts,
            double lowestOneVolts,
            double highestZeroVolts,
            ErrorCount simulated,
            double simulatedErrorProbability,
            Optional<Double> errorProbability,
            Optional<Double> standardErrors,
            Optional<Double> bathtubWidthBits,
            List<Bathtub.Point> bathtub) {}

    @Override
    public Integer call() {
        if (bits < 2 || bits > 100_000_000) {
            throw new IllegalArgumentException("--bits " + bits + " is not between 2 and 100000000");
        }
        Link link = linkOptions.link(wireOptions.wire());
        Noise noise = linkOptions.noise();
        RandomGenerator.SplittableGenerator root = Dice.of(common.seed());
        EyeDiagram eye = EyeDiagram.simulate(link, noise, (int) bits, COLUMNS, root.split());
        ErrorCount count = ErrorCount.simulate(link, noise, (int) bits, root.split());
        boolean closedForm = link.receiver().lowVolts() == link.receiver().highVolts();
        Optional<Double> rate = closedForm ? Optional.of(new ErrorRate(link, noise).probability()) : Optional.empty();
        Optional<Bathtub> tub = closedForm ? Optional.of(Bathtub.of(link, noise, COLUMNS / 2)) : Optional.empty();
        WorstCaseEye worst = WorstCaseEye.of(link);
        Result result = new Result(
                bits,
                link.driver().clockHertz(),
                link.receiver().samplePhase(),
                eye.openingVolts(),
                worst.openingVolts(),
                eye.lowestOneVolts(),
                eye.highestZeroVolts(),
                count,
                count.probability(),
                rate,
                rate.filter(p -> p > 0 && p < 1).map(p -> (count.probability() - p) / count.standardError(p)),
                tub.map(t -> t.widthBits(target)),
                tub.map(Bathtub::points).orElse(List.of()));
        var report = common.report()
                .json(result)
                .table(table(result))
                .say(words(result))
                .explain(explain(result, noise))
                .figure(BitFigures.eye(link, eye, wireOptions.words(), common.commandLine(), common.seed()));
        tub.ifPresent(t -> report.figure(
                BitFigures.bathtub(t, target, link, wireOptions.words(), common.commandLine(), common.seed())));
        return report.print();
    }

    private static Table table(Result r) {
        Table table = Table.of("quantity", "value")
                .row("opening of the eye, V", r.openingVolts())
                .row("worst case without noise, V", r.worstCaseOpeningVolts())
                .row("errors counted", r.simulated().errors())
                .row("error rate, counted", r.simulatedErrorProbability())
                .row("95% interval, low", r.simulated().lowProbability())
                .row("95% interval, high", r.simulated().highProbability());
        if (r.errorProbability().isPresent()) {
            table = table.row("error rate, closed form", r.errorProbability().orElseThrow())
                    .row("width at the target rate, bits", r.bathtubWidthBits().orElseThrow());
        }
        return table;
    }

    private String words(Result r) {
        return String.format(
                Locale.ROOT,
                "%,d bits at %s: the eye is %s, %d are misread%s.",
                r.bits(),
                Quantities.format(r.clockHertz(), Unit.HERTZ),
                r.openingVolts() > 0 ? Quantities.format(r.openingVolts(), Unit.VOLTS) + " open" : "closed",
                r.simulated().errors(),
                r.errorProbability()
                        .map(p -> String.format(Locale.ROOT, "; the closed form expects %.3g", p * r.bits()))
                        .orElse("; with hysteresis there is no closed form here"));
    }

    private static Explanation explain(Result r, Noise noise) {
        return Explanation.of(
                "Statistical eye",
                "P = mean over patterns and jitter of Q(margin / sigma), Q(x) = erfc(x / sqrt 2) / 2",
                String.format(
                        Locale.ROOT,
                        "sigma = %.4g V, jitter = %.4g ps: P = %s, counted %.4g (%.4g to %.4g)",
                        noise.voltsRms(),
                        noise.jitterSecondsRms() * 1e12,
                        r.errorProbability()
                                .map(p -> String.format(Locale.ROOT, "%.4g", p))
                                .orElse("none"),
                        r.simulatedErrorProbability(),
                        r.simulated().lowProbability(),
                        r.simulated().highProbability()),
                "fair independent bits, Gaussian noise and sampling jitter",
                "Stojanovic and Horowitz, CICC 2003; interval: Wilson 1927");
    }
}
