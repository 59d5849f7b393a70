package clock2cloud.app.story.host;

import clock2cloud.app.table.Json;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.Mnist;
import clock2cloud.nn.kernel.FastKernels;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A fresh process that trains one net on MNIST and tells what an epoch took: {@code threads rows net}. */
public final class EpochProcess {
    private static final double WARM_UP_SECONDS = 1.5;
    private static final int EPOCHS = 3;
    private static final double PARTS_SECONDS = 1.2;

    /** An epoch, the slower of the {@link NeighbourProbe}'s readings before and after it, and the barrier's. */
    record Timed(double seconds, double probeSeconds, NetSamples.Crossing barrier) {}

    /**
     * What it saw; nothing is left out.
     *
     * @param epochs after the warm-up
     * @param steps more of them, whose parts were told apart
     */
    record Seen(List<Timed> epochs, NetSamples steps) {
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
        NeighbourProbe probe = new NeighbourProbe(
                FastKernels.here(), Trainer.workersFor(net.net(), net.batch(), threads), System::nanoTime);
        List<Timed> epochs = epochs(net, threads, data, all.first(net.batch()), probe);
        try (StepTimer timer = new StepTimer(net, data, threads, FastKernels.here(), probe, System::nanoTime)) {
            timer.visit(PARTS_SECONDS / 3);
            timer.forget();
            timer.visit(PARTS_SECONDS);
            new PrintStream(System.out, true, StandardCharsets.UTF_8)
                    .print(Json.write(new Seen(epochs, timer.samples())));
        }
    }

    private static List<Timed> epochs(SampledNet net, int threads, DataSet data, DataSet tiny, NeighbourProbe probe) {
        try (Trainer trainer = new Trainer(net.net(), net.settings(threads), FastKernels.here())) {
            long start = System.nanoTime();
            for (int i = 0; i < 2 || System.nanoTime() - start < WARM_UP_SECONDS * 1e9; i++) {
                trainer.epoch(data, tiny, System::nanoTime);
            }
            probe.warmUp();
            List<Timed> epochs = new ArrayList<>();
            for (int i = 0; i < EPOCHS; i++) {
                epochs.add(timed(trainer, data, tiny, probe));
            }
            return epochs;
        }
    }

    private static Timed timed(Trainer trainer, DataSet data, DataSet tiny, NeighbourProbe probe) {
        double before = probe.seconds();
        double barrier = trainer.barrierSeconds(System::nanoTime);
        double seconds = trainer.epoch(data, tiny, System::nanoTime).seconds();
        return new Timed(
                seconds,
                Math.max(before, probe.seconds()),
                new NetSamples.Crossing(barrier, trainer.barrierSeconds(System::nanoTime)));
    }

    /** Runs it. */
    static Seen of(int threads, int rows, SampledNet net) {
        List<String> arguments = List.of(String.valueOf(threads), String.valueOf(rows), net.text());
        return Json.read(FreshJava.run(EpochProcess.class, arguments), "epoch", Seen.class);
    }
}
