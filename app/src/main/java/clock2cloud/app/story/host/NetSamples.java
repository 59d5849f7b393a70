package clock2cloud.app.story.host;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a process saw of one net: samples of its steps, each with the {@link NeighbourProbe}'s reading, and the mean of each visit.
 */
record NetSamples(int threads, SampledNet net, List<Sample> samples, List<Double> visits) {
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
     */
    record Sample(double seconds, List<Double> parts, double probeSeconds, boolean starved) {
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

    /** What several processes saw of one net. */
    static NetSamples together(List<NetSamples> all) {
        return new NetSamples(
                all.get(0).threads(),
                all.get(0).net(),
                all.stream().flatMap(one -> one.samples().stream()).toList(),
                all.stream().flatMap(one -> one.visits().stream()).toList());
    }

    /** Whether there are enough undisturbed samples, if a probe alone on its core takes so long. */
    boolean isSettled(double aloneSeconds) {
        return good(false, aloneSeconds).size() >= ENOUGH
                && good(true, aloneSeconds).size() >= ENOUGH;
    }

    private List<Sample> good(boolean watched, double aloneSeconds) {
        return samples.stream()
                .filter(sample -> sample.watched() == watched && sample.alone(aloneSeconds))
                .toList();
    }

    /** The step as it is with nothing else on the cores. */
    TimedStep timed(double aloneSeconds) {
        List<Sample> watched = best(true, aloneSeconds);
        long starved = samples.stream().filter(Sample::starved).count();
        return new TimedStep(
                threads,
                net,
                quartile(best(false, aloneSeconds).stream().mapToDouble(Sample::seconds)),
                IntStream.range(0, watched.get(0).parts().size())
                        .mapToObj(part -> quartile(watched.stream()
                                .mapToDouble(sample -> sample.parts().get(part))))
                        .toList(),
                starved / (double) samples.size(),
                isSettled(aloneSeconds),
                visits);
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
                sample.starved());
    }

    /** The first one: later samples are faster than those before Java compiled a part once more. */
    private static double quartile(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 4];
    }
}
