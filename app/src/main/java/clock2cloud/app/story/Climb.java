package clock2cloud.app.story;

import clock2cloud.app.story.host.Calibration;
import clock2cloud.app.story.host.CalibrationCache;
import clock2cloud.app.story.host.HostForecast;
import clock2cloud.nn.Epoch;
import clock2cloud.nn.Net;
import clock2cloud.nn.Settings;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.data.Mnist;
import clock2cloud.nn.data.TrainTest;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Climbs the ladder: first every forecast, then the real training, then the comparison. */
public final class Climb {
    /** Longest that one rung may train, whatever the epochs asked for. */
    private static final double TRAINING_BUDGET_SECONDS = 100;

    private final Job job;
    private final TrainTest data;
    private final double rate;
    private final long seed;
    private final int threads;
    private final Consumer<String> progress;

    public Climb(Job job, TrainTest data, double rate, long seed, int threads, Consumer<String> progress) {
        this.job = job;
        this.data = data;
        this.rate = rate;
        this.seed = seed;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * The climbed ladder.
     *
     * @param warmUpSeconds that a fresh Java process takes besides the epochs, in its first one, until it has compiled the trainer
     * @param testAccuracyFraction of the net trained here, where a rung was
     */
    public record Result(
            String net,
            int batch,
            int epochs,
            int rows,
            String processor,
            String calibrated,
            double warmUpSeconds,
            List<Rung> rungs,
            Optional<Double> testAccuracyFraction,
            String verdict) {}

    /** The ladder of the digits' net 784-128-10 in its quick form, here and now. */
    public static Result quick(long seed, int threads, Consumer<String> progress) {
        TrainTest digits = Mnist.load();
        int rows = digits.train().rows();
        Net net = Net.dense(Activation.RELU, 784, 128, 10);
        Job job = new Job(net, 32, 3, rows, (digits.train().features() + 1.0) * rows);
        HostForecast host =
                HostForecast.now(CalibrationCache.ofUser(progress).get(threads, CalibrationCache.QUICK_SECONDS));
        return new Climb(job, digits, 0.1, seed, threads, progress).climb(Ladder.RUNGS, host);
    }

    /** Forecasts the rungs, trains on those of this machine, compares. */
    public Result climb(List<String> names, HostForecast host) {
        Ladder ladder = new Ladder(job, host, threads);
        List<Rung> rungs = new ArrayList<>(names.stream().map(ladder::forecast).toList());
        progress.accept("forecast first:");
        rungs.forEach(rung -> progress.accept(
                String.format("  %-15s %10.4f s an epoch", rung.name(), rung.forecastSecondsPerEpoch())));
        Optional<Double> accuracy = Optional.empty();
        for (int i = 0; i < rungs.size(); i++) {
            Rung rung = rungs.get(i);
            boolean here = rung.name().equals("one-core") || rung.name().equals("all-cores");
            if (here) {
                int count = rung.name().equals("one-core") ? 1 : threads;
                List<Epoch> trained = train(rung, count);
                rungs.set(i, rung.withMeasured(median(trained)));
                accuracy = Optional.of(trained.get(trained.size() - 1).testAccuracy());
            }
        }
        Calibration calibration = host.calibration();
        return new Result(
                job.shape(),
                job.batch(),
                job.epochs(),
                job.rows(),
                calibration.processor(),
                calibration.day(),
                host.warmUpSeconds(),
                rungs,
                accuracy,
                Verdict.of(job, rungs));
    }

    private List<Epoch> train(Rung rung, int count) {
        int epochs =
                (int) Math.max(1, Math.min(job.epochs(), TRAINING_BUDGET_SECONDS / rung.forecastSecondsPerEpoch()));
        progress.accept("then train: " + job.shape() + ", " + epochs + (epochs == 1 ? " epoch" : " epochs") + " on "
                + count + (count == 1 ? " thread" : " threads"));
        List<Epoch> all = new ArrayList<>();
        Settings settings = Settings.of(job.batch(), rate, seed).withThreads(count);
        try (Trainer trainer = new Trainer(job.net(), settings, FastKernels.here())) {
            trainer.train(data.train(), data.test(), epochs, System::nanoTime, epoch -> {
                all.add(epoch);
                progress.accept(String.format(
                        "  epoch %2d  %8.4f s  loss %.4f  test accuracy %.2f%%",
                        epoch.epoch(), epoch.seconds(), epoch.trainLoss(), 100 * epoch.testAccuracy()));
            });
        }
        return all;
    }

    /** The first epoch, in which Java still compiles, counts as one of many. */
    private static double median(List<Epoch> epochs) {
        double[] sorted = epochs.stream().mapToDouble(Epoch::seconds).sorted().toArray();
        return sorted[(sorted.length - 1) / 2];
    }
}
