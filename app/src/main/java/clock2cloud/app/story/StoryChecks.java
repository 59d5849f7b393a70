package clock2cloud.app.story;

import clock2cloud.app.TrustLine;
import clock2cloud.app.story.host.BlindTest;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the forecasts were compared with, and how far off they were. */
public final class StoryChecks {
    private static final String NETS = "30-2,048 wide, 1-4 layers, batch 10-512";
    private static final String DENSE = NETS + ", 1 and 2 threads";
    private static final Pattern DENSE_NET = Pattern.compile("\\d+-\\d+");

    private StoryChecks() {}

    public static List<TrustLine> lines() {
        BlindTest.Result calm = Reference.blind();
        BlindTest.Result busy = Reference.busyBlind();
        List<BlindTest.Outcome> dense = nets(busy, true);
        List<TrustLine> lines = new ArrayList<>();
        lines.add(with(
                calm,
                epochs(
                        "Epoch of a dense net on the reference machine, a calm hour",
                        "own trainer on MNIST, nets drawn by a seed, one stored run, before the law of a step's parts was mended",
                        DENSE,
                        calm.outcomes(),
                        0.1)));
        lines.add(with(
                busy,
                epochs(
                        "Epoch of a dense net on the reference machine, a busy hour",
                        "the same with other nets and today's law; others were at work on the cores, in the calibration too, and the forecast for"
                                + " a net alone was "
                                + Quantities.format(busy.aloneMeanErrorFraction(), Unit.FRACTION) + " off",
                        DENSE,
                        dense,
                        0.2)));
        lines.add(epochs(
                "Epoch of a convolutional net on the reference machine, a busy hour",
                "the same run as the line above",
                "lenet5, and nets of 1-4 convolutions, batch 17-320, 1 and 2 threads",
                nets(busy, false),
                0.2));
        for (int threads : new int[] {1, 2}) {
            List<BlindTest.Outcome> those = dense.stream()
                    .filter(outcome -> outcome.threads() == threads)
                    .toList();
            String on = threads == 1 ? "one thread" : "two threads";
            lines.add(parts(
                    "Single dense layers of a step, " + on,
                    "forward, input gradient and update together; the busy run, its undisturbed steps in fresh processes",
                    layers(those),
                    threads == 1 ? 0.05 : 0.2));
            lines.add(parts(
                    "Single parts of a step, " + on,
                    "gather, cost, and each product of each layer alone; the same steps",
                    each(those),
                    threads == 1 ? 0.1 : 0.25));
        }
        return lines;
    }

    private static List<BlindTest.Outcome> nets(BlindTest.Result blind, boolean dense) {
        return blind.outcomes().stream()
                .filter(outcome -> DENSE_NET.matcher(outcome.net()).lookingAt() == dense)
                .toList();
    }

    private static TrustLine epochs(
            String model, String source, String range, List<BlindTest.Outcome> outcomes, double bound) {
        return TrustLine.ofMean(
                        "story",
                        model,
                        source,
                        range,
                        each(outcomes, BlindTest.Outcome::forecastSeconds),
                        each(outcomes, BlindTest.Outcome::measuredSeconds),
                        bound)
                .withCoverage(outcomes.stream()
                        .mapToDouble(outcome -> outcome.inside() ? 1 : 0)
                        .average()
                        .orElse(0))
                .withNoise(outcomes.stream()
                                .mapToDouble(BlindTest.Outcome::spreadFraction)
                                .average()
                                .orElse(0)
                        / 2);
    }

    private static TrustLine parts(String model, String source, List<BlindTest.PartOutcome> parts, double bound) {
        return TrustLine.ofMean(
                "story",
                model,
                source,
                NETS,
                each(parts, BlindTest.PartOutcome::forecastSeconds),
                each(parts, BlindTest.PartOutcome::measuredSeconds),
                bound);
    }

    private static List<BlindTest.PartOutcome> each(List<BlindTest.Outcome> outcomes) {
        return outcomes.stream().flatMap(outcome -> outcome.parts().stream()).toList();
    }

    /** All that is done for one layer, of every net; not what belongs to none. */
    private static List<BlindTest.PartOutcome> layers(List<BlindTest.Outcome> outcomes) {
        List<BlindTest.PartOutcome> layers = new ArrayList<>();
        for (BlindTest.Outcome outcome : outcomes) {
            outcome.parts().stream()
                    .filter(part -> part.part().contains(" "))
                    .collect(Collectors.groupingBy(part -> part.part().split(" ", -1)[0]))
                    .forEach((layer, parts) -> layers.add(new BlindTest.PartOutcome(
                            layer,
                            Arrays.stream(each(parts, BlindTest.PartOutcome::forecastSeconds))
                                    .sum(),
                            Arrays.stream(each(parts, BlindTest.PartOutcome::measuredSeconds))
                                    .sum())));
        }
        return layers;
    }

    private static TrustLine with(BlindTest.Result blind, TrustLine line) {
        TrustLine all = line;
        for (Map.Entry<String, Double> simpler :
                blind.baselineMeanErrorFraction().entrySet()) {
            all = all.withBaseline(simpler.getKey(), simpler.getValue());
        }
        return all;
    }

    private static <T> double[] each(List<T> rows, ToDoubleFunction<T> value) {
        return rows.stream().mapToDouble(value).toArray();
    }
}
