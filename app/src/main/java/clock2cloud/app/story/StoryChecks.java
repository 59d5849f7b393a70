package clock2cloud.app.story;

import clock2cloud.app.TrustLine;
import clock2cloud.app.story.host.BlindTest;
import java.util.List;

/** What the forecasts were compared with, and how far off they were. */
public final class StoryChecks {
    private StoryChecks() {}

    public static List<TrustLine> lines() {
        BlindTest.Result blind = Reference.blind();
        String range = "30-2,048 wide, 1-4 layers, batch 10-512, 1 and 2 threads";
        return List.of(
                new TrustLine(
                        "story",
                        "Epoch of a whole net on the reference machine",
                        "own trainer on MNIST, nets drawn by a seed, one stored run; neighbours on the same cores came and went",
                        range,
                        blind.outcomes().size(),
                        blind.meanErrorFraction(),
                        blind.maxErrorFraction(),
                        0.2,
                        TrustLine.Bound.MEAN),
                new TrustLine(
                        "story",
                        "Single parts of a step on the reference machine",
                        "the same run",
                        range,
                        blind.partsCompared(),
                        blind.partsMeanErrorFraction(),
                        largestPart(blind),
                        0.25,
                        TrustLine.Bound.MEAN));
    }

    private static double largestPart(BlindTest.Result blind) {
        return blind.outcomes().stream()
                .flatMap(outcome -> outcome.parts().stream())
                .mapToDouble(part -> Math.abs(part.errorFraction()))
                .max()
                .orElse(0);
    }
}
