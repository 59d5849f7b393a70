package clock2cloud.cluster.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The links, hosts, routers and zones of a platform file by their names. */
final class PlatformNames {
    private final XmlElements xml;
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Map<String, NetPoint> points = new HashMap<>();

    PlatformNames(XmlElements xml) {
        this.xml = xml;
    }

    void add(NetPoint point) {
        if (points.put(point.name(), point) != null) {
            throw xml.wrong("the name " + point.name() + " is used twice");
        }
    }

    void add(Link link) {
        if (links.put(link.name(), link) != null) {
            throw xml.wrong("the link " + link.name() + " is declared twice");
        }
    }

    /** Adds the link, or both directions of the cable, that the element describes. */
    void addCable(String name, String policy) {
        double bandwidth = value("bandwidth", xml.required("bandwidth"), SimGridUnits::bytesPerSecond);
        double latency = value("latency", xml.optional("latency").orElse("0"), SimGridUnits::seconds);
        switch (policy) {
            case "SHARED" -> add(new Link(name, bandwidth, latency, Link.Sharing.SHARED));
            case "FATPIPE" -> add(new Link(name, bandwidth, latency, Link.Sharing.FATPIPE));
            default -> {
                add(new Link(name + "_UP", bandwidth, latency, Link.Sharing.SHARED));
                add(new Link(name + "_DOWN", bandwidth, latency, Link.Sharing.SHARED));
            }
        }
    }

    /** An attribute with a unit, named in what is said when it is wrong. */
    double value(String attribute, String text, ToDoubleFunction<String> unit) {
        try {
            return unit.applyAsDouble(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(xml.where() + ": " + attribute + ": " + e.getMessage(), e);
        }
    }

    Collection<Link> links() {
        return links.values();
    }

    Link link(String name) {
        Link link = links.get(name);
        if (link == null) {
            throw xml.wrong("no link is named '" + name + "'");
        }
        return link;
    }

    /** The link that a route crosses there and the one that it crosses back. */
    List<Link> hop(String name, String direction) {
        if ("NONE".equals(direction)) {
            if (links.containsKey(name + "_UP") && !links.containsKey(name)) {
                throw xml.wrong("link " + name + " is split-duplex: link_ctn needs direction=\"UP\" or \"DOWN\"");
            }
            return List.of(link(name), link(name));
        }
        return List.of(link(name + "_" + direction), link(name + ("UP".equals(direction) ? "_DOWN" : "_UP")));
    }

    NetPoint point(String name) {
        NetPoint point = points.get(name);
        if (point == null) {
            throw xml.wrong("no host, router or zone is named '" + name + "'");
        }
        return point;
    }

    /** What is not a zone: a route enters a zone through one of its members. */
    NetPoint gateway(String name) {
        NetPoint point = point(name);
        if (point instanceof Zone) {
            throw xml.wrong(
                    point + " is a zone: the route needs gw_src and gw_dst, the hosts or routers where it enters");
        }
        return point;
    }

    NetPoint member(Zone zone, String name) {
        NetPoint point = point(name);
        if (point.zone().isEmpty() || point.zone().get() != zone) {
            throw xml.wrong(point + " is not a member of zone " + zone);
        }
        return point;
    }

    /** A zone with Cluster routing, while it is read: its hosts' cables, and perhaps a backbone. */
    final class Hub {
        private final Map<NetPoint, List<String>> cables = new LinkedHashMap<>();
        private final List<Link> backbone = new ArrayList<>(1);

        void hostLink() {
            xml.allow("id", "up", "down");
            cables.put(point(xml.required("id")), List.of(xml.required("up"), xml.required("down")));
        }

        void backbone() {
            xml.allow("id", "bandwidth", "latency");
            String name = xml.required("id");
            addCable(name, "SHARED");
            backbone.clear();
            backbone.add(link(name));
        }

        void connect(StarZone star) {
            cables.forEach((host, cable) -> {
                List<Link> up = new ArrayList<>(List.of(link(cable.get(0))));
                List<Link> down = new ArrayList<>(backbone);
                up.addAll(backbone);
                down.add(link(cable.get(1)));
                star.connect(host, host, up, down);
            });
        }
    }
}
