package clock2cloud.cluster.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A generalised fat tree with destination-modulo-k routing (Zahavi 2010; SimGrid manual, "Fat-Tree Cluster"): up along the
 * port that the destination's number chooses, until the destination is below, then down.
 */
final class FatTreeZone extends FabricZone {
    private final int levels;
    private final int[] children;
    private final int[] parents;
    private final int[] ports;
    private final int firstPlace;
    private final List<List<Node>> nodes = new ArrayList<>();

    /** A host (level 0) or switch. */
    private static final class Node {
        private final int level;
        private final int id;
        private final int[] label;
        private final Wire[] up;
        private final Wire[] down;

        private Node(int level, int id, int[] label, int ups, int downs) {
            this.level = level;
            this.id = id;
            this.label = label;
            this.up = new Wire[ups];
            this.down = new Wire[downs];
        }
    }

    private record Wire(Node child, Node parent, Cable cable) {}

    /**
     * @param parameters levels, and of each level children, parents and parallel cables: {@code 2;4,4;1,2;1,2}
     * @param firstPlace number of the first host for the choice of ports; SimGrid counts on from one tree to the next
     */
    FatTreeZone(String name, Optional<Zone> outer, String parameters, int firstPlace) {
        super(name, outer);
        String[] parts = parameters.split(";", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("topo_parameters=\"" + parameters
                    + "\" must be levels;children;parents;cables, for example 2;4,4;1,2;1,2");
        }
        this.levels = count(parts[0]);
        this.children = counts(parts[1]);
        this.parents = counts(parts[2]);
        this.ports = counts(parts[3]);
        this.firstPlace = firstPlace;
        if (children.length != levels || parents.length != levels || ports.length != levels) {
            throw new IllegalArgumentException("topo_parameters=\"" + parameters + "\": each of the three lists needs "
                    + levels + " numbers, one a level");
        }
    }

    @Override
    int hosts() {
        return product(children);
    }

    @Override
    void wire(Cables cables) {
        int id = 2 * hosts();
        for (int level = 0; level <= levels; level++) {
            int[] widths = widths(level);
            List<Node> row = new ArrayList<>();
            for (int place = 0; place < product(widths); place++) {
                row.add(node(level, level == 0 ? place : --id, label(place, widths)));
            }
            nodes.add(row);
        }
        for (int level = 0; level < levels; level++) {
            for (Node child : nodes.get(level)) {
                for (int digit = 0; digit < parents[level]; digit++) {
                    connect(parent(child, digit), child, cables);
                }
            }
        }
    }

    /** How many values each digit of a label takes: parents below the level, children from it on. */
    private int[] widths(int level) {
        int[] widths = children.clone();
        System.arraycopy(parents, 0, widths, 0, level);
        return widths;
    }

    private static int[] label(int place, int[] widths) {
        int[] label = new int[widths.length];
        int rest = place;
        for (int i = 0; i < widths.length; i++) {
            label[i] = rest % widths[i];
            rest /= widths[i];
        }
        return label;
    }

    private Node node(int level, int id, int[] label) {
        int ups = level == levels ? 0 : product(parents[level], ports[level]);
        int downs = level == 0 ? 0 : product(children[level - 1], ports[level - 1]);
        return new Node(level, id, label, ups, downs);
    }

    /** One of a node's parents: its label differs in the digit of the node's level alone. */
    private Node parent(Node child, int digit) {
        int[] widths = widths(child.level + 1);
        int place = 0;
        int stride = 1;
        for (int i = 0; i < widths.length; i++) {
            place += stride * (i == child.level ? digit : child.label[i]);
            stride *= widths[i];
        }
        return nodes.get(child.level + 1).get(place);
    }

    private void connect(Node parent, Node child, Cables cables) {
        int level = child.level;
        for (int port = 0; port < ports[level]; port++) {
            Wire wire = new Wire(child, parent, cables.cable("link_from_" + child.id + "_" + parent.id, 1));
            parent.down[child.label[level] + port * children[level]] = wire;
            child.up[parent.label[level] + port * parents[level]] = wire;
        }
    }

    @Override
    void way(int from, int to, List<Link> links) {
        Node source = nodes.get(0).get(from);
        Node destination = nodes.get(0).get(to);
        Node at = source;
        while (!isAbove(at, destination)) {
            Wire wire = at.up[upPort(at.level, to + firstPlace)];
            links.add(wire.cable.up());
            at = wire.parent;
        }
        down(at, from + firstPlace, destination, links);
    }

    private static boolean isAbove(Node node, Node host) {
        int level = node.level;
        return level > 0 && Arrays.equals(node.label, level, node.label.length, host.label, level, host.label.length);
    }

    private int upPort(int level, int destination) {
        int rest = destination;
        for (int below = 0; below < level; below++) {
            rest /= parents[below];
        }
        return rest % (parents[level] * ports[level]);
    }

    /** As SimGrid: the count of ports runs on from switch to switch, which decides among parallel cables. */
    private void down(Node top, int source, Node destination, List<Link> links) {
        Node at = top;
        while (at != destination) {
            int level = at.level - 1;
            for (int port = source % ports[level] * children[level]; port < at.down.length; port++) {
                if (port % children[at.level - 1] == destination.label[at.level - 1]) {
                    Wire wire = at.down[port];
                    links.add(wire.cable.down());
                    at = wire.child;
                }
            }
        }
    }
}
