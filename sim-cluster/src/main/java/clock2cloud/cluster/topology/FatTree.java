package clock2cloud.cluster.topology;

import clock2cloud.cluster.network.Host;
import clock2cloud.cluster.network.Link;
import clock2cloud.cluster.network.NetPoint;
import clock2cloud.cluster.network.Platform;
import clock2cloud.cluster.network.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The k-ary fat tree of Al-Fares et al. (2008): k pods of k/2 edge and k/2 aggregation switches, (k/2)² core switches,
 * k³/4 hosts n0, n1, …, all cables equal and full duplex. The way up is chosen by the destination's number, so that
 * routes to one host meet early and routes to different hosts spread.
 */
public record FatTree(
        int pods, double flopsPerSecond, Optional<Integer> cores, double bytesPerSecond, double latencySeconds) {
    public FatTree {
        Machines.require(
                pods >= 2 && pods % 2 == 0 && pods <= 128,
                "a fat tree of " + pods + " pods: needs an even number, 2 to 128");
        Machines.requireSound(flopsPerSecond, cores, bytesPerSecond, latencySeconds);
    }

    public Platform platform() {
        Cables cables = new Cables();
        int half = pods / 2;
        Switches switches = new Switches(half);
        Machines machines = new Machines(flopsPerSecond, cores, bytesPerSecond, latencySeconds);
        for (int number = 0; number < pods * half * half; number++) {
            Host host = machines.host(number, switches);
            switches.numbers.put(host, number);
            switches.toEdge.add(cables.lay(host.name() + "-cable", bytesPerSecond, latencySeconds));
        }
        for (int pod = 0; pod < pods; pod++) {
            for (int i = 0; i < half * half; i++) {
                String at = "pod" + pod + "-" + i / half + "-" + i % half;
                switches.toAggregation.add(cables.lay(at + "-edge", bytesPerSecond, latencySeconds));
                switches.toCore.add(cables.lay(at + "-core", bytesPerSecond, latencySeconds));
            }
        }
        return new Platform(switches, cables.links(), Map.of());
    }

    private static final class Switches extends Zone {
        private final int half;
        private final Map<NetPoint, Integer> numbers = new HashMap<>();
        private final List<Cables.Cable> toEdge = new ArrayList<>();
        /** By pod, edge switch, aggregation switch. */
        private final List<Cables.Cable> toAggregation = new ArrayList<>();
        /** By pod, aggregation switch, core switch of its group. */
        private final List<Cables.Cable> toCore = new ArrayList<>();

        Switches(int half) {
            super("fatTree", Optional.empty());
            this.half = half;
        }

        @Override
        protected Optional<Leg> leg(NetPoint from, NetPoint to) {
            int source = numbers.getOrDefault(from, 0);
            int target = numbers.getOrDefault(to, 0);
            if (source == target) {
                return Optional.empty();
            }
            List<Link> up = new ArrayList<>(List.of(toEdge.get(source).up()));
            List<Link> down = new ArrayList<>(List.of(toEdge.get(target).down()));
            int edge = source / half;
            int targetEdge = target / half;
            int aggregation = target % half;
            if (edge != targetEdge) {
                up.add(toAggregation.get(edge * half + aggregation).up());
                down.add(0, toAggregation.get(targetEdge * half + aggregation).down());
            }
            int pod = edge / half;
            int targetPod = targetEdge / half;
            if (pod != targetPod) {
                int core = targetEdge % half;
                up.add(toCore.get((pod * half + aggregation) * half + core).up());
                down.add(
                        0,
                        toCore.get((targetPod * half + aggregation) * half + core)
                                .down());
            }
            up.addAll(down);
            return Optional.of(new Leg(from, to, up));
        }
    }
}
