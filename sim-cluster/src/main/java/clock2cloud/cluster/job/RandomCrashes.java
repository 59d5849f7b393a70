package clock2cloud.cluster.job;

import clock2cloud.cluster.network.Host;
import clock2cloud.cluster.network.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Every host crashes by itself as a Poisson process and comes back after a fixed time.
 *
 * @param meanSecondsBetweenCrashes of one host
 * @param repairSeconds how long it is down
 * @param untilSeconds none later than this
 */
public record RandomCrashes(double meanSecondsBetweenCrashes, double repairSeconds, double untilSeconds) {
    private static final long MOST = 1_000_000;

    public RandomCrashes {
        if (!(meanSecondsBetweenCrashes > 0 && repairSeconds > 0 && untilSeconds >= 0)
                || untilSeconds == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "random crashes: mean and repair time must be positive, untilSeconds finite");
        }
    }

    List<Failure> draw(Platform platform, RandomGenerator random) {
        double expected = platform.hosts().size() * (untilSeconds / (meanSecondsBetweenCrashes + repairSeconds));
        if (expected > MOST) {
            throw new IllegalArgumentException("random crashes: about " + Math.round(expected)
                    + " until untilSeconds, at most " + MOST + " are simulated");
        }
        List<Failure> failures = new ArrayList<>();
        for (Host host : platform.hosts()) {
            double at = gap(random);
            while (at <= untilSeconds) {
                failures.add(Failure.crash(at, host.name(), at + repairSeconds));
                at += repairSeconds + gap(random);
            }
        }
        return failures;
    }

    private double gap(RandomGenerator random) {
        return -Math.log1p(-random.nextDouble()) * meanSecondsBetweenCrashes;
    }
}
