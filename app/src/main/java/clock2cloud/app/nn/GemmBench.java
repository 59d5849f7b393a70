package clock2cloud.app.nn;

import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Table;
import clock2cloud.nn.FmaPeak;
import clock2cloud.nn.Net;
import clock2cloud.nn.Operation;
import clock2cloud.nn.OperationTimer;
import clock2cloud.nn.Work;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import clock2cloud.nn.kernel.Kernels;
import java.util.List;
import java.util.Locale;

/**
 * A matrix product timed: the JSON of {@code c2c nn bench --gemm}; {@code gflops} are 10⁹ operations a second, 2 m n k
 * operations a product. The peak is that of multiply-adds in registers on as many threads, read right after.
 */
record GemmBench(
        int m,
        int n,
        int k,
        String pass,
        int threads,
        String kernels,
        int repeats,
        double secondsMedian,
        double gflopsMedian,
        double gflopsMinimum,
        double gflopsMaximum,
        double peakGflopsMedian,
        double peakGflopsMaximum,
        double fractionOfPeak) {
    private static final int PEAK_READINGS = 25;

    /** Warms up, then times products until there is enough of them. */
    static GemmBench of(int m, int n, int k, String pass, int threads, double seconds) {
        Kernels kernels = FastKernels.here();
        Operation operation = operation(m, n, k, pass);
        OperationTimer timer = new OperationTimer(kernels, threads, System::nanoTime);
        double one = SteadyPace.reach(repeats -> timer.seconds(operation, 0, repeats), seconds);
        int repeats = Math.max(5, SteadyPace.repeats(seconds, one));
        double[] times = timer.seconds(operation, 2, repeats);
        double flops = 2.0 * m * n * k;
        double median = Samples.median(times);
        FmaPeak.Reading peak = new FmaPeak(kernels, threads, System::nanoTime).flopsPerSecond(PEAK_READINGS);
        return new GemmBench(
                m,
                n,
                k,
                pass,
                threads,
                kernels.name(),
                repeats,
                median,
                flops / median / 1e9,
                flops / Samples.largest(times) / 1e9,
                flops / Samples.smallest(times) / 1e9,
                peak.median() / 1e9,
                peak.maximum() / 1e9,
                flops / median / peak.median());
    }

    /** The trainer's own operation that is this product. */
    private static Operation operation(int m, int n, int k, String pass) {
        return switch (pass) {
            case "forward" -> only(Operation.Kind.PRODUCT, Net.dense(Activation.IDENTITY, k, n), m);
            case "input-gradient" -> only(Operation.Kind.INPUT_GRADIENT, Net.dense(Activation.IDENTITY, 1, n, k), m);
            case "weight-gradient" -> only(Operation.Kind.WEIGHT_UPDATE, Net.dense(Activation.IDENTITY, m, n), k);
            default ->
                throw new IllegalArgumentException(
                        "--pass " + pass + " is not known: forward, input-gradient or weight-gradient");
        };
    }

    private static Operation only(Operation.Kind kind, Net net, int batch) {
        List<Operation> all = Work.of(net, batch).operations().stream()
                .filter(operation -> operation.kind() == kind)
                .toList();
        return all.get(all.size() - 1);
    }

    Explanation explanation() {
        return Explanation.of(
                "Speed of a matrix product",
                "2 m n k / seconds, each of the m n sums being k multiplications and k additions; over the peak of multiply-adds",
                String.format(
                        Locale.ROOT,
                        "2 · %d · %d · %d / %.3g s = %.4g GFLOP/s; / %.4g GFLOP/s = %.1f%%",
                        m,
                        n,
                        k,
                        secondsMedian,
                        gflopsMedian,
                        peakGflopsMedian,
                        100 * fractionOfPeak),
                "operands lie in panels already; the median of " + repeats + " products after the warm-up",
                "Goto and van de Geijn, 2008, section 2");
    }

    Table table() {
        return Table.of(
                        "m",
                        "n",
                        "k",
                        "pass",
                        "threads",
                        "secondsMedian",
                        "medianFlopsPerSecond",
                        "minimumFlopsPerSecond",
                        "maximumFlopsPerSecond",
                        "peakFlopsPerSecond",
                        "fractionOfPeak")
                .row(
                        m(),
                        n(),
                        k(),
                        pass(),
                        threads(),
                        secondsMedian(),
                        1e9 * gflopsMedian(),
                        1e9 * gflopsMinimum(),
                        1e9 * gflopsMaximum(),
                        1e9 * peakGflopsMedian(),
                        fractionOfPeak());
    }
}
