package clock2cloud.app.story.host;

import java.util.List;

/**
 * A real training step of a made-up net, as timed.
 *
 * @param threads that worked
 * @param seconds a step, while nothing else was at work on the cores
 * @param parts seconds of each part of such a step, in the order of {@link clock2cloud.nn.StepWatch}; watching takes a little time
 *     itself
 * @param disturbedFraction of the samples, which other programs here took processor time from
 * @param settled whether there were enough samples without a neighbour on the same cores; else they are corrected
 * @param visits mean seconds a step of each time that the net was looked at, whatever else was at work
 */
public record TimedStep(
        int threads,
        SampledNet net,
        double seconds,
        List<Double> parts,
        double disturbedFraction,
        boolean settled,
        List<Double> visits) {
    public TimedStep {
        parts = List.copyOf(parts);
        visits = List.copyOf(visits);
    }

    double watchedSeconds() {
        return parts.stream().mapToDouble(Double::doubleValue).sum();
    }
}
