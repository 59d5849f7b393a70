package clock2cloud.app.story;

import clock2cloud.app.story.baseline.SheetSeconds;
import clock2cloud.app.story.baseline.TimedWork;
import clock2cloud.app.story.host.BlindTest;
import clock2cloud.app.story.host.SampledNet;
import clock2cloud.nn.Operation;
import clock2cloud.nn.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A part of a step of a stored blind test, as forecast and as timed.
 *
 * @param work what was timed, for the simpler models
 */
record TimedParts(double forecastSeconds, TimedWork work) {
    /** A whole step: an epoch's seconds over its steps. */
    static TimedWork step(BlindTest.Result run, BlindTest.Outcome outcome) {
        int batch = SampledNet.titled(outcome.net()).batch();
        return work(run, outcome, one -> true, "", outcome.measuredSeconds() / (outcome.rows() / (double) batch));
    }

    /** Every part of every step. */
    static List<TimedParts> each(BlindTest.Result run, List<BlindTest.Outcome> outcomes) {
        List<TimedParts> all = new ArrayList<>();
        for (BlindTest.Outcome outcome : outcomes) {
            for (BlindTest.PartOutcome part : outcome.parts()) {
                all.add(new TimedParts(
                        part.forecastSeconds(),
                        work(
                                run,
                                outcome,
                                one -> title(one).equals(part.part()),
                                part.part(),
                                part.measuredSeconds())));
            }
        }
        return all;
    }

    /** All that is done for one layer, of every net; not what belongs to none. */
    static List<TimedParts> layers(BlindTest.Result run, List<BlindTest.Outcome> outcomes) {
        List<TimedParts> all = new ArrayList<>();
        for (BlindTest.Outcome outcome : outcomes) {
            Map<String, double[]> layers = new LinkedHashMap<>();
            for (BlindTest.PartOutcome part : outcome.parts()) {
                if (part.part().contains(" ")) {
                    double[] sum = layers.computeIfAbsent(part.part().split(" ", -1)[0], layer -> new double[2]);
                    sum[0] += part.forecastSeconds();
                    sum[1] += part.measuredSeconds();
                }
            }
            layers.forEach((layer, sum) -> all.add(new TimedParts(
                    sum[0], work(run, outcome, one -> one.layer().equals(layer), layer + " all", sum[1]))));
        }
        return all;
    }

    private static TimedWork work(
            BlindTest.Result run, BlindTest.Outcome outcome, Predicate<Operation> those, String part, double seconds) {
        SampledNet net = SampledNet.titled(outcome.net());
        List<Operation> operations = Work.of(net.net(), net.batch()).operations().stream()
                .filter(those)
                .toList();
        String[] words = part.split(" ", -1);
        return new TimedWork(
                net.shape() + " " + outcome.threads() + " " + part,
                outcome.threads() + " " + words[words.length - 1],
                net.batch(),
                SheetSeconds.of(
                        operations,
                        run.peakFlopsPerSecond().orElseThrow() * outcome.threads(),
                        run.memoryBytesPerSecond().orElseThrow()),
                seconds);
    }

    /** The part of a step that an operation is done in. */
    private static String title(Operation one) {
        return switch (one.kind()) {
            case GATHER, COST -> one.kind().toString();
            case WEIGHT_UPDATE, CONVOLUTION_UPDATE -> one.layer() + " weight-update";
            case INPUT_GRADIENT, CONVOLUTION_GRADIENT, POOLING_GRADIENT, FLATTEN_GRADIENT ->
                one.layer() + " input-gradient";
            default -> one.layer() + " forward";
        };
    }
}
