package clock2cloud.app.story.host;

import clock2cloud.nn.Net;
import clock2cloud.nn.Operation;
import clock2cloud.nn.OperationTimer;
import clock2cloud.nn.Settings;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.Work;
import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import clock2cloud.nn.kernel.Kernels;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Times single operations of the trainer on a grid of shapes, and steps of a few made-up nets; no data set, and none of the
 * nets that are forecast.
 */
final class Calibrator {
    private static final int[] BATCHES = {8, 32, 128, 512};
    private static final int[][] WIDTHS = {
        {12, 12},
        {12, 100},
        {50, 10},
        {50, 400},
        {100, 10},
        {100, 100},
        {200, 40},
        {200, 1000},
        {400, 10},
        {400, 400},
        {784, 24},
        {784, 100},
        {784, 400},
        {784, 1600},
        {1000, 200},
        {1600, 10},
        {1600, 1600}
    };

    private static final int[][] ANCHORS = {
        {784, 24, 10},
        {784, 48, 10},
        {784, 150, 10},
        {784, 80, 40, 10},
        {784, 300, 100, 10},
        {784, 700, 10},
        {784, 400, 400, 10},
        {784, 1500, 10}
    };
    private static final int[] ANCHOR_BATCHES = {12, 16, 48, 24, 100, 256, 150, 350};

    private static final int EPOCHS = 5;

    private final Kernels kernels = FastKernels.here();
    private final LongSupplier nanoClock;
    private final double budgetSeconds;
    private final Consumer<String> progress;

    /** {@code budgetSeconds} is what one operation is timed for. */
    Calibrator(double budgetSeconds, LongSupplier nanoClock, Consumer<String> progress) {
        this.budgetSeconds = budgetSeconds;
        this.nanoClock = nanoClock;
        this.progress = progress;
    }

    Calibration run(List<Integer> threadCounts) {
        List<Calibration.Timed> timed = new ArrayList<>();
        List<Calibration.Barrier> barriers = new ArrayList<>();
        List<Calibration.Composed> composed = new ArrayList<>();
        double peak = 0;
        Set<Operation> grid = grid(budgetSeconds);
        warmUp(grid);
        for (int threads : threadCounts) {
            progress.accept("calibrating: single operations on " + threads + (threads == 1 ? " thread" : " threads"));
            OperationTimer timer = new OperationTimer(kernels, threads, nanoClock);
            for (Operation operation : grid) {
                double seconds = seconds(timer, operation);
                timed.add(new Calibration.Timed(
                        threads,
                        operation.kind(),
                        operation.activation().name(),
                        operation.m(),
                        operation.n(),
                        operation.k(),
                        seconds));
                if (threads == 1) {
                    peak = Math.max(peak, operation.flops() / seconds);
                }
            }
            barriers.add(new Calibration.Barrier(threads, threads == 1 ? 0 : timer.barrierSeconds(20_000)));
        }
        Calibration operations = new Calibration(
                ThisMachine.fingerprint(),
                LocalDate.now(ZoneId.systemDefault()).toString(),
                ThisMachine.processor(),
                Runtime.getRuntime().availableProcessors(),
                ThisMachine.clockHertz(),
                budgetSeconds,
                peak,
                timed,
                barriers,
                List.of());
        for (int threads : threadCounts) {
            composed.addAll(composed(operations, threads));
        }
        return operations.withComposed(composed);
    }

    /** Lets the compiler see every kind of operation before any is timed. */
    private void warmUp(Set<Operation> grid) {
        progress.accept("calibrating: warming up");
        train(Net.dense(Activation.RELU, 784, 90, 60, 10), 30, 1, 12_000);
        train(Net.dense(Activation.SIGMOID, 784, 90, 10), 30, 1, 6_000);
        OperationTimer timer = new OperationTimer(kernels, 1, nanoClock);
        for (Operation operation : grid) {
            if (operation.flops() < 5_000_000) {
                timer.seconds(operation, 0, 50);
            }
        }
    }

    private double seconds(OperationTimer timer, Operation operation) {
        double once = median(timer.seconds(operation, 0, 2));
        int repeats = (int) Math.max(2, Math.min(20_000, budgetSeconds / once));
        return repeats < 4 ? once : median(timer.seconds(operation, repeats / 4, repeats));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Every operation of the trainer at every shape of the grid, each once; the largest only where there is time for them. */
    private static Set<Operation> grid(double budgetSeconds) {
        Set<Operation> all = new LinkedHashSet<>();
        for (int batch : BATCHES) {
            for (int[] width : WIDTHS) {
                for (Activation activation : new Activation[] {Activation.RELU, Activation.SIGMOID}) {
                    Net net = Net.dense(activation, width[0], width[1], 10);
                    Work.of(net, batch).operations().stream()
                            .filter(operation -> !operation.layer().equals("dense2"))
                            .filter(operation -> activation == Activation.RELU
                                    || operation.kind() == Operation.Kind.ACTIVATION
                                    || operation.kind() == Operation.Kind.COST)
                            .forEach(all::add);
                    Work.of(Net.dense(activation, 1, width[0], width[1]), batch).operations().stream()
                            .filter(operation -> operation.kind() == Operation.Kind.INPUT_GRADIENT)
                            .forEach(all::add);
                }
            }
        }
        all.removeIf(operation -> operation.flops() > 3e10 * budgetSeconds);
        return all;
    }

    private List<Calibration.Composed> composed(Calibration operations, int threads) {
        progress.accept("calibrating: steps of made-up nets on " + threads + (threads == 1 ? " thread" : " threads"));
        HostForecast sums = HostForecast.of(operations);
        if (threads > 1) {
            train(Net.dense(Activation.RELU, 784, 170, 60, 10), 50, threads, 60_000); // Java compiles the workers anew
        }
        List<Calibration.Composed> all = new ArrayList<>();
        for (int i = 0; i < ANCHORS.length; i++) {
            Net net = Net.dense(Activation.RELU, ANCHORS[i]);
            int batch = ANCHOR_BATCHES[i];
            if (Trainer.workersFor(net, batch, threads) < threads) {
                continue;
            }
            double sum = sums.sumOfOperations(net, batch, threads).seconds();
            int rows = (int) Math.max(8 * batch, Math.min(60_000, 5 * budgetSeconds / sum * batch) / batch * batch);
            double[] epochs = train(net, batch, threads, rows);
            double step = median(Arrays.copyOfRange(epochs, 2, epochs.length)) / (rows / (double) batch);
            Work work = Work.of(net, batch);
            all.add(new Calibration.Composed(
                    threads,
                    Arrays.toString(ANCHORS[i]) + " batch " + batch,
                    sum,
                    work.bytesPerStep(),
                    work.callsPerStep(),
                    step));
        }
        return all;
    }

    /** Seconds of each epoch over made-up images. */
    private double[] train(Net net, int batch, int threads, int rows) {
        DataSet data = madeUp(rows, net.inputs());
        double[] seconds = new double[EPOCHS];
        try (Trainer trainer = new Trainer(net, Settings.of(batch, 0.01, 1).withThreads(threads), kernels)) {
            for (int i = 0; i < seconds.length; i++) {
                seconds[i] = trainer.epoch(data, data.first(batch), nanoClock).seconds();
            }
        }
        return seconds;
    }

    /** Four in five pixels dark, as in MNIST. */
    private static DataSet madeUp(int rows, int features) {
        byte[] pixels = new byte[rows * features];
        int[] labels = new int[rows];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 2_654_435_761L >>> 13 & 7) == 0 ? (byte) (i * 31) : 0;
        }
        for (int i = 0; i < rows; i++) {
            labels[i] = i % 10;
        }
        return DataSet.ofPixels(ImageShape.ofFeatures(features), pixels, labels, Collections.nCopies(10, "x"));
    }
}
