package clock2cloud.cluster.topology;

import clock2cloud.cluster.network.FullZone;
import clock2cloud.cluster.network.NetPoint;
import clock2cloud.cluster.network.Platform;
import clock2cloud.cluster.network.StarZone;
import clock2cloud.cluster.network.Zone;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two stars, hosts n0, n1, … on the left and the following ones on the right, joined by one full-duplex bottleneck. */
public record Dumbbell(
        int left,
        int right,
        double flopsPerSecond,
        Optional<Integer> cores,
        double bytesPerSecond,
        double latencySeconds,
        double bottleneckBytesPerSecond,
        double bottleneckLatencySeconds) {
    public Dumbbell {
        Machines.require(
                left >= 1 && right >= 1,
                "a dumbbell of " + left + " and " + right + " hosts: each side needs at least 1");
        Machines.requireFit((long) left + right);
        Machines.requireSound(flopsPerSecond, cores, bytesPerSecond, latencySeconds);
        Machines.requirePositive("bottleneckBytesPerSecond", bottleneckBytesPerSecond);
        Machines.requireLatency("bottleneckLatencySeconds", bottleneckLatencySeconds);
    }

    public Platform platform() {
        Cables cables = new Cables();
        FullZone whole = new FullZone("dumbbell", Optional.empty());
        Machines machines = new Machines(flopsPerSecond, cores, bytesPerSecond, latencySeconds);
        StarZone one = new StarZone("left", Optional.of(whole));
        StarZone other = new StarZone("right", Optional.of(whole));
        machines.hang(one, 0, left, cables);
        machines.hang(other, left, right, cables);
        NetPoint from = NetPoint.router("switchLeft", one);
        NetPoint to = NetPoint.router("switchRight", other);
        Cables.Cable middle = cables.lay("bottleneck", bottleneckBytesPerSecond, bottleneckLatencySeconds);
        whole.declare(
                one,
                other,
                new Zone.Leg(from, to, List.of(middle.up())),
                Optional.of(new Zone.Leg(to, from, List.of(middle.down()))));
        return new Platform(whole, cables.links(), Map.of());
    }
}
