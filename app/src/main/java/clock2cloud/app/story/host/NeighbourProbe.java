package clock2cloud.app.story.host;

import clock2cloud.nn.Net;
import clock2cloud.nn.Operation;
import clock2cloud.nn.OperationTimer;
import clock2cloud.nn.Work;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import clock2cloud.nn.kernel.Kernels;
import java.util.Arrays;
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

    /** How much longer than alone training steps take on so many threads at this moment; a look of a quarter of a second. */
    static double slowdownNow(int threads, double aloneSeconds) {
        NeighbourProbe probe = new NeighbourProbe(FastKernels.here(), threads, System::nanoTime);
        probe.warmUp();
        double[] looks = new double[LOOKS];
        for (int i = 0; i < LOOKS; i++) {
            looks[i] = slowdown(probe.seconds(), aloneSeconds);
            LockSupport.parkNanos(BETWEEN_LOOKS_MILLIS * 1_000_000);
        }
        Arrays.sort(looks);
        return looks[LOOKS / 2];
    }

    /** Until Java has compiled it. */
    void warmUp() {
        timer.seconds(product, 40_000, 1);
    }

    /** Seconds of the product now, some tens of microseconds of trying. */
    double seconds() {
        double[] sorted = timer.seconds(product, 8, REPEATS);
        Arrays.sort(sorted);
        return sorted[REPEATS / 4];
    }
}
