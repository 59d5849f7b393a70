package clock2cloud.cluster.network;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** SimGrid's {@code <cluster>} with a topology: torus, fat tree or dragonfly. Links have SimGrid's names. */
final class FabricShortcut {
    private final XmlElements xml;
    private final Consumer<Zone> zones;
    private final Consumer<Link> links;
    private final Consumer<NetPoint> points;
    private final Counts counts;

    /** What SimGrid counts through all clusters of a platform. */
    static final class Counts {
        private int fatTreeHosts;
        private int fatTreeCables;
        private int dragonflyCables;
    }

    FabricShortcut(
            XmlElements xml, Consumer<Zone> zones, Consumer<Link> links, Consumer<NetPoint> points, Counts counts) {
        this.xml = xml;
        this.zones = zones;
        this.links = links;
        this.points = points;
        this.counts = counts;
    }

    void build(String topology, Optional<Zone> outer) {
        switch (topology) {
            case "TORUS" -> torus(outer);
            case "FAT_TREE" -> fatTree(outer);
            default -> dragonfly(outer);
        }
    }

    private void torus(Optional<Zone> outer) {
        xml.allow(ClusterShortcut.attributes("topo_parameters", "limiter_link"));
        TorusZone zone = new TorusZone(xml.required("id"), outer, xml.required("topo_parameters"));
        fill(zone);
        ClusterShortcut.value(xml, "limiter_link", SimGridUnits::bytesPerSecond).ifPresent(bandwidth -> {
            for (int host = 0; host < zone.hosts(); host++) {
                String name = zone.name() + "_link_" + host + "_limiter";
                zone.limitNext(added(new Link(name, bandwidth, 0, Link.Sharing.SHARED)));
            }
        });
        zone.wire(this::cable);
    }

    private void fatTree(Optional<Zone> outer) {
        xml.allow(ClusterShortcut.attributes("topo_parameters"));
        FatTreeZone zone =
                new FatTreeZone(xml.required("id"), outer, xml.required("topo_parameters"), counts.fatTreeHosts);
        fill(zone);
        counts.fatTreeHosts += zone.hosts();
        zone.wire((name, strands) -> cable(name + "_" + counts.fatTreeCables++, strands));
    }

    private void dragonfly(Optional<Zone> outer) {
        xml.allow(ClusterShortcut.attributes("topo_parameters"));
        DragonflyZone zone = new DragonflyZone(xml.required("id"), outer, xml.required("topo_parameters"));
        fill(zone);
        zone.wire((name, strands) -> cable(name + "_" + counts.dragonflyCables++, strands));
    }

    private void fill(FabricZone zone) {
        zones.accept(zone);
        List<Integer> numbers = ClusterShortcut.numbers(xml, xml.required("radical"));
        if (numbers.size() != zone.hosts()) {
            throw xml.wrong("topo_parameters=\"" + xml.required("topo_parameters") + "\" wires " + zone.hosts()
                    + " hosts, radical=\"" + xml.required("radical") + "\" names " + numbers.size());
        }
        Optional<Double> loopback = ClusterShortcut.value(xml, "loopback_bw", SimGridUnits::bytesPerSecond);
        double latency = ClusterShortcut.value(xml, "loopback_lat", SimGridUnits::seconds)
                .orElse(0.0);
        for (int number : numbers) {
            Host host = ClusterShortcut.host(xml, zone, number);
            points.accept(host);
            String name = zone.name() + "_link_" + number + "_loopback";
            loopback.ifPresent(
                    bandwidth -> zone.loopBack(host, added(new Link(name, bandwidth, latency, Link.Sharing.FATPIPE))));
        }
    }

    private FabricZone.Cable cable(String name, int strands) {
        double bandwidth = ClusterShortcut.needed(xml, "bw", SimGridUnits::bytesPerSecond) * strands;
        double latency = ClusterShortcut.needed(xml, "lat", SimGridUnits::seconds);
        if (xml.word("sharing_policy", "SPLITDUPLEX", "SHARED").equals("SHARED")) {
            Link shared = added(new Link(name, bandwidth, latency, Link.Sharing.SHARED));
            return new FabricZone.Cable(shared, shared);
        }
        Link up = added(new Link(name + "_UP", bandwidth, latency, Link.Sharing.SHARED));
        return new FabricZone.Cable(up, added(new Link(name + "_DOWN", bandwidth, latency, Link.Sharing.SHARED)));
    }

    private Link added(Link link) {
        links.accept(link);
        return link;
    }
}
