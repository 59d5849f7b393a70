package clock2cloud.nn;

import clock2cloud.nn.layer.Descent;
import clock2cloud.nn.layer.Optimizer;
import java.util.Optional;

/**
 * How a net is trained. The answer depends on everything here but {@code threads}.
 *
 * @param rate the learning rate: a batch's mean gradient is multiplied by it
 * @param schedule the share of it that each epoch uses
 * @param initialisation of the weights; each layer's own ({@link Initialisation#of}) if empty
 */
public record Settings(
        int batch,
        double rate,
        Schedule schedule,
        Optimizer optimizer,
        Optional<Initialisation> initialisation,
        long seed,
        int threads) {
    public Settings {
        require(batch > 0, "batch " + batch + " must be at least 1");
        require(rate > 0 && rate < Float.MAX_VALUE, "rate " + rate + " must be above 0 and finite");
        require(threads > 0, "threads " + threads + " must be at least 1");
    }

    /** Plain gradient descent on one thread. */
    public static Settings of(int batch, double rate, long seed) {
        return new Settings(batch, rate, Schedule.constant(), new Descent(), Optional.empty(), seed, 1);
    }

    public Settings withThreads(int count) {
        return new Settings(batch, rate, schedule, optimizer, initialisation, seed, count);
    }

    public Settings withOptimizer(Optimizer other) {
        return new Settings(batch, rate, schedule, other, initialisation, seed, threads);
    }

    public Settings withInitialisation(Initialisation other) {
        return new Settings(batch, rate, schedule, optimizer, Optional.of(other), seed, threads);
    }

    public Settings withSchedule(Schedule other) {
        return new Settings(batch, rate, other, optimizer, initialisation, seed, threads);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
