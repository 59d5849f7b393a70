package clock2cloud.app.story.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a calibration sees of nets on one number of threads, in one process after the other; a net may be timed more than once. */
final class CrewTimings {
    private final int threads;
    private final double budgetSeconds;
    private final double firstSeconds;
    private final Map<SampledNet, NetSamples> nets = new LinkedHashMap<>();
    private final List<Double> warmUps = new ArrayList<>();
    private final List<Double> shuffles = new ArrayList<>();
    private double probeSeconds = Double.POSITIVE_INFINITY;
    private double spentSeconds;
    private int timed;

    /** {@code budgetSeconds} is what one net is timed for, {@code firstSeconds} what a process warms up for. */
    CrewTimings(int threads, double budgetSeconds, double firstSeconds) {
        this.threads = threads;
        this.budgetSeconds = budgetSeconds;
        this.firstSeconds = firstSeconds;
    }

    /** Times some nets in a fresh process, but those that so many threads do not share. */
    void time(List<SampledNet> group) {
        long start = System.nanoTime();
        TimingProcess.Timings timings = TimingProcess.of(threads, budgetSeconds, firstSeconds, probeSeconds, group);
        timings.nets()
                .forEach(seen ->
                        nets.merge(seen.net(), seen, (before, again) -> NetSamples.together(List.of(before, again))));
        warmUps.add(timings.warmUpSeconds());
        shuffles.add(timings.shuffleSecondsPerRow());
        probeSeconds = Math.min(probeSeconds, timings.probeSeconds());
        spentSeconds += (System.nanoTime() - start) / 1e9;
        timed += timings.nets().size();
    }

    /** In all processes so far. */
    double spentSeconds() {
        return spentSeconds;
    }

    /** What one net took of that. */
    double secondsOfNet() {
        return spentSeconds / Math.max(1, timed);
    }

    /** All that were timed. */
    List<SampledNet> nets() {
        return List.copyOf(nets.keySet());
    }

    /** The nets that never had their cores to themselves for long enough. */
    List<SampledNet> neighboured() {
        return nets.values().stream()
                .filter(seen -> !seen.isSettled(probeSeconds))
                .map(NetSamples::net)
                .toList();
    }

    /** Each net's step as it is with nothing else on the cores, near or far apart. */
    List<TimedStep> steps() {
        return nets.values().stream()
                .flatMap(seen -> seen.timed(probeSeconds).stream())
                .toList();
    }

    int threads() {
        return threads;
    }

    /** Of the workers' barrier at each visit to a net. */
    List<Double> barrierSeconds() {
        return nets.values().stream()
                .flatMap(seen -> seen.visits().stream())
                .map(NetSamples.Visit::barrierSeconds)
                .toList();
    }

    /** Lost in each process until the first net was as fast as it got. */
    List<Double> warmUpSeconds() {
        return warmUps;
    }

    /** Of a new order at the beginning of an epoch, in each process. */
    List<Double> shuffleSecondsPerRow() {
        return shuffles;
    }

    /** The {@link NeighbourProbe}'s reading alone on its cores. */
    double probeSeconds() {
        return probeSeconds;
    }
}
