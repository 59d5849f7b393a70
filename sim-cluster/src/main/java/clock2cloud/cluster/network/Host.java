package clock2cloud.cluster.network;

import clock2cloud.cluster.Contention;
import java.util.Optional;

/** A machine with cores of equal speed. */
public final class Host extends NetPoint {
    private final double flopsPerSecond;
    private final int cores;
    private final Optional<Contention> contention;

    int number;

    private Host(String name, Zone zone, double flopsPerSecond, int cores, Optional<Contention> contention) {
        super(name, Optional.of(zone));
        this.flopsPerSecond = flopsPerSecond;
        this.cores = cores;
        this.contention = contention;
    }

    /** @param flopsPerSecond speed of one core */
    public static Host of(String name, Zone zone, double flopsPerSecond, int cores) {
        return of(name, zone, flopsPerSecond, cores, Optional.empty());
    }

    /** @param contention what tasks that run at once take away from all cores together */
    public static Host of(String name, Zone zone, double flopsPerSecond, int cores, Optional<Contention> contention) {
        if (!(flopsPerSecond > 0 && flopsPerSecond < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "host " + name + ": speed is " + flopsPerSecond + " flop/s, it must be positive and finite");
        }
        if (cores < 1) {
            throw new IllegalArgumentException("host " + name + ": " + cores + " cores, it must be at least 1");
        }
        Host host = new Host(name, zone, flopsPerSecond, cores, contention);
        zone.register(host);
        return host;
    }

    /** Speed of one core. */
    public double flopsPerSecond() {
        return flopsPerSecond;
    }

    /** Place among the hosts of its platform, from zero. */
    public int number() {
        return number;
    }

    public int cores() {
        return cores;
    }

    /** Speed that each of so many tasks, at least one, has when all cores are there for them: at most that of one core. */
    public double flopsPerSecond(int tasks) {
        if (contention.isEmpty()) {
            return tasks <= cores ? flopsPerSecond : flopsPerSecond * ((double) cores / tasks);
        }
        try {
            return Math.min(flopsPerSecond, flopsPerSecond * contention.get().leftFraction(tasks) * cores / tasks);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("host " + name() + ": " + e.getMessage(), e);
        }
    }
}
