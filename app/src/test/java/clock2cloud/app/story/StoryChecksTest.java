package clock2cloud.app.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.TrustLine;
import clock2cloud.app.story.baseline.SheetSeconds;
import clock2cloud.app.story.baseline.TimedWork;
import clock2cloud.app.story.host.BlindTest;
import clock2cloud.app.story.host.SampledNet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class StoryChecksTest {
    /** What a stored run told of simpler models on its day is what the ledger finds in its outcomes. */
    @Test
    void simplerModelsMissAStoredRunByWhatItSaidItself() {
        for (BlindTest.Result run : List.of(
                Reference.blind(),
                Reference.busyBlind(),
                Reference.laterBlind(),
                Reference.lastBlind(),
                Reference.xeonBlind())) {
            assertSame(run, "flops over peak", SheetSeconds::flopsOverPeak);
            assertSame(run, "roofline", SheetSeconds::roofline);
            assertSame(run, "Paleo: flops and bytes", SheetSeconds::paleo);
        }
    }

    private static void assertSame(BlindTest.Result run, String name, ToDoubleFunction<SheetSeconds> model) {
        double mean = run.outcomes().stream()
                .filter(outcome -> SampledNet.titled(outcome.net()).onlyDense())
                .map(outcome -> TimedParts.step(run, outcome))
                .mapToDouble(work -> Math.abs(model.applyAsDouble(work.sheet()) / work.seconds() - 1))
                .average()
                .orElseThrow();
        assertEquals(run.baselineMeanErrorFraction().get(name), mean, 1e-9, name);
    }

    /** The parts of a step do all of its work: their seconds by data sheet add up to the step's. */
    @Test
    void partsDoAllOfTheWork() {
        BlindTest.Result run = Reference.busyBlind();
        BlindTest.Outcome outcome = run.outcomes().get(0);
        double parts = TimedParts.each(run, List.of(outcome)).stream()
                .map(TimedParts::work)
                .map(TimedWork::sheet)
                .mapToDouble(SheetSeconds::paleo)
                .sum();
        double step = TimedParts.step(run, outcome).sheet().paleo();
        assertEquals(step, parts, 1e-9 * step);
    }

    /** Every line of a time stands beside all four simpler models. */
    @Test
    void everyLineShowsTheFourSimplerModels() {
        for (TrustLine line : StoryChecks.lines()) {
            for (String model : List.of("flops/peak", "roofline", "Paleo-style", "affine in batch")) {
                assertTrue(
                        line.baselines().stream()
                                .anyMatch(simpler -> simpler.name().startsWith(model)),
                        line.model() + " lacks " + model);
            }
        }
    }
}
