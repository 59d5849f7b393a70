package clock2cloud.cluster.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Machines and the network between them. */
public final class Platform {
    private final Zone outermost;
    private final Map<String, Host> hosts = new LinkedHashMap<>();
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Map<String, String> settings = new TreeMap<>();

    /** @param links all links */
    public Platform(Zone outermost, Collection<Link> links, Map<String, String> settings) {
        this.outermost = outermost;
        collect(outermost);
        for (Link link : links) {
            link.number = this.links.size();
            if (this.links.put(link.name(), link) != null) {
                throw new IllegalArgumentException("two links are named " + link.name());
            }
        }
        this.settings.putAll(settings);
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("the platform has no host");
        }
    }

    private void collect(Zone zone) {
        for (NetPoint member : zone.members()) {
            if (member instanceof Zone inner) {
                collect(inner);
            } else if (member instanceof Host host) {
                host.number = hosts.size();
                if (hosts.put(host.name(), host) != null) {
                    throw new IllegalArgumentException("two hosts are named " + host.name());
                }
            }
        }
    }

    public List<Host> hosts() {
        return List.copyOf(hosts.values());
    }

    public Collection<Link> links() {
        return links.values();
    }

    /** Settings of the network model that came with the platform. */
    public Map<String, String> settings() {
        return settings;
    }

    /** This platform with settings of the network model. */
    public Platform withSettings(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(settings);
        all.putAll(more);
        return new Platform(outermost, links.values(), all);
    }

    public Host host(String name) {
        Host host = hosts.get(name);
        if (host == null) {
            throw new IllegalArgumentException("no host is named '" + name + "'; the platform has "
                    + hosts.keySet().stream().limit(5).toList() + (hosts.size() > 5 ? " and others" : ""));
        }
        return host;
    }

    /** The hosts of these names, in this order; at least one. */
    public List<Host> hosts(List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("the list of hosts is empty; left out, it means all");
        }
        return names.stream().map(this::host).toList();
    }

    /** Both directions of the cable, or the link, of that name. */
    public List<Link> cable(String name) {
        List<Link> cable = new ArrayList<>();
        for (String suffix : List.of("", "_UP", "_DOWN")) {
            Optional.ofNullable(links.get(name + suffix)).ifPresent(cable::add);
        }
        if (cable.isEmpty()) {
            throw new IllegalArgumentException("no link is named '" + name + "'");
        }
        return cable;
    }

    /** The route from one host to another; without links from a host to itself when none is declared. */
    public Route route(Host from, Host to) {
        List<Link> way = new ArrayList<>();
        walk(from, to, way);
        return Route.of(way);
    }

    static void walk(NetPoint from, NetPoint to, List<Link> way) {
        if (from != to && from.zone().equals(to.zone()) && from.zone().isPresent()) {
            way.addAll(leg(from.zone().get(), from, to).links());
            return;
        }
        List<Zone> above = ancestors(from);
        List<Zone> aboveTo = ancestors(to);
        int common = 0;
        while (common < Math.min(above.size(), aboveTo.size()) && above.get(common) == aboveTo.get(common)) {
            common++;
        }
        Zone zone = above.get(common - 1);
        NetPoint source = common < above.size() ? above.get(common) : from;
        NetPoint target = common < aboveTo.size() ? aboveTo.get(common) : to;
        if (source == target && source instanceof Host) {
            way.addAll(zone.leg(source, target).map(Zone.Leg::links).orElse(List.of()));
            return;
        }
        Zone.Leg leg = leg(zone, source, target);
        if (leg.entry() != from) {
            walk(from, leg.entry(), way);
        }
        way.addAll(leg.links());
        if (leg.exit() != to) {
            walk(leg.exit(), to, way);
        }
    }

    private static Zone.Leg leg(Zone zone, NetPoint from, NetPoint to) {
        return zone.leg(from, to)
                .orElseThrow(() -> new IllegalArgumentException("no route leads from " + from + " to " + to));
    }

    private static List<Zone> ancestors(NetPoint point) {
        List<Zone> above = new ArrayList<>();
        for (Optional<Zone> zone = point.zone();
                zone.isPresent();
                zone = zone.get().zone()) {
            above.add(0, zone.get());
        }
        return above;
    }
}
