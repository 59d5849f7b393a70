package clock2cloud.app.vm.kernel;

import clock2cloud.nn.Net;
import clock2cloud.nn.Settings;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.Mnist;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The real trainer as a process of its own: for each line {@code SECONDS} on standard input it trains for that time, one
 * mini-batch after the other, and prints the wall time of every step in microseconds on one line. It ends with its input.
 * The batches are large, so that under every quota more than one step in a hundred meets a wait, and the slowest hundredth
 * tells of the quota.
 */
public final class TrainingLoad {
    static final int BATCH = 1024;
    private static final double WARM_SECONDS = 6;

    private TrainingLoad() {}

    /** Started by {@link TrainingProcess}. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, "UTF-8");
        DataSet train = Mnist.load().train();
        DataSet one = train.first(1);
        List<DataSet> batches = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            int first = i * BATCH;
            batches.add(train.rows(
                    java.util.stream.IntStream.range(first, first + BATCH).toArray()));
        }
        try (Trainer trainer =
                new Trainer(Net.dense(Activation.RELU, 784, 128, 10), Settings.of(BATCH, 0.1, 1), FastKernels.here())) {
            run(trainer, batches, one, WARM_SECONDS);
            out.println("ready");
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(Arrays.stream(run(trainer, batches, one, Double.parseDouble(line)))
                        .mapToObj(n -> Long.toString(n / 1000))
                        .collect(Collectors.joining(" ")));
            }
        }
    }

    private static long[] run(Trainer trainer, List<DataSet> batches, DataSet one, double seconds) {
        long[] times = new long[1 << 16];
        int n = 0;
        long start = System.nanoTime();
        long before = start;
        while (before - start < seconds * 1e9 && n < times.length) {
            trainer.epoch(batches.get(n % batches.size()), one, System::nanoTime);
            long now = System.nanoTime();
            times[n++] = now - before;
            before = now;
        }
        return Arrays.copyOf(times, n);
    }
}
