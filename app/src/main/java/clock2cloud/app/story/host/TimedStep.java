package clock2cloud.app.story.host;

import java.util.List;

/**
 * A real training step of a made-up net, as timed.
 *
 * @param threads that worked
 * @param seconds a step, over whole epochs
 * @param parts seconds of each part of a step, in the order of {@link clock2cloud.nn.StepWatch}; watching takes a little time itself
 * @param disturbedFraction of the samples, which something else on the machine slowed down; they do not count
 */
public record TimedStep(int threads, SampledNet net, double seconds, List<Double> parts, double disturbedFraction) {
    public TimedStep {
        parts = List.copyOf(parts);
    }

    double watchedSeconds() {
        return parts.stream().mapToDouble(Double::doubleValue).sum();
    }
}
