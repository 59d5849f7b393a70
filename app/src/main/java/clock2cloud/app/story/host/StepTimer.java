package clock2cloud.app.story.host;

import clock2cloud.nn.Trainer;
import clock2cloud.nn.Work;
import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** Times real training steps, whole and part by part, over images that no cache holds. */
final class StepTimer {
    private static final double SAMPLE_SECONDS = 0.01;
    private static final int MOST_ROWS = 15_000;
    private static final int LEAST_SAMPLES = 3;

    /** A sample that had less of its processors than this was disturbed. */
    private static final double UNDISTURBED = 0.98;

    private final Kernels kernels;
    private final LongSupplier nanoClock;

    StepTimer(Kernels kernels, LongSupplier nanoClock) {
        this.kernels = kernels;
        this.nanoClock = nanoClock;
    }

    private record Sample(double seconds, double[] parts, boolean disturbed) {}

    /** Steps of a net for about so many seconds, a fifth of them to warm up. */
    TimedStep time(SampledNet net, int threads, double budgetSeconds) {
        double guess = 15e-6 + Work.of(net.net(), net.batch()).flopsPerStep() / 1e11 / threads;
        int steps = (int) Math.max(2, Math.min(MOST_ROWS / net.batch(), SAMPLE_SECONDS / guess));
        List<DataSet> windows = MadeUpImages.windows(
                steps * net.batch(), net.inputs(), net.net().classes());
        List<Sample> plain = new ArrayList<>();
        List<Sample> watched = new ArrayList<>();
        try (Trainer trainer = new Trainer(net.net(), net.settings(threads), kernels)) {
            DataSet tiny = windows.get(0).first(net.batch());
            CpuTime cpu = new CpuTime();
            long start = nanoClock.getAsLong();
            for (int i = 0; i < 2 || since(start) < budgetSeconds / 5; i++) {
                trainer.epoch(windows.get(i % windows.size()), tiny, nanoClock);
            }
            for (int i = 0; goesOn(plain, i, since(start) / budgetSeconds); i++) {
                DataSet window = windows.get(i % windows.size());
                (i % 2 == 0 ? plain : watched).add(sample(trainer, window, tiny, cpu, i % 2 == 1));
            }
            return new TimedStep(
                    trainer.workers(), net, median(plain, -1) / steps, parts(watched), disturbed(plain, watched));
        }
    }

    /** Seconds that a fresh process loses until a small net's steps are as fast as they get. */
    double warmUpSeconds(SampledNet net, int threads, double budgetSeconds) {
        List<DataSet> windows = MadeUpImages.windows(
                MOST_ROWS / net.batch() * net.batch(), net.inputs(), net.net().classes());
        List<Double> epochs = new ArrayList<>();
        try (Trainer trainer = new Trainer(net.net(), net.settings(threads), kernels)) {
            DataSet tiny = windows.get(0).first(net.batch());
            long start = nanoClock.getAsLong();
            while (since(start) < budgetSeconds || epochs.size() < 8) {
                epochs.add(trainer.epoch(windows.get(epochs.size() % windows.size()), tiny, nanoClock)
                        .seconds());
            }
        }
        double[] late = epochs.stream()
                .skip(epochs.size() / 2)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        double steady = late[late.length / 2];
        return epochs.stream()
                .limit(epochs.size() / 2)
                .mapToDouble(epoch -> Math.max(0, epoch - steady))
                .sum();
    }

    private double since(long start) {
        return (nanoClock.getAsLong() - start) / 1e9;
    }

    /** Until the time is over; twice as long where samples were disturbed. */
    private static boolean goesOn(List<Sample> plain, int i, double spent) {
        if (i < 2 * LEAST_SAMPLES) {
            return true;
        }
        long good = plain.stream().filter(sample -> !sample.disturbed()).count();
        return spent < (good < LEAST_SAMPLES ? 2 : 1);
    }

    private Sample sample(Trainer trainer, DataSet window, DataSet tiny, CpuTime cpu, boolean watch) {
        if (watch) {
            trainer.watch().start(nanoClock);
        }
        long[] before = cpu.nanos();
        double seconds = trainer.epoch(window, tiny, nanoClock).seconds();
        long[] after = cpu.nanos();
        trainer.watch().stop();
        boolean disturbed =
                IntStream.range(0, before.length).anyMatch(i -> (after[i] - before[i]) / 1e9 < UNDISTURBED * seconds);
        return new Sample(seconds, trainer.watch().seconds(), disturbed);
    }

    private static double disturbed(List<Sample> plain, List<Sample> watched) {
        long bad = plain.stream().filter(Sample::disturbed).count()
                + watched.stream().filter(Sample::disturbed).count();
        return bad / (double) (plain.size() + watched.size());
    }

    private static List<Double> parts(List<Sample> watched) {
        return IntStream.range(0, watched.get(0).parts().length)
                .mapToObj(part -> median(watched, part))
                .toList();
    }

    /** Of the undisturbed ones; of the faster half where there are none. */
    private static double median(List<Sample> samples, int part) {
        List<Sample> good =
                samples.stream().filter(sample -> !sample.disturbed()).toList();
        double[] sorted = (good.isEmpty() ? samples : good)
                .stream()
                        .mapToDouble(sample -> part < 0 ? sample.seconds() : sample.parts()[part])
                        .sorted()
                        .toArray();
        return sorted[good.isEmpty() ? sorted.length / 4 : sorted.length / 2];
    }
}
