package clock2cloud.cluster.topology;

import clock2cloud.cluster.network.Platform;
import clock2cloud.cluster.network.StarZone;
import java.util.Map;
import java.util.Optional;

/** Hosts n0, n1, … each with a full-duplex cable to one switch that never blocks. */
public record Star(
        int hosts, double flopsPerSecond, Optional<Integer> cores, double bytesPerSecond, double latencySeconds) {
    public Star {
        Machines.require(hosts >= 1, "a star of " + hosts + " hosts: it needs at least 1");
        Machines.requireFit(hosts);
        Machines.requireSound(flopsPerSecond, cores, bytesPerSecond, latencySeconds);
    }

    public Platform platform() {
        Cables cables = new Cables();
        StarZone zone = new StarZone("star", Optional.empty());
        new Machines(flopsPerSecond, cores, bytesPerSecond, latencySeconds).hang(zone, 0, hosts, cables);
        return new Platform(zone, cables.links(), Map.of());
    }
}
