package clock2cloud.app.story.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes off what a neighbour that never rested took of the nets that it was there for: in the middle, these take as much longer than
 * the nets that had their cores to themselves say that they should. In a calibration with a neighbour on half of the nets on two threads
 * that was 15 to 28%, and the others were forecast 14% off without it and 6% with it. Leaves out that a neighbour slows some parts more than others.
 */
final class NeighbouredNets {
    /** Fewer settled nets on some threads tell nothing of the others. */
    static final int ENOUGH_SETTLED = 12;

    private static final int ENOUGH_NEIGHBOURED = 5;

    private NeighbouredNets() {}

    /** The steps in their order, those that are not settled made faster by one factor for each number of threads. */
    static List<TimedStep> corrected(List<TimedStep> steps) {
        Map<Integer, Double> factors = new HashMap<>();
        List<TimedStep> corrected = new ArrayList<>();
        for (TimedStep step : steps) {
            corrected.add(
                    step.settled()
                            ? step
                            : step.fasterBy(
                                    factors.computeIfAbsent(step.threads(), threads -> factor(steps, threads))));
        }
        return corrected;
    }

    /** At least 1: neighbours only slow. 1 where there is too little to tell it from. */
    private static double factor(List<TimedStep> steps, int threads) {
        List<TimedStep> settled = settled(steps, threads);
        if (settled.size() < ENOUGH_SETTLED) {
            return 1;
        }
        StepModel model = StepModel.fit(settled, threads, Map.of());
        double[] slower = steps.stream()
                .filter(step -> step.threads() == threads && !step.settled())
                .filter(step -> model.knows(step.net().optimizer())
                        && model.knows(step.net().net(), step.net().batch()))
                .mapToDouble(step -> step.seconds() / forecast(model, step))
                .sorted()
                .toArray();
        return slower.length < ENOUGH_NEIGHBOURED ? 1 : Math.max(1, slower[slower.length / 2]);
    }

    static List<TimedStep> settled(List<TimedStep> steps, int threads) {
        return steps.stream()
                .filter(step -> step.threads() == threads && step.settled())
                .toList();
    }

    private static double forecast(StepModel model, TimedStep step) {
        SampledNet net = step.net();
        return StepModel.seconds(model.terms(net.net(), net.batch(), net.optimizer(), step.crew()));
    }
}
