package clock2cloud.app.nn;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Table;
import clock2cloud.nn.Net;
import clock2cloud.nn.Operation;
import clock2cloud.nn.OperationTimer;
import clock2cloud.nn.Settings;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.Work;
import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.Mnist;
import clock2cloud.nn.data.TrainTest;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import clock2cloud.nn.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the trainer. */
@Command(
        name = "bench",
        description = "Measure a matrix product, or epochs of a net on MNIST, on this machine.",
        footer = {"", "Example: ./c2c nn bench --gemm 1024,1024,1024 --threads 1"})
final class BenchCommand implements Callable<Integer> {
    private static final int MADE_UP_ROWS = 10_000;

    @Option(
            names = "--gemm",
            split = ",",
            paramLabel = "N",
            description = "Time C (m×n) = A (m×k) B (k×n) in 32-bit floats: m,n,k.")
    private int[] gemm = {};

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = Converters.Seconds.class,
            defaultValue = "1.5s",
            description = "Time to warm up, and again to measure (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(
            names = "--pass",
            defaultValue = "forward",
            description = "forward (A B), input-gradient (A Bᵀ) or weight-gradient (Aᵀ B) (default: ${DEFAULT-VALUE}).")
    private String pass;

    @Option(
            names = "--epochs",
            defaultValue = "5",
            description = "Epochs of --net to time (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Mixin
    private NetOptions nets;

    @Mixin
    private Common common;

    /** The JSON of {@code c2c nn bench --gemm}; {@code gflops} are 10⁹ operations a second, 2 m n k operations a product. */
    record GemmResult(
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
            double gflopsMaximum) {}

    /** The JSON of {@code c2c nn bench --net}. */
    record NetResult(
            String net,
            int batch,
            int threads,
            String kernels,
            double firstEpochSeconds,
            double secondsMedian,
            double secondsMinimum,
            double secondsMaximum,
            double samplesPerSecond,
            double gflopsMedian,
            double gflopsMinimum,
            double gflopsMaximum,
            double testAccuracy,
            List<EpochLine> epochs) {}

    @Override
    public Integer call() {
        if (gemm.length == 0) {
            return net();
        }
        if (gemm.length != 3) {
            throw new IllegalArgumentException("--gemm takes three sizes, m,n,k, as in 1024,1024,1024");
        }
        GemmResult result = product(gemm[0], gemm[1], gemm[2], pass, common.threads(), seconds);
        return common.report()
                .json(result)
                .table(Table.of(
                                "m",
                                "n",
                                "k",
                                "pass",
                                "threads",
                                "secondsMedian",
                                "medianFlopsPerSecond",
                                "minimumFlopsPerSecond",
                                "maximumFlopsPerSecond")
                        .row(
                                result.m(),
                                result.n(),
                                result.k(),
                                result.pass(),
                                result.threads(),
                                result.secondsMedian(),
                                1e9 * result.gflopsMedian(),
                                1e9 * result.gflopsMinimum(),
                                1e9 * result.gflopsMaximum()))
                .say(result.repeats() + " products by " + result.kernels()
                        + ", operands in panels as the trainer keeps them.")
                .print();
    }

    /** Warms up, then times products until there is enough of them. */
    static GemmResult product(int m, int n, int k, String pass, int threads, double seconds) {
        Kernels kernels = FastKernels.here();
        Operation operation = operation(m, n, k, pass);
        OperationTimer timer = new OperationTimer(kernels, threads, System::nanoTime);
        double spent = 0;
        double one = 0;
        while (spent < seconds) {
            double[] times = timer.seconds(operation, 0, one == 0 ? 3 : (int) Math.max(3, Math.min(1e5, 0.3 / one)));
            one = Samples.median(times);
            spent += Samples.sum(times);
        }
        int repeats = (int) Math.max(5, Math.min(1e5, seconds / one));
        double[] times = timer.seconds(operation, 2, repeats);
        double flops = 2.0 * m * n * k;
        double median = Samples.median(times);
        return new GemmResult(
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
                flops / Samples.smallest(times) / 1e9);
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

    private int net() {
        NamedNet named = nets.named()
                .orElseThrow(() -> new IllegalArgumentException("name what to measure: --gemm m,n,k or --net A"));
        if (epochs < 1) {
            throw new IllegalArgumentException("--epochs " + epochs + " must be at least 1");
        }
        TrainTest data = named.net().inputs() == 784 ? Mnist.load() : madeUp(named.net());
        Kernels kernels = FastKernels.here();
        Settings settings =
                Settings.of(nets.batch(), nets.rate(), common.seed()).withThreads(common.threads());
        List<EpochLine> lines = new ArrayList<>();
        try (Trainer trainer = new Trainer(named.net(), settings, kernels)) {
            for (int epoch = 0; epoch <= epochs; epoch++) {
                lines.add(EpochLine.of(trainer.epoch(data.train(), data.test(), System::nanoTime)));
                common.progress(lines.get(epoch).words());
            }
        }
        NetResult result = result(named, settings, kernels, lines);
        return common.report()
                .json(result)
                .table(Table.of(
                                "net",
                                "batch",
                                "threads",
                                "secondsMedian",
                                "secondsMinimum",
                                "secondsMaximum",
                                "medianFlopsPerSecond")
                        .row(
                                result.net(),
                                result.batch(),
                                result.threads(),
                                result.secondsMedian(),
                                result.secondsMinimum(),
                                result.secondsMaximum(),
                                1e9 * result.gflopsMedian()))
                .say(String.format(
                        Locale.ROOT,
                        "%d epochs after a first of %.3f s that warms the JVM up, by %s; %.2f%% right at the end.",
                        epochs,
                        result.firstEpochSeconds(),
                        result.kernels(),
                        100 * result.testAccuracy()))
                .print();
    }

    /** Noise of the net's shape, for nets that MNIST does not fit: the speed is the same, the accuracy means nothing. */
    private static TrainTest madeUp(Net net) {
        byte[] pixels = new byte[MADE_UP_ROWS * net.inputs()];
        new SplittableRandom(1).nextBytes(pixels);
        int[] labels =
                IntStream.range(0, MADE_UP_ROWS).map(row -> row % net.classes()).toArray();
        List<String> names =
                IntStream.range(0, net.classes()).mapToObj(Integer::toString).toList();
        DataSet rows = DataSet.ofPixels(net.input(), pixels, labels, names);
        return new TrainTest(rows, rows.first(100));
    }

    private static NetResult result(NamedNet named, Settings settings, Kernels kernels, List<EpochLine> lines) {
        List<EpochLine> warm = lines.subList(1, lines.size());
        double[] seconds = warm.stream().mapToDouble(EpochLine::seconds).toArray();
        double[] gflops = warm.stream().mapToDouble(EpochLine::gflops).toArray();
        return new NetResult(
                named.name(),
                settings.batch(),
                settings.threads(),
                kernels.name(),
                lines.get(0).seconds(),
                Samples.median(seconds),
                Samples.smallest(seconds),
                Samples.largest(seconds),
                Samples.median(
                        warm.stream().mapToDouble(EpochLine::samplesPerSecond).toArray()),
                Samples.median(gflops),
                Samples.smallest(gflops),
                Samples.largest(gflops),
                lines.get(lines.size() - 1).testAccuracy(),
                lines);
    }
}
