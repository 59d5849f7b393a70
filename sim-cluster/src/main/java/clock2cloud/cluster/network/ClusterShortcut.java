package clock2cloud.cluster.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** SimGrid's {@code <cluster>}: equal hosts, each with a cable of its own, perhaps a backbone. */
final class ClusterShortcut {
    private static final int MOST = 2_000_000;

    private static final List<String> COMMON = List.of(
            "id",
            "prefix",
            "suffix",
            "radical",
            "speed",
            "core",
            "bw",
            "lat",
            "sharing_policy",
            "topology",
            "loopback_bw",
            "loopback_lat");

    private final XmlElements xml;
    private final Consumer<Zone> zones;
    private final Consumer<Link> links;
    private final Consumer<NetPoint> points;
    private final FabricShortcut.Counts counts = new FabricShortcut.Counts();

    ClusterShortcut(XmlElements xml, Consumer<Zone> zones, Consumer<Link> links, Consumer<NetPoint> points) {
        this.xml = xml;
        this.zones = zones;
        this.links = links;
        this.points = points;
    }

    void build(Optional<Zone> outer) {
        String topology = xml.word("topology", "FLAT", "TORUS", "FAT_TREE", "DRAGONFLY");
        if ("FLAT".equals(topology)) {
            star(outer);
        } else {
            new FabricShortcut(xml, zones, links, points, counts).build(topology, outer);
        }
    }

    /** What every cluster may say, and what this kind of one says besides. */
    static String[] attributes(String... more) {
        return Stream.concat(COMMON.stream(), Stream.of(more)).toArray(String[]::new);
    }

    private void star(Optional<Zone> outer) {
        xml.allow(attributes("bb_bw", "bb_lat", "bb_sharing_policy", "router_id", "limiter_link"));
        StarZone zone = new StarZone(xml.required("id"), outer);
        zones.accept(zone);
        Optional<Link> backbone = backbone(zone);
        for (int number : numbers(xml, xml.required("radical"))) {
            connect(zone, number, backbone);
        }
        String router = xml.optional("router_id")
                .orElse(xml.required("prefix") + zone.name() + "_router" + xml.required("suffix"));
        points.accept(NetPoint.router(router, zone));
    }

    private Optional<Link> backbone(Zone zone) {
        Optional<Double> bandwidth = value(xml, "bb_bw", SimGridUnits::bytesPerSecond);
        Link.Sharing sharing = Link.Sharing.valueOf(xml.word("bb_sharing_policy", "SHARED", "FATPIPE"));
        return bandwidth.map(bytesPerSecond -> added(new Link(
                zone.name() + "_backbone",
                bytesPerSecond,
                value(xml, "bb_lat", SimGridUnits::seconds).orElse(0.0),
                sharing)));
    }

    private void connect(StarZone zone, int number, Optional<Link> backbone) {
        Host host = host(xml, zone, number);
        points.accept(host);
        String cable = zone.name() + "_link_" + number;
        String policy = xml.word("sharing_policy", "SPLITDUPLEX", "FULLDUPLEX", "SHARED", "FATPIPE");
        boolean split = policy.endsWith("DUPLEX");
        Link up = cable(split ? cable + "_UP" : cable);
        Link down = split ? cable(cable + "_DOWN") : up;
        List<Link> there = new ArrayList<>();
        List<Link> back = new ArrayList<>();
        value(xml, "limiter_link", SimGridUnits::bytesPerSecond).ifPresent(bandwidth -> {
            there.add(added(new Link(cable + "_limiter", bandwidth, 0, Link.Sharing.SHARED)));
            back.addAll(there);
        });
        there.add(up);
        back.add(0, down);
        backbone.ifPresent(there::add);
        backbone.ifPresent(link -> back.add(0, link));
        zone.connect(host, host, there, back);
        value(xml, "loopback_bw", SimGridUnits::bytesPerSecond).ifPresent(bandwidth -> {
            double latency = value(xml, "loopback_lat", SimGridUnits::seconds).orElse(0.0);
            zone.loopBack(
                    host, List.of(added(new Link(cable + "_loopback", bandwidth, latency, Link.Sharing.FATPIPE))));
        });
    }

    static Host host(XmlElements xml, Zone zone, int number) {
        String name = xml.required("prefix") + number + xml.required("suffix");
        double speed = needed(xml, "speed", text -> SimGridUnits.flopsPerSecond(text.split(",", -1)[0]));
        int cores = whole(xml, "core", xml.optional("core").orElse("1"));
        return Host.of(name, zone, speed, cores);
    }

    /** A shared link, whatever the policy says: SimGrid 3.32 has no fat pipes there either. */
    private Link cable(String name) {
        return added(new Link(
                name,
                needed(xml, "bw", SimGridUnits::bytesPerSecond),
                needed(xml, "lat", SimGridUnits::seconds),
                Link.Sharing.SHARED));
    }

    private Link added(Link link) {
        links.accept(link);
        return link;
    }

    /** {@code 0-3,7} is 0, 1, 2, 3, 7. */
    static List<Integer> numbers(XmlElements xml, String radical) {
        List<Integer> numbers = new ArrayList<>();
        for (String group : radical.split(",", -1)) {
            String[] ends = group.strip().split("-", -1);
            int first = whole(xml, "radical", ends[0]);
            int last = whole(xml, "radical", ends[ends.length - 1]);
            if (ends.length > 2 || last < first) {
                throw xml.wrong("radical=\"" + radical + "\": '" + group + "' is no range; right would be 0-3,7");
            }
            requireFit(numbers.size() + (long) last - first + 1, "radical");
            for (int number = first; number <= last; number++) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** More would not fit into the memory of any machine that runs this. */
    static void requireFit(long count, String attribute) {
        if (count > MOST) {
            throw new IllegalArgumentException(
                    attribute + ": " + count + " of a kind, at most " + MOST + " are simulated");
        }
    }

    /** An attribute with a unit, named in what is said when it is wrong; absent when it is. */
    static Optional<Double> value(XmlElements xml, String attribute, ToDoubleFunction<String> unit) {
        try {
            return xml.optional(attribute).map(unit::applyAsDouble);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(xml.where() + ": " + attribute + ": " + e.getMessage(), e);
        }
    }

    static double needed(XmlElements xml, String attribute, ToDoubleFunction<String> unit) {
        return value(xml, attribute, unit).orElseThrow(() -> xml.wrong("<cluster> needs the attribute " + attribute));
    }

    static int whole(XmlElements xml, String attribute, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    xml.where() + ": " + attribute + "=\"" + text + "\" must be a whole number", e);
        }
    }
}
