package clock2cloud.app.story.host;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a process saw of one net: samples of its steps, each with the {@link NeighbourProbe}'s reading and the barrier's, and the mean of
 * each visit.
 */
record NetSamples(int threads, SampledNet net, List<Sample> samples, List<Visit> visits) {
    private static final int ENOUGH = 3;

    /** Their first quartile is the fastest tenth. */
    private static final double FASTER = 0.4;

    NetSamples {
        samples = List.copyOf(samples);
        visits = List.copyOf(visits);
    }

    /**
     * Some steps in a row.
     *
     * @param seconds a step
     * @param parts of a step; empty where it was timed as a whole
     * @param probeSeconds the slower reading of before and after
     * @param starved of processor time by another program
     * @param barrier before and after
     */
    record Sample(double seconds, List<Double> parts, double probeSeconds, boolean starved, Crossing barrier) {
        Sample {
            parts = List.copyOf(parts);
        }

        boolean watched() {
            return !parts.isEmpty();
        }

        boolean alone(double aloneSeconds) {
            return !starved && probeSeconds < NeighbourProbe.ALONE * aloneSeconds;
        }
    }

    /** What a crossing of the workers' barrier took before something and after it. */
    record Crossing(double secondsBefore, double secondsAfter) {
        double seconds() {
            return (secondsBefore + secondsAfter) / 2;
        }

        /** The cores lay as far apart before as after. */
        boolean stayed() {
            return Crew.alike(secondsBefore, secondsAfter);
        }
    }

    /** Mean seconds a step, whatever else was at work, and the middle reading of the barrier. */
    record Visit(double seconds, double barrierSeconds) {}

    /** What several processes saw of one net. */
    static NetSamples together(List<NetSamples> all) {
        return new NetSamples(
                all.get(0).threads(),
                all.get(0).net(),
                all.stream().flatMap(one -> one.samples().stream()).toList(),
                all.stream().flatMap(one -> one.visits().stream()).toList());
    }

    /** Whether there are enough undisturbed samples anywhere, if a probe alone on its core takes so long. */
    boolean isSettled(double aloneSeconds) {
        return places().stream().anyMatch(place -> place.isSettledHere(aloneSeconds));
    }

    private boolean isSettledHere(double aloneSeconds) {
        return good(false, aloneSeconds).size() >= ENOUGH
                && good(true, aloneSeconds).size() >= ENOUGH;
    }

    private List<Sample> good(boolean watched, double aloneSeconds) {
        return samples.stream()
                .filter(sample -> sample.watched() == watched && sample.alone(aloneSeconds))
                .toList();
    }

    /** What was seen while the cores lay near, and while they lay far apart; once, where they never moved. */
    private List<NetSamples> places() {
        List<Sample> stayed = samples.stream()
                .filter(sample -> sample.barrier().stayed())
                .sorted(Comparator.comparingDouble(sample -> sample.barrier().seconds()))
                .toList();
        int cut = CoreDistances.cut(
                stayed.stream().map(sample -> sample.barrier().seconds()).toList());
        return Stream.of(stayed.subList(0, cut), stayed.subList(cut, stayed.size()))
                .map(here -> new NetSamples(threads, net, here, visits))
                .toList();
    }

    /**
     * The step as it is with nothing else on the cores, near and far apart where there are enough samples of both; if there are too few of
     * either, as where most samples are.
     */
    List<TimedStep> timed(double aloneSeconds) {
        List<NetSamples> places = places();
        List<TimedStep> settled = places.stream()
                .filter(place -> place.isSettledHere(aloneSeconds))
                .map(place -> place.timedHere(aloneSeconds, starvedFraction()))
                .toList();
        if (!settled.isEmpty()) {
            return settled;
        }
        NetSamples most = places.stream()
                .max(Comparator.comparingInt(NetSamples::leastCount))
                .orElseThrow();
        return List.of((most.leastCount() > 0 ? most : this).timedHere(aloneSeconds, starvedFraction()));
    }

    /** Samples as a whole or watched, whichever are fewer. */
    private int leastCount() {
        int watched = (int) samples.stream().filter(Sample::watched).count();
        return Math.min(watched, samples.size() - watched);
    }

    private double starvedFraction() {
        return samples.stream().filter(Sample::starved).count() / (double) samples.size();
    }

    private TimedStep timedHere(double aloneSeconds, double disturbedFraction) {
        List<Sample> whole = best(false, aloneSeconds);
        List<Sample> watched = best(true, aloneSeconds);
        Crew crew = new Crew(threads, median(whole.stream().map(Sample::barrier)));
        return new TimedStep(
                threads,
                crew.barrierSeconds(),
                net,
                quartile(whole.stream().mapToDouble(Sample::seconds)),
                IntStream.range(0, watched.get(0).parts().size())
                        .mapToObj(part -> quartile(watched.stream()
                                .mapToDouble(sample -> sample.parts().get(part))))
                        .toList(),
                disturbedFraction,
                isSettledHere(aloneSeconds),
                visits.stream()
                        .filter(visit -> crew.isAsFarApart(visit.barrierSeconds()))
                        .map(Visit::seconds)
                        .toList());
    }

    private static double median(Stream<Crossing> barriers) {
        double[] sorted = barriers.mapToDouble(Crossing::seconds).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** The undisturbed ones; where there are too few, the faster ones of all, less what the probe says that they were slowed. */
    private List<Sample> best(boolean watched, double aloneSeconds) {
        List<Sample> good = good(watched, aloneSeconds);
        if (good.size() >= ENOUGH) {
            return good;
        }
        double least = samples.stream().mapToDouble(Sample::probeSeconds).min().orElse(aloneSeconds);
        double always = NeighbourProbe.slowdown(least, aloneSeconds);
        List<Sample> all = samples.stream()
                .filter(sample -> sample.watched() == watched)
                .map(sample -> corrected(sample, always, aloneSeconds))
                .sorted(Comparator.comparingDouble(Sample::seconds))
                .toList();
        return all.subList(0, Math.max(1, (int) Math.ceil(FASTER * all.size())));
    }

    /**
     * Less what a neighbour that never rested took, and half of what one took that came and went. Of samples that were disturbed here, two
     * threads at work, against undisturbed ones of the same nets (58 nets of three calibrations): 9% off, where all of it taken off and the middle of the samples was 11%.
     */
    private static Sample corrected(Sample sample, double always, double aloneSeconds) {
        double slower = Math.sqrt(always * NeighbourProbe.slowdown(sample.probeSeconds(), aloneSeconds));
        return new Sample(
                sample.seconds() / slower,
                sample.parts().stream().map(part -> part / slower).toList(),
                sample.probeSeconds(),
                sample.starved(),
                sample.barrier());
    }

    /** The first one: later samples are faster than those before Java compiled a part once more. */
    private static double quartile(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 4];
    }
}
