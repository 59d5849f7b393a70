package clock2cloud.app.story.host;

import clock2cloud.app.story.fit.Surface;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found out about this machine: real steps of made-up nets, timed whole and part by part; how smooth each part's
 * residual is; and how far off held-out nets were.
 *
 * @param fingerprint of processor, Java and trainer; a calibration with another one is not used
 * @param day when it was made (ISO date)
 * @param budgetSeconds what each net was timed for
 * @param peakFlopsPerSecond of the fastest timed part on one thread
 * @param warmUpSeconds that a fresh process loses until Java has compiled the trainer
 * @param smoothness of each part's surface, by threads and key
 * @param heldOut for every net and number of threads: forecast from all nets but its group, against timed
 * @param sentinels three kernels, timed again before a forecast to see whether the machine still runs alike
 * @param disturbedFraction of all samples, which something else on the machine slowed down
 */
public record Calibration(
        String fingerprint,
        String day,
        String processor,
        int processors,
        Optional<Double> clockHertz,
        double budgetSeconds,
        double peakFlopsPerSecond,
        double warmUpSeconds,
        List<TimedStep> steps,
        Map<String, Surface.Smoothness> smoothness,
        List<HeldOut> heldOut,
        List<Sentinel> sentinels,
        double disturbedFraction) {
    public Calibration {
        steps = List.copyOf(steps);
        smoothness = Map.copyOf(smoothness);
        heldOut = List.copyOf(heldOut);
        sentinels = List.copyOf(sentinels);
    }

    /** Logarithm of timed over forecast, and what the model had expected its standard deviation to be. */
    public record HeldOut(int threads, double logError, double expectedDeviation) {
        double score() {
            return Math.abs(logError) / expectedDeviation;
        }
    }

    /** Seconds of one sentinel kernel. */
    public record Sentinel(String name, double seconds) {}

    /** Numbers of threads that were timed. */
    public List<Integer> threads() {
        return steps.stream().map(TimedStep::threads).distinct().sorted().toList();
    }

    Calibration with(Map<String, Surface.Smoothness> smooth, List<HeldOut> errors) {
        return new Calibration(
                fingerprint,
                day,
                processor,
                processors,
                clockHertz,
                budgetSeconds,
                peakFlopsPerSecond,
                warmUpSeconds,
                steps,
                smooth,
                errors,
                sentinels,
                disturbedFraction);
    }
}
