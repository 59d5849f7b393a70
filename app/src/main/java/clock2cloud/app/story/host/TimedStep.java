package clock2cloud.app.story.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A real training step of a made-up net, as timed.
 *
 * @param threads that worked
 * @param barrierSeconds of a crossing of their barrier: how far apart their cores were; 0 where one worked
 * @param seconds a step, while nothing else was at work on the cores
 * @param parts seconds of each part of such a step, in the order of {@link clock2cloud.nn.StepWatch}; watching takes a little time
 *     itself
 * @param disturbedFraction of the samples, which other programs here took processor time from
 * @param settled whether there were enough samples without a neighbour on the same cores; else they are corrected
 * @param visits mean seconds a step of each time that the net was looked at with cores as far apart, whatever else was at work
 */
public record TimedStep(
        int threads,
        double barrierSeconds,
        SampledNet net,
        double seconds,
        List<Double> parts,
        double disturbedFraction,
        boolean settled,
        List<Double> visits) {
    private static final double LEAST_UNWATCHED = 0.8;
    private static final double MOST_UNWATCHED = 1.2;

    /** Nets that were settled were forecast best from a calibration half of whose nets were not with 20 to 30. */
    private static final double DOUBT = 20;

    /** The watched worker had no share of so short a part: the others did it, and it waited for them. */
    private static final double NOTHING_TO_DO = 3e-7;

    public TimedStep {
        parts = List.copyOf(parts);
        visits = List.copyOf(visits);
    }

    Crew crew() {
        return new Crew(threads, barrierSeconds);
    }

    /** How many times the variance of a settled net's seconds these have. */
    double doubt() {
        return settled ? 1 : DOUBT;
    }

    /** The same with all seconds divided by a factor. */
    TimedStep fasterBy(double factor) {
        return new TimedStep(
                threads,
                barrierSeconds,
                net,
                seconds / factor,
                parts.stream().map(part -> part / factor).toList(),
                disturbedFraction,
                settled,
                visits);
    }

    double watchedSeconds() {
        return parts.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Seconds of each part that the watched worker had a share of, less the time that watching took. */
    Map<StepPart, Double> partSeconds() {
        double unwatched = Math.max(LEAST_UNWATCHED, Math.min(MOST_UNWATCHED, seconds / watchedSeconds()));
        Map<StepPart, Double> known = new LinkedHashMap<>();
        StepParts.seconds(net.net(), net.batch(), threads, parts).forEach((part, watched) -> {
            if (watched > NOTHING_TO_DO) {
                known.put(part, watched * unwatched);
            }
        });
        return known;
    }
}
