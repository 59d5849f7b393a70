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
    private static final String DENSE = "30-2,048 wide, 1-4 layers, batch 10-512, 1 and 2 threads";
    private static final Pattern DENSE_NET = Pattern.compile("\\d+-\\d+");

    private StoryChecks() {}

    public static List<TrustLine> lines() {
        BlindTest.Result blind = Reference.blind();
        List<BlindTest.Outcome> dense = nets(blind, true);
        List<TrustLine> lines = new ArrayList<>();
        TrustLine epochs = epochs(
                "Epoch of a whole net on the reference machine",
                "own trainer on MNIST, nets drawn by a seed, one stored run; neighbours on the same cores came and went",
                DENSE,
                dense,
                0.1);
        for (Map.Entry<String, Double> simpler :
                blind.baselineMeanErrorFraction().entrySet()) {
            epochs = epochs.withBaseline(simpler.getKey(), simpler.getValue());
        }
        lines.add(epochs);
        lines.add(busy());
        lines.add(epochs(
                "Epoch of a convolutional net on the reference machine",
                "the same run as the first",
                "lenet5, mnist-cnn, and nets of 1-4 convolutions, batch 16-320, 1 and 2 threads",
                nets(blind, false),
                0.15));
        for (int threads : new int[] {1, 2}) {
            List<BlindTest.Outcome> those = dense.stream()
                    .filter(outcome -> outcome.threads() == threads)
                    .toList();
            String on = threads == 1 ? "one thread" : "two threads";
            lines.add(parts(
                    "Single dense layers of a step, " + on,
                    "forward, input gradient and update together; the same run, undisturbed steps in fresh processes",
                    layers(those),
                    threads == 1 ? 0.08 : 0.2));
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
                DENSE,
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
                    .collect(Collectors.groupingBy(part -> part.part().split(" ")[0]))
                    .forEach((layer, parts) -> layers.add(new BlindTest.PartOutcome(
                            layer,
                            Arrays.stream(each(parts, BlindTest.PartOutcome::forecastSeconds))
                                    .sum(),
                            Arrays.stream(each(parts, BlindTest.PartOutcome::measuredSeconds))
                                    .sum())));
        }
        return layers;
    }

    /** Of the same claim, a run in which it did not hold: neighbours were there more often than when calibrated. */
    private static TrustLine busy() {
        BlindTest.Result blind = Reference.busyBlind();
        return epochs(
                "Epoch of a whole net on the reference machine, a busy hour",
                "the same with other nets; on half of them no process had its cores to itself, where one had, the forecast for that was "
                        + Quantities.format(blind.aloneMeanErrorFraction(), Unit.FRACTION) + " off",
                DENSE,
                blind.outcomes(),
                0.2);
    }

    private static <T> double[] each(List<T> rows, ToDoubleFunction<T> value) {
        return rows.stream().mapToDouble(value).toArray();
    }
}
