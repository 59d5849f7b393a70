package clock2cloud.app.nn;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.nn.Net;
import clock2cloud.nn.Settings;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.Work;
import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.Mnist;
import clock2cloud.nn.data.TrainTest;
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
            description = "Time to measure, after as much that brought no more speed (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(
            names = "--pass",
            defaultValue = "forward",
            description = "forward (A B), input-gradient (A Bᵀ) or weight-gradient (Aᵀ B) (default: ${DEFAULT-VALUE}).")
    private String pass;

    @Option(
            names = "--epochs",
            defaultValue = "5",
            description = "Epochs of --net or --layers to time (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Mixin
    private NetOptions nets;

    @Mixin
    private Common common;

    @Override
    public Integer call() {
        if (gemm.length == 0) {
            return net();
        }
        if (nets.isGiven()) {
            throw new IllegalArgumentException("--gemm times one product: leave --net and --layers out");
        }
        if (gemm.length != 3) {
            throw new IllegalArgumentException("--gemm takes three sizes, m,n,k, as in 1024,1024,1024");
        }
        GemmBench result = GemmBench.of(gemm[0], gemm[1], gemm[2], pass, common.threads(), seconds);
        return common.report()
                .json(result)
                .table(result.table())
                .explain(result.explanation())
                .say(result.repeats() + " products by " + result.kernels()
                        + ", operands in panels as the trainer keeps them.")
                .print();
    }

    private int net() {
        if (!nets.isGiven()) {
            throw new IllegalArgumentException("name what to measure: --gemm m,n,k, --net A or --layers 784,30,10");
        }
        if (epochs < 1) {
            throw new IllegalArgumentException("--epochs " + epochs + " must be at least 1");
        }
        Net net = nets.net();
        TrainTest data =
                Mnist.SHAPE.features() == net.inputs() && net.classes() >= Mnist.CLASSES ? Mnist.load() : madeUp(net);
        Kernels kernels = FastKernels.here();
        Settings settings =
                Settings.of(nets.batch(), nets.rate(), common.seed()).withThreads(common.threads());
        List<EpochLine> lines = new ArrayList<>();
        try (Trainer trainer = new Trainer(net, settings, kernels)) {
            for (int epoch = 0; epoch <= epochs; epoch++) {
                lines.add(EpochLine.of(trainer.epoch(data.train(), data.test(), System::nanoTime)));
                common.progress(lines.get(epoch).words());
            }
        }
        NetBench result = NetBench.of(nets.label(), settings, kernels, lines);
        return common.report()
                .json(result)
                .table(result.table())
                .explain(result.explanation(Work.of(net, settings.batch()).flopsPerStep()))
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
}
