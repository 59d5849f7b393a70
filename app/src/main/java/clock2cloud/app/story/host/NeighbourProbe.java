package clock2cloud.app.story.host;

import clock2cloud.nn.Net;
import clock2cloud.nn.Operation;
import clock2cloud.nn.OperationTimer;
import clock2cloud.nn.Work;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Tells whether somebody else is at work on the same core: a product that stays in the first cache takes longer then, though the
 * clock is the same and no stolen time is told. On a rented machine a core is one of two hardware threads, and the other may be
 * another customer's; measured on one: 1.4 times as long, in spells of seconds to a minute.
 */
final class NeighbourProbe implements AutoCloseable {
    /** A probe that took longer than alone by this factor had a neighbour. */
    static final double ALONE = 1.12;

    /** How much of the probe's slowing a whole step shows: products do nearly all of it, updates and gathers half. */
    private static final double SHARE = 0.75;

    private static final int WARM_UPS = 40_000;
    private static final double COMPILED = 3;
    private static final int LOOKS = 25;
    private static final long BETWEEN_LOOKS_MILLIS = 8;
    private static final int ROWS = 32;
    private static final int SIDE = 64;
    private static final int REPEATS = 60;
    private static final int BARRIER_LOOKS = 80;

    private final List<OperationTimer> timers; // one of each worker, who shares nothing with the others
    private final Operation product;
    private final Workers workers; // kept: a thread that is just ending makes Linux wake another one on the wrong core

    NeighbourProbe(Kernels kernels, int threads, LongSupplier nanoClock) {
        this.timers = Stream.generate(() -> new OperationTimer(kernels, 1, nanoClock))
                .limit(threads)
                .toList();
        this.workers = new Workers(threads);
        this.product = Work.of(Net.dense(Activation.RELU, SIDE, SIDE, 2), ROWS).operations().stream()
                .filter(operation -> operation.kind() == Operation.Kind.PRODUCT)
                .findFirst()
                .orElseThrow();
    }

    /** How much longer than alone a training step takes when the probe takes so long. */
    static double slowdown(double probeSeconds, double aloneSeconds) {
        return Math.pow(Math.max(1, probeSeconds / aloneSeconds), SHARE);
    }

    /** At this moment: how much longer than alone training steps take, and a crossing of the workers' barrier. */
    record Look(double slowdown, double barrierSeconds) {}

    /**
     * How the cores are at this moment, by threads; one look of a quarter of a second at all of them.
     *
     * @param aloneSeconds by threads
     * @param meanwhile what else there is to do until Java has compiled the probe
     */
    static Map<Integer, Look> looksNow(Map<Integer, Double> aloneSeconds, Runnable meanwhile) {
        Map<Integer, NeighbourProbe> probes = new TreeMap<>();
        aloneSeconds
                .keySet()
                .forEach(threads ->
                        probes.put(threads, new NeighbourProbe(FastKernels.here(), threads, System::nanoTime)));
        CompletableFuture<Void> compiled = CompletableFuture.runAsync(
                () -> probes.forEach((threads, probe) -> probe.warmUp(aloneSeconds.getOrDefault(threads, 0.0))));
        meanwhile.run();
        compiled.join();
        Map<Integer, double[]> looks = new TreeMap<>();
        for (int i = 0; i < LOOKS; i++) {
            int look = i;
            probes.forEach((threads, probe) ->
                    looks.computeIfAbsent(threads, none -> new double[LOOKS])[look] = probe.seconds());
            LockSupport.parkNanos(BETWEEN_LOOKS_MILLIS * 1_000_000);
        }
        Map<Integer, Look> now = new TreeMap<>();
        looks.forEach((threads, seconds) -> {
            Arrays.sort(seconds);
            double slowdown = slowdown(seconds[LOOKS / 2], aloneSeconds.getOrDefault(threads, 1.0));
            now.put(threads, new Look(slowdown, barrierSeconds(threads)));
        });
        probes.values().forEach(NeighbourProbe::close);
        return now;
    }

    private static double barrierSeconds(int threads) {
        try (Workers workers = new Workers(threads)) {
            double[] seconds = new double[BARRIER_LOOKS];
            for (int i = 0; i < seconds.length; i++) { // the first ones are not compiled
                seconds[i] = workers.barrierSeconds(System::nanoTime);
            }
            return seconds[BARRIER_LOOKS - 1];
        }
    }

    /** Until Java has compiled it. */
    void warmUp() {
        timers.get(0).seconds(product, WARM_UPS, 1);
    }

    /** The same, told by how long it takes alone: what is not compiled takes many times as long. */
    private void warmUp(double aloneSeconds) {
        int fast = 0;
        for (int run = 0; run < WARM_UPS && fast < WARM_UPS / 4; run += REPEATS) {
            fast = seconds() < COMPILED * aloneSeconds ? fast + REPEATS : 0;
        }
    }

    /** Seconds of the product now on the slowest worker's core, all of them at it at once; some tens of microseconds of trying. */
    double seconds() {
        double[] slowest = new double[timers.size()];
        workers.run(worker -> {
            workers.await(worker);
            double[] sorted = timers.get(worker).seconds(product, 8, REPEATS);
            Arrays.sort(sorted);
            slowest[worker] = sorted[REPEATS / 4];
        });
        return Arrays.stream(slowest).max().orElseThrow();
    }

    @Override
    public void close() {
        workers.close();
    }
}
