package clock2cloud.app.story.gpu;

import java.util.List;

/** The simplest model of a net's step: a line in the batch through its own smallest and largest measured batch. */
final class Affine {
    private Affine() {}

    /** What the line says of every step, the two that made it included. */
    static double[] inBatch(List<PublishedSteps.Step> steps) {
        return steps.stream().mapToDouble(step -> at(steps, step)).toArray();
    }

    private static double at(List<PublishedSteps.Step> steps, PublishedSteps.Step wanted) {
        PublishedSteps.Step low = wanted;
        PublishedSteps.Step high = wanted;
        for (PublishedSteps.Step step : steps) {
            if (step.pixels() == wanted.pixels()) {
                low = step.batch() < low.batch() ? step : low;
                high = step.batch() > high.batch() ? step : high;
            }
        }
        double slope = (high.seconds() - low.seconds()) / (high.batch() - low.batch());
        return low.seconds() + slope * (wanted.batch() - low.batch());
    }
}
