package clock2cloud.app.story.host;

import clock2cloud.nn.Trainer;
import clock2cloud.nn.Work;
import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.kernel.Kernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Times real training steps of one net, whole and part by part, in visits that are spread over a whole calibration: what else is at
 * work on the machine comes and goes, and each sample is told from the disturbed ones by a probe before and after it.
 */
final class StepTimer implements AutoCloseable {
    private static final double SAMPLE_SECONDS = 0.008;

    private final SampledNet net;
    private final LongSupplier nanoClock;
    private final NeighbourProbe probe;
    private final Trainer trainer;
    private final ProcessorWait wait;
    private final DataSet images;
    private final int steps;
    private int left;
    private final List<NetSamples.Sample> samples = new ArrayList<>();
    private final List<NetSamples.Visit> visits = new ArrayList<>();

    StepTimer(
            SampledNet net,
            DataSet images,
            int threads,
            Kernels kernels,
            NeighbourProbe probe,
            LongSupplier nanoClock) {
        this.net = net;
        this.images = images;
        this.nanoClock = nanoClock;
        this.probe = probe;
        Set<Long> before = ProcessorWait.workersNow();
        this.trainer = new Trainer(net.net(), net.settings(threads), kernels);
        trainer.begin(images);
        trainer.steps(images, 1);
        this.wait = ProcessorWait.ofNewWorkers(before, nanoClock);
        double guess = 15e-6 + Work.of(net.net(), net.batch()).flopsPerStep() / 1e11 / threads;
        this.steps = (int) Math.max(1, Math.min(images.rows() / net.batch() / 2, SAMPLE_SECONDS / guess));
    }

    /** A step or two to warm the caches, then samples, whole and watched in turn, for about so many seconds. */
    void visit(double seconds) {
        run(Math.min(2, steps));
        double before = probe.seconds();
        List<Double> whole = new ArrayList<>();
        List<Double> barriers = new ArrayList<>();
        long start = nanoClock.getAsLong();
        do {
            double barrier = trainer.barrierSeconds(nanoClock);
            Timed plain = timed(false);
            Timed watched = timed(true);
            NetSamples.Crossing around = new NetSamples.Crossing(barrier, trainer.barrierSeconds(nanoClock));
            double after = probe.seconds();
            samples.add(plain.with(Math.max(before, after), around));
            samples.add(watched.with(Math.max(before, after), around));
            whole.add(plain.seconds());
            before = after;
            barriers.add(around.seconds());
        } while (since(start) < seconds);
        visits.add(new NetSamples.Visit(
                whole.stream().mapToDouble(Double::doubleValue).average().orElseThrow(), middle(barriers)));
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** Forgets what was seen before Java had compiled everything. */
    void forget() {
        samples.clear();
        visits.clear();
    }

    private double since(long start) {
        return (nanoClock.getAsLong() - start) / 1e9;
    }

    /** Whole steps of an epoch; a new one begins where this one has too few left. */
    private void need(int count) {
        if (left < count) {
            trainer.begin(images);
            left = images.rows() / net.batch();
        }
        left -= count;
    }

    private void run(int count) {
        need(count);
        trainer.steps(images, count);
    }

    private Timed timed(boolean watch) {
        need(steps);
        if (watch) {
            trainer.watch().start(nanoClock);
        }
        long[] before = wait.nanos();
        long start = nanoClock.getAsLong();
        trainer.steps(images, steps);
        double seconds = since(start);
        long[] after = wait.nanos();
        trainer.watch().stop();
        boolean starved = wait.isStarved(before, after, seconds);
        return new Timed(seconds / steps, watch ? trainer.watch().seconds() : new double[0], starved);
    }

    private record Timed(double seconds, double[] parts, boolean starved) {
        NetSamples.Sample with(double probeSeconds, NetSamples.Crossing barrier) {
            return new NetSamples.Sample(
                    seconds, Arrays.stream(parts).boxed().toList(), probeSeconds, starved, barrier);
        }
    }

    /** What there is so far. */
    NetSamples samples() {
        return new NetSamples(trainer.workers(), net, samples, visits);
    }

    @Override
    public void close() {
        trainer.close();
    }
}
