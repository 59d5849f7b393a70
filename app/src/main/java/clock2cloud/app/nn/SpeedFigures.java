package clock2cloud.app.nn;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.table.Unit;
import clock2cloud.nn.FmaPeak;
import clock2cloud.nn.Operation;
import clock2cloud.nn.OperationTimer;
import clock2cloud.nn.Work;
import clock2cloud.nn.kernel.FastKernels;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How fast the kernels are on this machine, now: these figures differ from run to run. */
final class SpeedFigures {
    private static final int[] SIZES = {16, 32, 64, 128, 256, 512, 1024};
    private static final double SECONDS_EACH = 0.06;
    /** Until then the compiler may still be at work on an operation. */
    private static final double WARM_SECONDS = 0.25;

    private static final int PEAK_READINGS = 25;
    private static final double[] FLOPS_A_BYTE = IntStream.rangeClosed(0, 120)
            .mapToDouble(i -> Math.pow(10, i / 50.0))
            .toArray();

    /** Two arrays of this length are past every cache. */
    private static final int FLOATS_IN_MEMORY = 1 << 24;

    /** Two arrays of this length, 128 KiB each, are past the first cache and in the second. */
    private static final int FLOATS_IN_SECOND_CACHE = 1 << 15;

    private SpeedFigures() {}

    /** GFLOP/s of square products by their size, on one thread and on all. */
    static Figure products(long seed) {
        int processors = Runtime.getRuntime().availableProcessors();
        double[] xs = Arrays.stream(SIZES).asDoubleStream().toArray();
        double[] one = speeds(1);
        double[] all = speeds(processors);
        double best = Samples.largest(one);
        double peak = peak(1);
        return Figure.of("matrix-product-speed")
                .title(String.format(
                        Locale.ROOT,
                        "One thread multiplies at up to %.0f GFLOP/s here, %.0f%% of the peak of its arithmetic",
                        best / 1e9,
                        100 * best / peak))
                .subtitle("square products of 32-bit floats by "
                        + FastKernels.here().name() + ", measured here now")
                .xLog("size", "")
                .yLog("speed", "")
                .yHuman(Unit.FLOPS_PER_SECOND)
                .line("one thread", xs, one)
                .line(processors + " threads", xs, all)
                .rule("multiply-adds in registers, one thread", peak)
                .command("./c2c figures --only matrix-product-speed --out figures")
                .seed(seed);
    }

    /** The most that independent multiply-adds reach; read beside the products, for the clock moves. */
    private static double peak(int threads) {
        return new FmaPeak(FastKernels.here(), threads, System::nanoTime)
                .flopsPerSecond(PEAK_READINGS)
                .maximum();
    }

    private static double[] speeds(int threads) {
        return Arrays.stream(SIZES)
                .mapToDouble(size -> 1e9
                        * GemmBench.of(size, size, size, "forward", threads, SECONDS_EACH)
                                .gflopsMedian())
                .toArray();
    }

    /** The operations of nets A, B and C under this machine's roof. */
    static Figure roofline(long seed) {
        OperationTimer timer = new OperationTimer(FastKernels.here(), 1, System::nanoTime);
        List<NamedNet> nets = Stream.of("A", "B", "C").map(NamedNet::of).toList();
        nets.forEach(net -> flopsPerSecond(timer, net)); // for the compiler's sake: it is at work until all were run
        Figure figure = Figure.of("roofline");
        double largest = 0;
        for (NamedNet net : nets) {
            double[] intensities = products(net)
                    .mapToDouble(o -> (double) o.flops() / (o.bytesRead() + o.bytesWritten()))
                    .toArray();
            double[] speeds = flopsPerSecond(timer, net);
            largest = Math.max(largest, Arrays.stream(speeds).max().orElse(0));
            figure.dots("net " + net.name() + ", batch " + net.batch(), intensities, speeds);
        }
        double peak = peak(1);
        return figure.title(String.format(
                        Locale.ROOT,
                        "The products of nets A to C reach up to %.0f%% of the peak",
                        100 * largest / peak))
                .subtitle("one thread of " + FastKernels.here().name()
                        + "; roofs: a copy in memory and in the second cache, and multiply-adds in registers")
                .xLog("operations a byte of the operands", "FLOP/B")
                .yLog("speed", "")
                .yHuman(Unit.FLOPS_PER_SECOND)
                .line("roof by cache", FLOPS_A_BYTE, roof(peak, copyBytesPerSecond(FLOATS_IN_SECOND_CACHE)))
                .line("roof by memory", FLOPS_A_BYTE, roof(peak, copyBytesPerSecond(FLOATS_IN_MEMORY)))
                .command("./c2c figures --only roofline --out figures")
                .seed(seed);
    }

    private static Stream<Operation> products(NamedNet net) {
        return Work.of(net.net(), net.batch()).operations().stream().filter(operation -> operation.k() > 0);
    }

    private static double[] flopsPerSecond(OperationTimer timer, NamedNet net) {
        return products(net)
                .mapToDouble(operation -> operation.flops() / median(timer, operation))
                .toArray();
    }

    private static double median(OperationTimer timer, Operation operation) {
        double[] seconds = timer.seconds(operation, 3, 3);
        for (double spent = 0;
                spent < WARM_SECONDS;
                spent += DoubleStream.of(seconds).sum()) {
            int repeats = (int) Math.max(3, Math.min(20_000, SECONDS_EACH / Samples.median(seconds)));
            seconds = timer.seconds(operation, 0, repeats);
        }
        return Samples.median(seconds);
    }

    private static double[] roof(double peak, double bytesPerSecond) {
        return Arrays.stream(FLOPS_A_BYTE)
                .map(flops -> Math.min(peak, flops * bytesPerSecond))
                .toArray();
    }

    /** Bytes read and written by a copy from one array into another of this length: the fastest of many. */
    private static double copyBytesPerSecond(int floats) {
        float[] from = new float[floats];
        float[] to = new float[floats];
        double best = 0;
        for (long copied = 0; copied < 5L * FLOATS_IN_MEMORY; copied += floats) {
            long start = System.nanoTime();
            System.arraycopy(from, 0, to, 0, floats);
            best = Math.max(best, 2.0 * Float.BYTES * floats / (System.nanoTime() - start) * 1e9);
        }
        return best;
    }
}
