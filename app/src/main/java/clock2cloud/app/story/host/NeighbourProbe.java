package clock2cloud.app.story.host;

import clock2cloud.nn.Net;
import clock2cloud.nn.Operation;
import clock2cloud.nn.OperationTimer;
import clock2cloud.nn.Work;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import clock2cloud.nn.kernel.Kernels;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Tells whether somebody else is at work on the same core: a product that stays in the first cache takes longer then, though the
 * clock is the same and no stolen time is told. On a rented machine a core is one of two hardware threads, and the other may be
 * another customer's; measured on one: 1.4 times as long, in spells of seconds to a minute.
 */
final class NeighbourProbe {
    /** A probe that took longer than alone by this factor had a neighbour. */
    static final double ALONE = 1.12;

    /** How much of the probe's slowing a whole step shows: products do nearly all of it, updates and gathers half. */
    private static final double SHARE = 0.75;

    private static final int WARM_UPS = 40_000;
    private static final double COMPILED = 3;
    private static final int LOOKS = 25;
    private static final long BETWEEN_LOOKS_MILLIS = 8;
    private static final int ROWS_OF_WORKER = 32;
    private static final int SIDE = 64;
    private static final int REPEATS = 60;

    private final OperationTimer timer;
    private final Operation product;

    NeighbourProbe(Kernels kernels, int threads, LongSupplier nanoClock) {
        this.timer = new OperationTimer(kernels, threads, nanoClock);
        this.product =
                Work.of(Net.dense(Activation.RELU, SIDE, SIDE, 2), ROWS_OF_WORKER * threads).operations().stream()
                        .filter(operation -> operation.kind() == Operation.Kind.PRODUCT)
                        .findFirst()
                        .orElseThrow();
    }

    /** How much longer than alone a training step takes when the probe takes so long. */
    static double slowdown(double probeSeconds, double aloneSeconds) {
        return Math.pow(Math.max(1, probeSeconds / aloneSeconds), SHARE);
    }

    /**
     * How much longer than alone training steps take at this moment, by threads; one look of a quarter of a second at all of them.
     *
     * @param aloneSeconds by threads
     * @param meanwhile what else there is to do until Java has compiled the probe
     */
    static Map<Integer, Double> slowdownsNow(Map<Integer, Double> aloneSeconds, Runnable meanwhile) {
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
        Map<Integer, Double> slowdowns = new TreeMap<>();
        looks.forEach((threads, seconds) -> {
            Arrays.sort(seconds);
            slowdowns.put(threads, slowdown(seconds[LOOKS / 2], aloneSeconds.getOrDefault(threads, 1.0)));
        });
        return slowdowns;
    }

    /** Until Java has compiled it. */
    void warmUp() {
        timer.seconds(product, WARM_UPS, 1);
    }

    /** The same, told by how long it takes alone: what is not compiled takes many times as long. */
    private void warmUp(double aloneSeconds) {
        int fast = 0;
        for (int run = 0; run < WARM_UPS && fast < WARM_UPS / 4; run += REPEATS) {
            fast = seconds() < COMPILED * aloneSeconds ? fast + REPEATS : 0;
        }
    }

    /** Seconds of the product now, some tens of microseconds of trying. */
    double seconds() {
        double[] sorted = timer.seconds(product, 8, REPEATS);
        Arrays.sort(sorted);
        return sorted[REPEATS / 4];
    }
}
