package clock2cloud.nn;

import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.Workers;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * The most multiply-adds a second that the processor's arithmetic gives: independent sums in registers, nothing fetched. No
 * product can be faster; how close one comes is the measure of a kernel. The clock moves with heat and neighbours, so read it
 * in the same run as the figure that it divides.
 */
public final class FmaPeak {
    /** Two thirds of a millisecond with AVX-512: the barrier between two readings, some tens of microseconds, is small beside it. */
    private static final int TURNS = 400_000;

    private static final int WARM_UPS = 10;

    private final Kernels kernels;
    private final int threads;
    private final LongSupplier nanoClock;

    public FmaPeak(Kernels kernels, int threads, LongSupplier nanoClock) {
        this.kernels = kernels;
        this.threads = threads;
        this.nanoClock = nanoClock;
    }

    /** Operations a second of all threads together: least, median and most of {@code repeats} readings. */
    public record Reading(double minimum, double median, double maximum) {}

    public Reading flopsPerSecond(int repeats) {
        long[] times = new long[repeats + 1];
        long[] flops = new long[threads];
        try (Workers workers = new Workers(threads)) {
            workers.run(worker -> {
                float[] sums = new float[Kernels.SUMS];
                for (int i = -WARM_UPS; i <= repeats; i++) {
                    workers.await(worker);
                    if (worker == 0 && i >= 0) {
                        times[i] = nanoClock.getAsLong();
                    }
                    flops[worker] = kernels.multiplyAdds(sums, TURNS);
                }
            });
        }
        double work = Arrays.stream(flops).sum();
        double[] speeds = new double[repeats];
        for (int i = 0; i < repeats; i++) {
            speeds[i] = work / ((times[i + 1] - times[i]) / 1e9);
        }
        Arrays.sort(speeds);
        return new Reading(speeds[0], speeds[repeats / 2], speeds[repeats - 1]);
    }
}
