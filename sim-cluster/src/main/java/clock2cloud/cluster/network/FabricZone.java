package clock2cloud.cluster.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A zone whose hosts are wired by a rule, so that routes follow from the hosts' numbers alone. */
abstract class FabricZone extends Zone {
    private final Map<NetPoint, Link> loopbacks = new HashMap<>();

    protected FabricZone(String name, Optional<Zone> outer) {
        super(name, outer);
    }

    /** A cable: the same link twice when both directions share it. */
    record Cable(Link up, Link down) {}

    /** Makes the cables of a fabric. */
    @FunctionalInterface
    interface Cables {
        /** @param strands how many times the bandwidth of one cable */
        Cable cable(String name, int strands);
    }

    /** How many hosts the rule wires; no more and no fewer may be in the zone. */
    abstract int hosts();

    /** Puts all cables in, once. */
    abstract void wire(Cables cables);

    /** The links from the host of one number to that of another, perhaps itself. */
    abstract void way(int from, int to, List<Link> links);

    void loopBack(NetPoint host, Link link) {
        loopbacks.put(host, link);
    }

    @Override
    protected Optional<Leg> leg(NetPoint from, NetPoint to) {
        List<Link> links = new ArrayList<>();
        Link loopback = loopbacks.get(from);
        if (from == to && loopback != null) {
            links.add(loopback);
        } else {
            way(from.index, to.index, links);
        }
        return from == to && links.isEmpty() ? Optional.empty() : Optional.of(new Leg(from, to, links));
    }

    /** Whole numbers between commas, each at least one. */
    static int[] counts(String list) {
        String[] words = list.split(",", -1);
        int[] counts = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            counts[i] = count(words[i]);
        }
        return counts;
    }

    static int count(String word) {
        try {
            int count = Integer.parseInt(word.strip());
            if (count > 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("topo_parameters: '" + word + "' must be a whole number", e);
        }
        throw new IllegalArgumentException("topo_parameters: " + word.strip() + " must be at least 1");
    }

    /** Hosts, switches or cables of one kind. */
    static int product(int... counts) {
        long product = 1;
        for (int count : counts) {
            product *= count;
            ClusterShortcut.requireFit(product, "topo_parameters");
        }
        return (int) product;
    }
}
