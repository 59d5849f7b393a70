package clock2cloud.cluster.topology;

import clock2cloud.cluster.network.Host;
import clock2cloud.cluster.network.StarZone;
import clock2cloud.cluster.network.Zone;
import java.util.List;
import java.util.Optional;

/** Equal machines: what one is, and how it hangs on its switch. */
record Machines(double flopsPerSecond, Optional<Integer> cores, double bytesPerSecond, double latencySeconds) {
    static final String PREFIX = "n";

    /** More would not fit into the memory of any machine that runs this. */
    static final long MOST = 2_000_000;

    Host host(int number, Zone zone) {
        return Host.of(PREFIX + number, zone, flopsPerSecond, cores.orElse(1));
    }

    /** Adds hosts to a star. */
    void hang(StarZone zone, int first, int count, Cables cables) {
        for (int number = first; number < first + count; number++) {
            Host host = host(number, zone);
            Cables.Cable cable = cables.lay(host.name() + "-cable", bytesPerSecond, latencySeconds);
            zone.connect(host, host, List.of(cable.up()), List.of(cable.down()));
        }
    }

    static void requireFit(long hosts) {
        require(hosts <= MOST, "a platform of " + hosts + " hosts: at most " + MOST + " are simulated");
    }

    /** What every host and its cable need; said here, where the reader of a file still knows the place. */
    static void requireSound(
            double flopsPerSecond, Optional<Integer> cores, double bytesPerSecond, double latencySeconds) {
        requirePositive("flopsPerSecond", flopsPerSecond);
        require(cores.orElse(1) >= 1, "cores is " + cores.orElse(1) + ", it must be at least 1");
        requirePositive("bytesPerSecond", bytesPerSecond);
        requireLatency("latencySeconds", latencySeconds);
    }

    static void requirePositive(String what, double value) {
        require(
                value > 0 && value < Double.POSITIVE_INFINITY,
                what + " is " + value + ", it must be positive and finite");
    }

    static void requireLatency(String what, double value) {
        require(
                value >= 0 && value < Double.POSITIVE_INFINITY,
                what + " is " + value + ", it must be zero or more and finite");
    }

    static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
