package clock2cloud.cluster.network;

import java.util.Optional;

/** A machine with cores of equal speed. */
public final class Host extends NetPoint {
    private final double flopsPerSecond;
    private final int cores;

    int number;

    private Host(String name, Zone zone, double flopsPerSecond, int cores) {
        super(name, Optional.of(zone));
        this.flopsPerSecond = flopsPerSecond;
        this.cores = cores;
    }

    /** @param flopsPerSecond speed of one core */
    public static Host of(String name, Zone zone, double flopsPerSecond, int cores) {
        if (!(flopsPerSecond > 0 && flopsPerSecond < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "host " + name + ": speed is " + flopsPerSecond + " flop/s, it must be positive and finite");
        }
        if (cores < 1) {
            throw new IllegalArgumentException("host " + name + ": " + cores + " cores, it must be at least 1");
        }
        Host host = new Host(name, zone, flopsPerSecond, cores);
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
}
