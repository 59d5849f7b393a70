package clock2cloud.cluster.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A {@code <route>} or {@code <zoneRoute>} of a platform file: where it leads, and over which links there and back. */
final class RouteElement {
    private final XmlElements xml;
    private final PlatformNames names;
    private final Zone zone;
    private final boolean betweenZones;
    private final String source;
    private final String destination;
    private final String entry;
    private final String exit;
    private final boolean both;
    private final List<Link> way = new ArrayList<>();
    private final List<Link> back = new ArrayList<>();

    /** Reads the element that has just started, to its end. */
    RouteElement(XmlElements xml, PlatformNames names, Zone zone) {
        this.xml = xml;
        this.names = names;
        this.zone = zone;
        this.betweenZones = !"route".equals(xml.name());
        if (betweenZones) {
            xml.allow("src", "dst", "gw_src", "gw_dst", "symmetrical");
        } else {
            xml.allow("src", "dst", "symmetrical");
        }
        this.source = end("src");
        this.destination = end("dst");
        this.both = "YES".equalsIgnoreCase(xml.word("symmetrical", "YES", "NO", "yes", "no"));
        this.entry = xml.optional("gw_src").orElse(source);
        this.exit = xml.optional("gw_dst").orElse(destination);
        collect();
        Collections.reverse(back);
    }

    private String end(String attribute) {
        return zone instanceof StarZone ? xml.optional(attribute).orElse("") : xml.required(attribute);
    }

    private void collect() {
        while (xml.next() && xml.isStart()) {
            if (!"link_ctn".equals(xml.name())) {
                throw xml.wrong("<" + xml.name() + "> is not supported in a route; supported is link_ctn");
            }
            xml.allow("id", "direction");
            List<Link> hop = names.hop(xml.required("id"), xml.word("direction", "NONE", "UP", "DOWN"));
            way.add(hop.get(0));
            back.add(hop.get(1));
            xml.next();
        }
    }

    /** Hands the route to its zone. */
    void declare() {
        if (zone instanceof StarZone star) {
            spoke(star);
            return;
        }
        Zone.Leg there = new Zone.Leg(names.gateway(entry), names.gateway(exit), List.copyOf(way));
        NetPoint from = names.member(zone, source);
        NetPoint to = names.member(zone, destination);
        if (way.isEmpty()) {
            throw xml.wrong("the route from " + from + " to " + to + " has no link");
        }
        zone.declare(from, to, there, both ? Optional.of(there.reversed(back)) : Optional.empty());
    }

    private void spoke(StarZone star) {
        if (source.equals(destination)) {
            star.loopBack(names.point(source), way);
        } else if (destination.isEmpty()) {
            NetPoint member = names.member(star, source);
            star.connectUp(member, names.gateway(entry), List.copyOf(way));
            if (both) {
                star.connectDown(member, names.point(entry), back);
            }
        } else if (source.isEmpty() && !both) {
            NetPoint member = names.member(star, destination);
            star.connectDown(member, names.gateway(exit), List.copyOf(way));
        } else {
            throw xml.wrong("in a Star zone a route has a src or a dst, not both;"
                    + " with a dst only it must say symmetrical=\"NO\"");
        }
    }
}
