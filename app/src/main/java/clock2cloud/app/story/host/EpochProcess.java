package clock2cloud.app.story.host;

import clock2cloud.app.table.Json;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.Mnist;
import clock2cloud.nn.kernel.FastKernels;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A fresh process that trains one net on MNIST and tells what an epoch took: {@code threads rows net}. */
public final class EpochProcess {
    private static final double WARM_UP_SECONDS = 1.5;
    private static final int EPOCHS = 3;

    /**
     * What it saw; nothing is left out.
     *
     * @param epochSeconds the median of the epochs after the warm-up
     * @param parts seconds a step of each part, of one more epoch that was watched
     */
    record Seen(double epochSeconds, List<Double> parts) {}

    private EpochProcess() {}

    public static void main(String[] arguments) {
        int threads = Integer.parseInt(arguments[0]);
        int rows = Integer.parseInt(arguments[1]);
        SampledNet net = SampledNet.parse(arguments[2]);
        DataSet all = Mnist.load().train();
        DataSet data = all.first(rows);
        DataSet tiny = all.first(net.batch());
        double[] seconds = new double[EPOCHS];
        List<Double> parts = new ArrayList<>();
        try (Trainer trainer = new Trainer(net.net(), net.settings(threads), FastKernels.here())) {
            long start = System.nanoTime();
            for (int i = 0; i < 2 || System.nanoTime() - start < WARM_UP_SECONDS * 1e9; i++) {
                trainer.epoch(data, tiny, System::nanoTime);
            }
            for (int i = 0; i < EPOCHS; i++) {
                seconds[i] = trainer.epoch(data, tiny, System::nanoTime).seconds();
            }
            trainer.watch().start(System::nanoTime);
            trainer.epoch(data, tiny, System::nanoTime);
            Arrays.stream(trainer.watch().seconds()).forEach(parts::add);
        }
        Arrays.sort(seconds);
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .print(Json.write(new Seen(seconds[EPOCHS / 2], parts)));
    }

    /** Runs it. */
    static Seen of(int threads, int rows, SampledNet net) {
        List<String> arguments = List.of(String.valueOf(threads), String.valueOf(rows), net.text());
        return Json.read(FreshJava.run(EpochProcess.class, arguments), "epoch", Seen.class);
    }
}
