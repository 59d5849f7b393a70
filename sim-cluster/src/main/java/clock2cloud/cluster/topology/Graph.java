package clock2cloud.cluster.topology;

import clock2cloud.cluster.Contention;
import clock2cloud.cluster.network.GraphZone;
import clock2cloud.cluster.network.Host;
import clock2cloud.cluster.network.Link;
import clock2cloud.cluster.network.NetPoint;
import clock2cloud.cluster.network.Platform;
import clock2cloud.cluster.network.Zone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Any hosts, routers and cables; routes are the shortest paths in cables, of equal ones that which was declared first. */
public record Graph(List<Machine> hosts, Optional<List<String>> routers, List<Edge> links) {
    /** How the directions of a cable, and its flows, share its bandwidth. */
    public enum Sharing {
        /** Each direction has the bandwidth; the default. */
        SPLITDUPLEX,
        /** Both directions share the bandwidth. */
        SHARED,
        /** Every flow has the bandwidth. */
        FATPIPE
    }

    /** A host. */
    public record Machine(
            String name,
            double flopsPerSecond,
            Optional<Integer> cores,
            Optional<Double> lossPerTask,
            Optional<List<Double>> flopsPerSecondByTasks) {
        public Machine {
            Machines.requirePositive("host " + name + ": flopsPerSecond", flopsPerSecond);
            Machines.require(
                    cores.orElse(1) >= 1, "host " + name + ": cores is " + cores.orElse(1) + ", it must be at least 1");
        }

        private Host host(Zone zone) {
            Optional<Contention> contention =
                    contention("host " + name, lossPerTask, flopsPerSecondByTasks, flopsPerSecond * cores.orElse(1));
            return Host.of(name, zone, flopsPerSecond, cores.orElse(1), contention);
        }
    }

    /** A cable between two of the hosts and routers. */
    public record Edge(
            String name,
            String from,
            String to,
            double bytesPerSecond,
            double latencySeconds,
            Optional<Sharing> sharing,
            Optional<Double> lossPerFlow,
            Optional<List<Double>> bytesPerSecondByFlows) {
        public Edge {
            Machines.requirePositive("link " + name + ": bytesPerSecond", bytesPerSecond);
            Machines.requireLatency("link " + name + ": latencySeconds", latencySeconds);
        }

        private Cables.Cable lay(Cables cables) {
            Optional<Contention> contention =
                    contention("link " + name, lossPerFlow, bytesPerSecondByFlows, bytesPerSecond);
            Sharing shared = sharing.orElse(Sharing.SPLITDUPLEX);
            if (shared == Sharing.SPLITDUPLEX) {
                return cables.lay(name, bytesPerSecond, latencySeconds, contention);
            }
            Link link = cables.lay(
                    new Link(name, bytesPerSecond, latencySeconds, Link.Sharing.valueOf(shared.name()), contention));
            return new Cables.Cable(link, link);
        }
    }

    public Graph {
        hosts = List.copyOf(hosts);
        links = List.copyOf(links);
    }

    public Platform platform() {
        GraphZone zone = new GraphZone("graph", Optional.empty());
        Map<String, NetPoint> points = new HashMap<>();
        hosts.forEach(host -> put(points, host.host(zone)));
        routers.orElse(List.of()).forEach(name -> put(points, NetPoint.router(name, zone)));
        Cables cables = new Cables();
        Map<Set<String>, String> joined = new HashMap<>();
        for (Edge edge : links) {
            NetPoint from = point(points, edge.from, edge);
            NetPoint to = point(points, edge.to, edge);
            Machines.require(from != to, "link " + edge.name + ": joins " + edge.from + " to itself");
            String other = joined.putIfAbsent(Set.of(edge.from, edge.to), edge.name);
            Machines.require(
                    other == null,
                    "link " + edge.name + ": " + edge.from + " and " + edge.to + " are joined by " + other);
            Cables.Cable cable = edge.lay(cables);
            Zone.Leg back = new Zone.Leg(to, from, List.of(cable.down()));
            zone.declare(from, to, new Zone.Leg(from, to, List.of(cable.up())), Optional.of(back));
        }
        return new Platform(zone, cables.links(), Map.of());
    }

    private static Optional<Contention> contention(
            String whose, Optional<Double> loss, Optional<List<Double>> measured, double most) {
        Machines.require(
                loss.isEmpty() || measured.isEmpty(), whose + ": a loss and measured capacities exclude each other");
        try {
            Optional<Contention> law = loss.map(Contention.Loss::new);
            return law.isPresent() ? law : measured.map(list -> Contention.Measured.of(most, list));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(whose + ": " + e.getMessage(), e);
        }
    }

    private static void put(Map<String, NetPoint> points, NetPoint point) {
        Machines.require(points.put(point.name(), point) == null, "the name " + point.name() + " is used twice");
    }

    private static NetPoint point(Map<String, NetPoint> points, String name, Edge edge) {
        NetPoint point = points.get(name);
        if (point == null) {
            throw new IllegalArgumentException("link " + edge.name + ": no host or router is named '" + name + "'");
        }
        return point;
    }
}
