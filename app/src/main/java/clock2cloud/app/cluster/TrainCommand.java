package clock2cloud.app.cluster;

import clock2cloud.app.CheckFailed;
import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.cluster.AllReduce;
import clock2cloud.cluster.AlphaBeta;
import clock2cloud.cluster.DataParallelTraining;
import clock2cloud.cluster.Kernel;
import clock2cloud.cluster.KernelTime;
import clock2cloud.cluster.Processor;
import clock2cloud.nn.Net;
import clock2cloud.nn.Work;
import clock2cloud.nn.kernel.Activation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code c2c cluster train}: data-parallel training, ring against parameter server, and a real check on this machine. */
@Command(
        name = "train",
        description = "Training on more machines: how much faster, and from which machine on slower.",
        footer = {
            "",
            "Example: ./c2c cluster train --layers 784,128,10 --batch 32 --workers 1,2,4,8 --link 1Gbit/s",
            "Example: ./c2c cluster train --check"
        })
final class TrainCommand implements Callable<Integer> {
    private static final int MOST_WORKERS = 10_000;
    private static final int CHECK_STEPS = 200;

    @Mixin
    private Common common;

    @Option(
            names = "--layers",
            split = ",",
            defaultValue = "784,128,10",
            description = "Sizes of the dense net (default: ${DEFAULT-VALUE}).")
    private int[] layers;

    @Option(
            names = "--batch",
            defaultValue = "32",
            description = "Rows of a step: of all machines (strong), of each (weak) (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--workers",
            split = ",",
            defaultValue = "1,2,3,4,6,8,12,16",
            description = "Numbers of machines (default: ${DEFAULT-VALUE}).")
    private List<Integer> workers;

    @Option(
            names = "--compute",
            converter = Converters.Seconds.class,
            description =
                    "Seconds of a step of --batch on one machine (default: by the processor's model of the mid-2009 laptop).")
    private double computeSeconds;

    @Option(
            names = "--overhead",
            defaultValue = "0s",
            converter = Converters.Seconds.class,
            description = "Seconds of a step whatever its batch (default: ${DEFAULT-VALUE}).")
    private double overheadSeconds;

    @Option(
            names = "--link",
            defaultValue = "1Gbit/s",
            converter = Converters.BytesPerSecond.class,
            description = "Each machine's link (default: ${DEFAULT-VALUE}).")
    private double linkBytesPerSecond;

    @Option(
            names = "--latency",
            defaultValue = "50us",
            converter = Converters.Seconds.class,
            description = "Of a message (default: ${DEFAULT-VALUE}).")
    private double latencySeconds;

    @Option(
            names = "--overlap",
            defaultValue = "0%",
            converter = Converters.Fraction.class,
            description = "Share of the compute under which communication hides (default: ${DEFAULT-VALUE}).")
    private double overlapFraction;

    @Option(names = "--check", description = "Train with two real processes over loopback and compare, bit for bit.")
    private boolean check;

    @Override
    public Integer call() {
        validate();
        Net net = Net.dense(Activation.RELU, layers);
        Work work = Work.of(net, batch);
        double gradientBytes = gradientBytes();
        KernelTime laptop = laptop(work);
        boolean given = computeSeconds > 0;
        double one = given ? computeSeconds : laptop.additiveSeconds();
        DataParallelTraining ring = training(one, gradientBytes, AllReduce.RING);
        DataParallelTraining server = training(one, gradientBytes, AllReduce.PARAMETER_SERVER);
        List<Training.Row> rows =
                workers.stream().map(p -> Training.row(p, batch, ring, server)).toList();
        int most = Math.min(batch, 4096);
        Optional<LoopbackTraining.Result> checked = check ? Optional.of(checked()) : Optional.empty();
        Training result = new Training(
                layers,
                batch,
                gradientBytes,
                (double) work.flopsPerStep(),
                one + overheadSeconds,
                given ? "given" : laptop.bound(),
                ring.bestWorkers(batch, most),
                server.bestWorkers(batch, most),
                boxed(ring.slowerFrom(batch, most)),
                boxed(server.slowerFrom(batch, most)),
                rows,
                checked);
        int code = new TrainingReport(common, result, ring).print();
        if (checked.filter(r -> !r.sameBits()).isPresent()) {
            throw new CheckFailed("the two processes' weights differ from one process's");
        }
        return code;
    }

    private void validate() {
        Net.dense(Activation.RELU, layers);
        require(batch >= 1 && batch <= 1_000_000, "--batch " + batch + " must be from 1 to 1000000");
        for (int p : workers) {
            require(p >= 1 && p <= MOST_WORKERS, "--workers " + p + " must be from 1 to " + MOST_WORKERS);
        }
        for (int size : layers) {
            require(size >= 1 && size <= 1_000_000, "--layers " + size + " must be from 1 to 1000000");
        }
        boolean mnist = layers[0] == 784 && layers[layers.length - 1] >= 10;
        require(
                !check || (mnist && batch % 2 == 0),
                "--check trains on MNIST with two workers:"
                        + " layers must start with 784 and end with 10 or more, and the batch must be even");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Four bytes a weight and bias. */
    private double gradientBytes() {
        double weights = 0;
        for (int i = 1; i < layers.length; i++) {
            weights += (layers[i - 1] + 1.0) * layers[i];
        }
        return 4 * weights;
    }

    /** A step by the processor's model: the net's own count of flops and bytes, which stream through the levels that hold it. */
    private KernelTime laptop(Work work) {
        Processor processor = Processor.core2DuoP8700();
        double set = gradientBytes() + 4.0 * batch * layers[0];
        return processor.time(
                Kernel.streaming("step", (double) work.flopsPerStep(), (double) work.bytesPerStep(), set, processor),
                1);
    }

    private DataParallelTraining training(double one, double gradientBytes, AllReduce algorithm) {
        return new DataParallelTraining(
                overheadSeconds,
                one / batch,
                gradientBytes,
                new AlphaBeta(latencySeconds, linkBytesPerSecond),
                algorithm,
                overlapFraction);
    }

    private LoopbackTraining.Result checked() {
        common.progress("c2c: two worker processes train over loopback ...");
        return LoopbackTraining.run(layers, batch, CHECK_STEPS, common.seed());
    }

    private static Optional<Integer> boxed(OptionalInt value) {
        return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
    }
}
