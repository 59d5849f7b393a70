package clock2cloud.app.story;

import clock2cloud.app.TrustLine;
import clock2cloud.app.story.host.BlindTest;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What the forecasts were compared with, and how far off they were. */
public final class StoryChecks {
    private StoryChecks() {}

    public static List<TrustLine> lines() {
        BlindTest.Result blind = Reference.blind();
        String range = "30-2,048 wide, 1-4 layers, batch 10-512, 1 and 2 threads";
        TrustLine epochs = TrustLine.ofMean(
                        "story",
                        "Epoch of a whole net on the reference machine",
                        "own trainer on MNIST, nets drawn by a seed, one stored run; neighbours on the same cores came and went",
                        range,
                        each(blind.outcomes(), BlindTest.Outcome::forecastSeconds),
                        each(blind.outcomes(), BlindTest.Outcome::measuredSeconds),
                        0.1)
                .withCoverage(blind.coverageFraction())
                .withNoise(blind.meanSpreadFraction() / 2);
        for (Map.Entry<String, Double> simpler :
                blind.baselineMeanErrorFraction().entrySet()) {
            epochs = epochs.withBaseline(simpler.getKey(), simpler.getValue());
        }
        List<BlindTest.PartOutcome> parts = blind.outcomes().stream()
                .flatMap(outcome -> outcome.parts().stream())
                .toList();
        return List.of(
                epochs,
                busy(range),
                TrustLine.ofMean(
                        "story",
                        "Single parts of a step on the reference machine",
                        "the same run",
                        range,
                        each(parts, BlindTest.PartOutcome::forecastSeconds),
                        each(parts, BlindTest.PartOutcome::measuredSeconds),
                        0.2));
    }

    /** Of the same claim, a run in which it did not hold: neighbours were there more often than when calibrated. */
    private static TrustLine busy(String range) {
        BlindTest.Result blind = Reference.busyBlind();
        return TrustLine.ofMean(
                        "story",
                        "Epoch of a whole net on the reference machine, a busy hour",
                        "the same with other nets, after the law of two threads was mended; on half of them no process had its cores to itself, where"
                                + " one had, the forecast for that was "
                                + Quantities.format(blind.aloneMeanErrorFraction(), Unit.FRACTION) + " off",
                        range,
                        each(blind.outcomes(), BlindTest.Outcome::forecastSeconds),
                        each(blind.outcomes(), BlindTest.Outcome::measuredSeconds),
                        0.2)
                .withCoverage(blind.coverageFraction())
                .withNoise(blind.meanSpreadFraction() / 2);
    }

    private static <T> double[] each(List<T> rows, ToDoubleFunction<T> value) {
        return rows.stream().mapToDouble(value).toArray();
    }
}
