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

    /** An epoch, and the slower of the {@link NeighbourProbe}'s readings before and after it. */
    record Timed(double seconds, double probeSeconds) {}

    /**
     * What it saw; nothing is left out.
     *
     * @param epochs after the warm-up
     * @param watched one more, whose parts were told apart
     * @param parts seconds a step of each of them
     */
    record Seen(List<Timed> epochs, Timed watched, List<Double> parts) {
        double medianSeconds() {
            double[] sorted =
                    epochs.stream().mapToDouble(Timed::seconds).sorted().toArray();
            return sorted[sorted.length / 2];
        }
    }

    private EpochProcess() {}

    public static void main(String[] arguments) {
        FreshJava.endWithParent();
        int threads = Integer.parseInt(arguments[0]);
        int rows = Integer.parseInt(arguments[1]);
        SampledNet net = SampledNet.parse(arguments[2]);
        DataSet all = Mnist.load().train();
        DataSet data = all.first(rows);
        DataSet tiny = all.first(net.batch());
        try (Trainer trainer = new Trainer(net.net(), net.settings(threads), FastKernels.here())) {
            NeighbourProbe probe = new NeighbourProbe(FastKernels.here(), trainer.workers(), System::nanoTime);
            long start = System.nanoTime();
            for (int i = 0; i < 2 || System.nanoTime() - start < WARM_UP_SECONDS * 1e9; i++) {
                trainer.epoch(data, tiny, System::nanoTime);
            }
            probe.warmUp();
            List<Timed> epochs = new ArrayList<>();
            for (int i = 0; i < EPOCHS; i++) {
                epochs.add(timed(trainer, data, tiny, probe));
            }
            trainer.watch().start(System::nanoTime);
            Timed watched = timed(trainer, data, tiny, probe);
            List<Double> parts =
                    Arrays.stream(trainer.watch().seconds()).boxed().toList();
            new PrintStream(System.out, true, StandardCharsets.UTF_8)
                    .print(Json.write(new Seen(epochs, watched, parts)));
        }
    }

    private static Timed timed(Trainer trainer, DataSet data, DataSet tiny, NeighbourProbe probe) {
        double before = probe.seconds();
        double seconds = trainer.epoch(data, tiny, System::nanoTime).seconds();
        return new Timed(seconds, Math.max(before, probe.seconds()));
    }

    /** Runs it. */
    static Seen of(int threads, int rows, SampledNet net) {
        List<String> arguments = List.of(String.valueOf(threads), String.valueOf(rows), net.text());
        return Json.read(FreshJava.run(EpochProcess.class, arguments), "epoch", Seen.class);
    }
}
