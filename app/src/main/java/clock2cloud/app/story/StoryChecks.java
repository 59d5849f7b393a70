package clock2cloud.app.story;

import clock2cloud.app.TrustLine;
import clock2cloud.app.story.baseline.SimplerModels;
import clock2cloud.app.story.fit.Noise;
import clock2cloud.app.story.host.BlindTest;
import clock2cloud.app.story.host.SampledNet;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What the forecasts were compared with, and how far off they were. */
public final class StoryChecks {
    private static final String NETS = "30-2,048 wide, 1-4 layers, batch 10-512";
    private static final String DENSE = NETS + ", 1 and 2 threads";

    /** By the calibration of the day, of which only this is left. */
    private static final String FLOPS = "affine in the flops";

    private StoryChecks() {}

    public static List<TrustLine> lines() {
        BlindTest.Result calm = Reference.blind();
        BlindTest.Result busy = Reference.busyBlind();
        List<TrustLine> lines = new ArrayList<>();
        lines.add(epochs(
                "Epoch of a dense net on the reference machine, a calm hour",
                "own trainer on MNIST, nets drawn by a seed, one stored run, before the law of a step's parts was mended",
                DENSE,
                calm,
                calm.outcomes(),
                0.1));
        lines.addAll(epochs("a busy hour", "the same with other nets and the mended law", busy));
        lines.addAll(parts("the busy run", busy, new double[] {0.05, 0.2}, new double[] {0.1, 0.25}));
        lines.addAll(whole(
                "a later busy hour",
                "the same with other nets, by the law and calibration of 26 November 2026, 11:25",
                "the later busy run",
                Reference.laterBlind()));
        lines.addAll(whole(
                "the last busy hour",
                "the same with other nets, today's law and calibration, which know how far apart the cores lie",
                "the last busy run",
                Reference.lastBlind()));
        lines.add(xeon(Reference.xeonBlind()));
        return lines;
    }

    /** Epochs, the intervals of all of them, and layers and parts, which miss their bars of 5 and 10% and are not claimed. */
    private static List<TrustLine> whole(String hour, String source, String which, BlindTest.Result run) {
        List<TrustLine> lines = new ArrayList<>(epochs(hour, source, run));
        lines.add(epochs(
                        "Epoch on the reference machine, " + hour + ": 90% intervals",
                        "the same run as the lines above, dense and convolutional nets",
                        DENSE,
                        run,
                        run.outcomes(),
                        0)
                .bounded(TrustLine.Bound.COVERAGE, 0.9));
        parts(which, run, new double[2], new double[2])
                .forEach(line -> lines.add(line.bounded(TrustLine.Bound.NONE, 0)));
        return lines;
    }

    private static TrustLine xeon(BlindTest.Result run) {
        return epochs(
                        "Epoch on another machine, a rented Intel Xeon: dense and convolutional nets",
                        "own trainer on MNIST, one stored run; calibrated on another machine of its type; no net ever had its core to itself",
                        NETS + ", 1 thread",
                        run,
                        run.outcomes(),
                        0)
                .bounded(TrustLine.Bound.NONE, 0);
    }

    /** Dense nets, then convolutional ones. */
    private static List<TrustLine> epochs(String hour, String source, BlindTest.Result run) {
        return List.of(
                epochs(
                        "Epoch of a dense net on the reference machine, " + hour,
                        source
                                + "; others were at work on the cores, in the calibration too, and the forecast for a net alone was "
                                + Quantities.format(run.aloneMeanErrorFraction(), Unit.FRACTION) + " off",
                        DENSE,
                        run,
                        nets(run, true),
                        0.2),
                epochs(
                        "Epoch of a convolutional net on the reference machine, " + hour,
                        "the same run as the line above",
                        "lenet5, mnist-cnn, and nets of 1-4 convolutions, batch 17-320, 1 and 2 threads",
                        run,
                        nets(run, false),
                        0.2));
    }

    /** Layers and parts of dense nets, on one thread and on two, with a bound for each. */
    private static List<TrustLine> parts(
            String which, BlindTest.Result run, double[] boundsOfLayers, double[] boundsOfParts) {
        List<TrustLine> lines = new ArrayList<>();
        for (int threads : new int[] {1, 2}) {
            int count = threads;
            List<BlindTest.Outcome> those = nets(run, true).stream()
                    .filter(outcome -> outcome.threads() == count)
                    .toList();
            String on = (threads == 1 ? "one thread" : "two threads") + ", " + which;
            lines.add(parts(
                    "Single dense layers of a step, " + on,
                    "forward, input gradient and update together; its undisturbed steps in fresh processes",
                    TimedParts.layers(run, those),
                    boundsOfLayers[threads - 1]));
            lines.add(parts(
                    "Single parts of a step, " + on,
                    "gather, cost, and each product of each layer alone; the same steps",
                    TimedParts.each(run, those),
                    boundsOfParts[threads - 1]));
        }
        return lines;
    }

    private static List<BlindTest.Outcome> nets(BlindTest.Result blind, boolean dense) {
        return blind.outcomes().stream()
                .filter(outcome -> SampledNet.titled(outcome.net()).onlyDense() == dense)
                .toList();
    }

    private static TrustLine epochs(
            String model,
            String source,
            String range,
            BlindTest.Result run,
            List<BlindTest.Outcome> outcomes,
            double bound) {
        TrustLine line = noisy(
                run,
                outcomes,
                TrustLine.ofMean(
                                "story",
                                model,
                                source,
                                range,
                                each(outcomes, BlindTest.Outcome::forecastSeconds),
                                each(outcomes, BlindTest.Outcome::measuredSeconds),
                                bound)
                        .withCoverage(
                                mean(outcomes, outcome -> outcome.inside() ? 1 : 0),
                                outcomes.stream().allMatch(outcome -> outcome.inside80()
                                                .isPresent())
                                        ? Optional.of(mean(
                                                outcomes,
                                                outcome -> outcome.inside80().orElseThrow() ? 1 : 0))
                                        : Optional.empty()));
        TrustLine beside = SimplerModels.beside(
                line,
                outcomes.stream().map(outcome -> TimedParts.step(run, outcome)).toList());
        boolean dense = outcomes.stream()
                .allMatch(outcome -> SampledNet.titled(outcome.net()).onlyDense());
        return dense
                ? beside.withBaseline(
                        FLOPS,
                        Objects.requireNonNull(run.baselineMeanErrorFraction().get(FLOPS), FLOPS))
                : beside;
    }

    private static TrustLine noisy(BlindTest.Result run, List<BlindTest.Outcome> outcomes, TrustLine line) {
        return run.processes() == 1
                ? line.withNoise("one process each")
                : line.withNoise(
                        mean(outcomes, outcome -> Noise.ofMedianByRange(outcome.spreadFraction(), run.processes())));
    }

    private static TrustLine parts(String model, String source, List<TimedParts> parts, double bound) {
        TrustLine line = TrustLine.ofMean(
                        "story",
                        model,
                        source,
                        NETS,
                        each(parts, TimedParts::forecastSeconds),
                        each(parts, part -> part.work().seconds()),
                        bound)
                .withNoise("one median over all processes");
        return SimplerModels.beside(line, parts.stream().map(TimedParts::work).toList());
    }

    private static <T> double mean(List<T> rows, ToDoubleFunction<T> value) {
        return rows.stream().mapToDouble(value).average().orElse(0);
    }

    private static <T> double[] each(List<T> rows, ToDoubleFunction<T> value) {
        return rows.stream().mapToDouble(value).toArray();
    }
}
