package clock2cloud.cluster.topology;

import clock2cloud.cluster.network.NetPoint;
import clock2cloud.cluster.network.Platform;
import clock2cloud.cluster.network.StarZone;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Racks of hosts n0, n1, …; each rack's switch has one full-duplex uplink to a core that never blocks. */
public record Tree(
        int racks,
        int hostsPerRack,
        double flopsPerSecond,
        Optional<Integer> cores,
        double bytesPerSecond,
        double latencySeconds,
        double uplinkBytesPerSecond,
        double uplinkLatencySeconds) {
    public Tree {
        Machines.require(
                racks >= 1 && hostsPerRack >= 1,
                "a tree of " + racks + " racks with " + hostsPerRack + " hosts each: both must be at least 1");
        Machines.requireFit((long) racks * hostsPerRack);
        Machines.requireSound(flopsPerSecond, cores, bytesPerSecond, latencySeconds);
        Machines.requirePositive("uplinkBytesPerSecond", uplinkBytesPerSecond);
        Machines.requireLatency("uplinkLatencySeconds", uplinkLatencySeconds);
    }

    public Platform platform() {
        Cables cables = new Cables();
        StarZone core = new StarZone("core", Optional.empty());
        Machines machines = new Machines(flopsPerSecond, cores, bytesPerSecond, latencySeconds);
        for (int rack = 0; rack < racks; rack++) {
            StarZone zone = new StarZone("rack" + rack, Optional.of(core));
            machines.hang(zone, rack * hostsPerRack, hostsPerRack, cables);
            NetPoint toR = NetPoint.router("switch" + rack, zone);
            Cables.Cable uplink = cables.lay("uplink" + rack, uplinkBytesPerSecond, uplinkLatencySeconds);
            core.connect(zone, toR, List.of(uplink.up()), List.of(uplink.down()));
        }
        return new Platform(core, cables.links(), Map.of());
    }
}
