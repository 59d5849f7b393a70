package clock2cloud.cluster.network;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Reads SimGrid platform files, version 4 and 4.1: hosts, routers, links, routes and zones with Full, Floyd, Dijkstra, Star
 * and Cluster routing, and the {@code <cluster>} shortcut (SimGrid manual, "Describing the simulated platform").
 *
 * <p>Leaves out, and refuses by name: availability profiles, disks, peers, cabinets, coordinates, bypass routes, Wi-Fi,
 * Vivaldi routing.
 */
public final class PlatformXml {
    private static final String HANDLED =
            "platform, config, zone, host, router, link, route, zoneRoute, link_ctn, cluster, host_link, backbone, prop";

    private final XmlElements xml;
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Map<String, NetPoint> points = new HashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Deque<Zone> zones = new ArrayDeque<>();
    private final Map<Zone, Hub> hubs = new HashMap<>();
    private final List<Link> way = new ArrayList<>();
    private final List<Link> wayBack = new ArrayList<>();
    private Optional<Zone> outermost = Optional.empty();
    private boolean inConfig;
    private final ClusterShortcut clusters;

    /** What a zone with Cluster routing collects until it closes. */
    private static final class Hub {
        private final Map<NetPoint, List<String>> cables = new LinkedHashMap<>();
        private Optional<Link> backbone = Optional.empty();
    }

    private PlatformXml(InputStream input, String file) {
        this.xml = new XmlElements(input, file);
        this.clusters = new ClusterShortcut(xml, this::named, this::addLink, this::addPoint);
    }

    /** @param file name of the file, for messages */
    public static Platform read(InputStream input, String file) {
        return new PlatformXml(input, file).read();
    }

    private Platform read() {
        while (xml.next()) {
            if (xml.isStart()) {
                at(this::start);
            } else {
                at(this::end);
            }
        }
        Zone zone = outermost.orElseThrow(() -> xml.wrong("the platform has no zone"));
        return at(() -> new Platform(zone, links.values(), settings));
    }

    /** Adds the place to whatever is wrong. */
    private <T> T at(java.util.function.Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw message.startsWith(xml.where()) ? e : new IllegalArgumentException(xml.where() + ": " + message, e);
        }
    }

    private void at(Runnable step) {
        at(() -> {
            step.run();
            return step;
        });
    }

    private void start() {
        switch (xml.name()) {
            case "platform" -> version();
            case "config" -> inConfig = true;
            case "prop" -> property();
            case "zone", "AS" -> zone();
            case "host" -> host();
            case "router" -> router();
            case "link" -> link();
            case "link_ctn" -> hop();
            case "route", "zoneRoute", "ASroute" -> wayStarts();
            case "cluster" -> clusters.build(outer());
            case "host_link" -> hostLink();
            case "backbone" -> backbone();
            default -> throw xml.wrong("<" + xml.name() + "> is not supported; supported elements are " + HANDLED);
        }
    }

    private void end() {
        switch (xml.name()) {
            case "config" -> inConfig = false;
            case "zone", "AS" -> closeZone();
            default -> {}
        }
    }

    private void version() {
        xml.allow("version");
        String version = xml.required("version");
        if (!version.startsWith("4")) {
            throw xml.wrong("platform version " + version + " is not supported; right would be 4 or 4.1");
        }
    }

    private void property() {
        if (inConfig) {
            String key = xml.required("id");
            String value = xml.required("value");
            NetworkModel unused = NetworkModel.RAW.with(key, value);
            settings.put(key, value);
        }
    }

    private Optional<Zone> outer() {
        return Optional.ofNullable(zones.peek());
    }

    private void named(Zone zone) {
        addPoint(zone);
        if (zone.zone().isEmpty()) {
            if (outermost.isPresent()) {
                throw xml.wrong("zone " + zone.name() + " stands beside "
                        + outermost.get().name() + "; one zone must hold all others");
            }
            outermost = Optional.of(zone);
        }
    }

    private void zone() {
        xml.allow("id", "routing");
        String name = xml.required("id");
        Zone zone =
                switch (xml.required("routing")) {
                    case "Full", "None" -> new FullZone(name, outer());
                    case "Floyd" -> new FloydZone(name, outer());
                    case "Dijkstra", "DijkstraCache" -> new GraphZone(name, outer());
                    case "Star", "Cluster" -> new StarZone(name, outer());
                    default ->
                        throw xml.wrong(
                                "routing=\"" + xml.required("routing")
                                        + "\" is not supported; supported are Full, None, Floyd, Dijkstra, DijkstraCache, Star, Cluster");
                };
        if ("Cluster".equals(xml.required("routing"))) {
            hubs.put(zone, new Hub());
        }
        named(zone);
        zones.push(zone);
    }

    private void closeZone() {
        Zone zone = zones.pop();
        Hub hub = hubs.get(zone);
        if (hub != null && zone instanceof StarZone star) {
            hub.cables.forEach((host, cable) -> {
                List<Link> up = new ArrayList<>(List.of(linkNamed(cable.get(0))));
                List<Link> down = new ArrayList<>(List.of(linkNamed(cable.get(1))));
                hub.backbone.ifPresent(up::add);
                hub.backbone.ifPresent(backbone -> down.add(0, backbone));
                star.connect(host, host, up, down);
            });
        }
    }

    private Zone here() {
        return outer().orElseThrow(() -> xml.wrong("<" + xml.name() + "> must stand in a <zone>"));
    }

    private void host() {
        xml.allow("id", "speed", "core", "pstate");
        String[] speeds = xml.required("speed").split(",", -1);
        int state = ClusterShortcut.whole(xml, "pstate", xml.optional("pstate").orElse("0"));
        if (state < 0 || state >= speeds.length) {
            throw xml.wrong("pstate=\"" + state + "\": the host has the speeds 0 to " + (speeds.length - 1));
        }
        String speed = speeds[state];
        double flopsPerSecond = value("speed", speed, SimGridUnits::flopsPerSecond);
        int cores = ClusterShortcut.whole(xml, "core", xml.optional("core").orElse("1"));
        addPoint(Host.of(xml.required("id"), here(), flopsPerSecond, cores));
    }

    private void router() {
        xml.allow("id");
        addPoint(NetPoint.router(xml.required("id"), here()));
    }

    private void addPoint(NetPoint point) {
        if (points.put(point.name(), point) != null) {
            throw xml.wrong("the name " + point.name() + " is used twice");
        }
    }

    private void addLink(Link link) {
        if (links.put(link.name(), link) != null) {
            throw xml.wrong("the link " + link.name() + " is declared twice");
        }
    }

    private void link() {
        xml.allow("id", "bandwidth", "latency", "sharing_policy");
        String policy = xml.word("sharing_policy", "SHARED", "SPLITDUPLEX", "FULLDUPLEX", "FATPIPE");
        cable(xml.required("id"), policy);
    }

    private void backbone() {
        xml.allow("id", "bandwidth", "latency");
        cable(xml.required("id"), "SHARED");
        hub().backbone = Optional.of(linkNamed(xml.required("id")));
    }

    private void cable(String name, String policy) {
        double bandwidth = value("bandwidth", xml.required("bandwidth"), SimGridUnits::bytesPerSecond);
        double latency = value("latency", xml.optional("latency").orElse("0"), SimGridUnits::seconds);
        switch (policy) {
            case "SHARED" -> addLink(new Link(name, bandwidth, latency, Link.Sharing.SHARED));
            case "FATPIPE" -> addLink(new Link(name, bandwidth, latency, Link.Sharing.FATPIPE));
            default -> {
                addLink(new Link(name + "_UP", bandwidth, latency, Link.Sharing.SHARED));
                addLink(new Link(name + "_DOWN", bandwidth, latency, Link.Sharing.SHARED));
            }
        }
    }

    private double value(String attribute, String text, ToDoubleFunction<String> unit) {
        try {
            return unit.applyAsDouble(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(xml.where() + ": " + attribute + ": " + e.getMessage(), e);
        }
    }

    private Hub hub() {
        Hub hub = hubs.get(here());
        if (hub == null) {
            throw xml.wrong("<" + xml.name() + "> must stand in a zone with routing=\"Cluster\"");
        }
        return hub;
    }

    private void hostLink() {
        xml.allow("id", "up", "down");
        hub().cables.put(point(xml.required("id")), List.of(xml.required("up"), xml.required("down")));
    }

    private Link linkNamed(String name) {
        Link link = links.get(name);
        if (link == null) {
            throw xml.wrong("no link is named '" + name + "'");
        }
        return link;
    }

    private NetPoint point(String name) {
        NetPoint point = points.get(name);
        if (point == null) {
            throw xml.wrong("no host, router or zone is named '" + name + "'");
        }
        return point;
    }

    private void hop() {
        xml.allow("id", "direction");
        String name = xml.required("id");
        String direction = xml.word("direction", "NONE", "UP", "DOWN");
        if ("NONE".equals(direction)) {
            if (links.containsKey(name + "_UP") && !links.containsKey(name)) {
                throw xml.wrong("link " + name + " is split-duplex: link_ctn needs direction=\"UP\" or \"DOWN\"");
            }
            way.add(linkNamed(name));
            wayBack.add(linkNamed(name));
        } else {
            way.add(linkNamed(name + "_" + direction));
            wayBack.add(linkNamed(name + ("UP".equals(direction) ? "_DOWN" : "_UP")));
        }
    }

    private void wayStarts() {
        way.clear();
        wayBack.clear();
        boolean zones = !"route".equals(xml.name());
        if (zones) {
            xml.allow("src", "dst", "gw_src", "gw_dst", "symmetrical");
        } else {
            xml.allow("src", "dst", "symmetrical");
        }
        Zone zone = here();
        String from = zone instanceof StarZone ? xml.optional("src").orElse("") : xml.required("src");
        String to = zone instanceof StarZone ? xml.optional("dst").orElse("") : xml.required("dst");
        boolean both = "YES".equalsIgnoreCase(xml.word("symmetrical", "YES", "NO", "yes", "no"));
        Function<String, String> gateway = key ->
                xml.optional("gw_" + key).orElseGet(() -> xml.optional(key).orElse(""));
        String entry = gateway.apply("src");
        String exit = gateway.apply("dst");
        collectWay();
        RouteEnds ends = new RouteEnds(zone, from, to, entry, exit, both);
        declare(ends);
    }

    private record RouteEnds(Zone zone, String from, String to, String entry, String exit, boolean both) {}

    private void collectWay() {
        while (xml.next() && xml.isStart()) {
            if (!"link_ctn".equals(xml.name())) {
                throw xml.wrong("<" + xml.name() + "> is not supported in a route; supported is link_ctn");
            }
            hop();
            xml.next();
        }
    }

    private void declare(RouteEnds ends) {
        List<Link> back = new ArrayList<>(wayBack);
        Collections.reverse(back);
        if (ends.zone instanceof StarZone star) {
            spoke(star, ends, back);
            return;
        }
        Zone.Leg there = new Zone.Leg(member(point(ends.entry)), member(point(ends.exit)), List.copyOf(way));
        NetPoint from = point(ends.from);
        NetPoint to = point(ends.to);
        require(ends.zone, from);
        require(ends.zone, to);
        if (way.isEmpty()) {
            throw xml.wrong("the route from " + from + " to " + to + " has no link");
        }
        ends.zone.declare(from, to, there, ends.both ? Optional.of(there.reversed(back)) : Optional.empty());
    }

    private NetPoint member(NetPoint point) {
        if (point instanceof Zone) {
            throw xml.wrong(
                    point + " is a zone: the route needs gw_src and gw_dst, the hosts or routers where it enters");
        }
        return point;
    }

    private void require(Zone zone, NetPoint point) {
        if (point.zone().isEmpty() || point.zone().get() != zone) {
            throw xml.wrong(point + " is not a member of zone " + zone);
        }
    }

    private void spoke(StarZone star, RouteEnds ends, List<Link> back) {
        if (ends.from.equals(ends.to)) {
            star.loopBack(point(ends.from), way);
        } else if (ends.to.isEmpty()) {
            NetPoint member = point(ends.from);
            require(star, member);
            star.connectUp(member, member(point(ends.entry)), List.copyOf(way));
            if (ends.both) {
                star.connectDown(member, point(ends.entry), back);
            }
        } else if (ends.from.isEmpty() && !ends.both) {
            NetPoint member = point(ends.to);
            require(star, member);
            star.connectDown(member, member(point(ends.exit)), List.copyOf(way));
        } else {
            throw xml.wrong("in a Star zone a route has a src or a dst, not both;"
                    + " with a dst only it must say symmetrical=\"NO\"");
        }
    }
}
