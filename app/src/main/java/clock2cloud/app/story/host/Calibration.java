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
 * @param peakFlopsPerSecond of multiply-adds in registers, on one thread
 * @param warmUpSeconds that a fresh process loses until Java has compiled the trainer
 * @param shuffleSecondsPerRow of a new order at the beginning of an epoch
 * @param probeSeconds of the {@link NeighbourProbe} alone on its core, by threads
 * @param barrierSeconds of the workers' barrier at each visit to a net, by threads: how far apart the cores were
 * @param smoothness of each part's surface, by threads and key
 * @param heldOut for every net and number of threads: forecast from all nets but its group, against timed
 * @param sentinels three kernels, timed again before a forecast to see whether the machine still runs alike
 * @param disturbedFraction of all samples, which other programs took processor time from
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
        double shuffleSecondsPerRow,
        Map<Integer, Double> probeSeconds,
        Map<Integer, List<Double>> barrierSeconds,
        List<TimedStep> steps,
        Map<String, Surface.Smoothness> smoothness,
        List<HeldOut> heldOut,
        List<Sentinel> sentinels,
        double disturbedFraction) {
    public Calibration {
        probeSeconds = Map.copyOf(probeSeconds);
        barrierSeconds = Map.copyOf(barrierSeconds);
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

    /** How much longer than alone on its cores a net took: in the middle of all visits, and what nine in ten were between. */
    public record Slowdown(double median, double low, double high) {
        /**
         * With a look at this moment, which tells as much of the next minutes as the calibration's minutes do: neighbours stay for
         * seconds to a quarter of an hour.
         */
        Slowdown seen(double now) {
            double middle = Math.sqrt(median * now);
            return new Slowdown(middle, Math.min(low, middle), Math.max(high, middle));
        }
    }

    /**
     * What others, on this machine or on the same cores, slowed the nets down by that were timed on so many threads. The median, as
     * epochs are told by theirs; a long run's mean is longer, for now and then a neighbour takes half of a core.
     */
    public Slowdown slowdown(int threads) {
        double[] sorted = steps.stream()
                .filter(step -> step.settled() && step.threads() == threads)
                .flatMapToDouble(step -> step.visits().stream().mapToDouble(visit -> visit / step.seconds()))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return new Slowdown(1, 1, 1);
        }
        return new Slowdown(
                Math.max(1, sorted[sorted.length / 2]),
                sorted[(int) (0.05 * sorted.length)],
                sorted[(int) (0.95 * sorted.length)]);
    }

    /**
     * How far apart the cores were, of as many. Readings that are longer than those of all nets tell of a worker that was late, not of
     * its core.
     */
    public CoreDistances distances(int threads) {
        double farthest = steps.stream()
                .filter(step -> step.threads() == threads)
                .mapToDouble(TimedStep::barrierSeconds)
                .max()
                .orElse(0);
        List<Double> inTime = barrierSeconds.getOrDefault(threads, List.of()).stream()
                .filter(seconds -> seconds <= farthest || Crew.alike(seconds, farthest))
                .toList();
        return CoreDistances.of(inTime.isEmpty() ? List.of(farthest) : inTime);
    }

    /** Part of the nets that had a neighbour on their cores each time: theirs is what the probe says was lost, taken off. */
    public double neighbouredFraction() {
        return steps.stream().filter(step -> !step.settled()).count() / (double) Math.max(1, steps.size());
    }

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
                shuffleSecondsPerRow,
                probeSeconds,
                barrierSeconds,
                steps,
                smooth,
                errors,
                sentinels,
                disturbedFraction);
    }
}
