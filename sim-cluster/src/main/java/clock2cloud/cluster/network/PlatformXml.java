package clock2cloud.cluster.network;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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
    private final PlatformNames names;
    private final ClusterShortcut clusters;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Deque<Zone> zones = new ArrayDeque<>();
    private final Map<Zone, PlatformNames.Hub> hubs = new HashMap<>();
    private Optional<Zone> outermost = Optional.empty();
    private boolean inConfig;

    private PlatformXml(InputStream input, String file) {
        this.xml = new XmlElements(input, file);
        this.names = new PlatformNames(xml);
        this.clusters = new ClusterShortcut(xml, this::named, names::add, names::add);
    }

    /** @param file name of the file, for messages */
    public static Platform read(InputStream input, String file) {
        return new PlatformXml(input, file).read();
    }

    /** Adds the place to whatever is wrong. */
    private Platform read() {
        try {
            while (xml.next()) {
                if (xml.isStart()) {
                    start();
                } else {
                    end();
                }
            }
            Zone zone = outermost.orElseThrow(() -> xml.wrong("the platform has no zone"));
            return new Platform(zone, names.links(), settings);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw message.startsWith(xml.where()) ? e : new IllegalArgumentException(xml.where() + ": " + message, e);
        }
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
            case "route", "zoneRoute", "ASroute" -> new RouteElement(xml, names, here()).declare();
            case "link_ctn" -> throw xml.wrong("<link_ctn> must stand in a route");
            case "cluster" -> clusters.build(outer());
            case "host_link" -> hub().hostLink();
            case "backbone" -> hub().backbone();
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
        names.add(zone);
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
            hubs.put(zone, names.new Hub());
        }
        named(zone);
        zones.push(zone);
    }

    private void closeZone() {
        Zone zone = zones.pop();
        PlatformNames.Hub hub = hubs.get(zone);
        if (hub != null && zone instanceof StarZone star) {
            hub.connect(star);
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
        double flopsPerSecond = names.value("speed", speed, SimGridUnits::flopsPerSecond);
        int cores = ClusterShortcut.whole(xml, "core", xml.optional("core").orElse("1"));
        names.add(Host.of(xml.required("id"), here(), flopsPerSecond, cores));
    }

    private void router() {
        xml.allow("id");
        names.add(NetPoint.router(xml.required("id"), here()));
    }

    private void link() {
        xml.allow("id", "bandwidth", "latency", "sharing_policy");
        String policy = xml.word("sharing_policy", "SHARED", "SPLITDUPLEX", "FULLDUPLEX", "FATPIPE");
        names.addCable(xml.required("id"), policy);
    }

    private PlatformNames.Hub hub() {
        PlatformNames.Hub hub = hubs.get(here());
        if (hub == null) {
            throw xml.wrong("<" + xml.name() + "> must stand in a zone with routing=\"Cluster\"");
        }
        return hub;
    }
}
