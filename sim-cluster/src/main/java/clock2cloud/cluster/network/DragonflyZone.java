package clock2cloud.cluster.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A dragonfly (Kim, Dally, Scott, Abts 2008) with minimal routes: groups of chassis of blades, a router a blade; blades of
 * a chassis are wired to one another (green), equal blades of a group's chassis too (black), and each pair of groups by one cable (blue).
 *
 * <p>Routes are SimGrid 3.32's, oddity included: after a green cable in the destination's group it takes itself to be in
 * the first chassis, so between blades of another chassis one black cable more, or one less, is crossed than there should be.
 */
final class DragonflyZone extends FabricZone {
    private final int groups;
    private final int chassis;
    private final int blades;
    private final int nodes;
    private final int[] strands;
    private final Map<String, Link> links = new HashMap<>();

    /** @param parameters groups and blue strands; chassis and black ones; blades and green ones; nodes of a blade: {@code 3,4;3,2;3,1;2} */
    DragonflyZone(String name, Optional<Zone> outer, String parameters) {
        super(name, outer);
        String[] parts = parameters.split(";", -1);
        int[][] levels = new int[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            levels[i] = counts(parts[i]);
        }
        boolean right = parts.length == 4
                && levels[0].length == 2
                && levels[1].length == 2
                && levels[2].length == 2
                && levels[3].length == 1;
        if (!right) {
            throw new IllegalArgumentException("topo_parameters=\"" + parameters
                    + "\" must be groups,cables;chassis,cables;blades,cables;nodes, for example 3,4;3,2;3,1;2");
        }
        this.groups = levels[0][0];
        this.chassis = levels[1][0];
        this.blades = levels[2][0];
        this.nodes = levels[3][0];
        this.strands = new int[] {levels[0][1], levels[1][1], levels[2][1]};
        if (groups > blades) {
            throw new IllegalArgumentException("topo_parameters=\"" + parameters + "\": " + groups + " groups need "
                    + groups + " blades a chassis, one for the cable to each group");
        }
        int unused = product(groups, chassis, blades, Math.max(blades, chassis));
    }

    @Override
    int hosts() {
        return product(groups, chassis, blades, nodes);
    }

    private int router(int group, int chassisNumber, int blade) {
        return (group * chassis + chassisNumber) * blades + blade;
    }

    @Override
    void wire(Cables cables) {
        for (int router = 0; router < groups * chassis * blades; router++) {
            for (int node = 0; node < nodes; node++) {
                Cable local = cables.cable("local_link_from_router_" + router + "_to_node_" + node, 1);
                links.put("from " + (router * nodes + node), local.up());
                links.put("to " + (router * nodes + node), local.down());
            }
        }
        wireGreen(cables);
        wireBlack(cables);
        wireBlue(cables);
    }

    private void wireGreen(Cables cables) {
        for (int shelf = 0; shelf < groups * chassis; shelf++) {
            for (int a = 0; a < blades; a++) {
                for (int b = a + 1; b < blades; b++) {
                    String name = "green_link_in_chassis_" + shelf % chassis + "_between_routers_" + a + "_and_" + b;
                    put(shelf * blades + a, shelf * blades + b, cables.cable(name, strands[2]));
                }
            }
        }
    }

    private void wireBlack(Cables cables) {
        for (int group = 0; group < groups; group++) {
            for (int a = 0; a < chassis; a++) {
                for (int b = a + 1; b < chassis; b++) {
                    for (int blade = 0; blade < blades; blade++) {
                        String name = "black_link_in_group_" + group + "_between_chassis_" + a + "_and_" + b + "_blade_"
                                + blade;
                        put(router(group, a, blade), router(group, b, blade), cables.cable(name, strands[1]));
                    }
                }
            }
        }
    }

    private void wireBlue(Cables cables) {
        for (int a = 0; a < groups; a++) {
            for (int b = a + 1; b < groups; b++) {
                int from = router(a, 0, b);
                int to = router(b, 0, a);
                String name = "blue_link_between_group_" + a + "_and_" + b + "_routers_" + from + "_and_" + to;
                put(from, to, cables.cable(name, strands[0]));
            }
        }
    }

    private void put(int from, int to, Cable cable) {
        links.put(from + " " + to, cable.up());
        links.put(to + " " + from, cable.down());
    }

    private Link link(String ends) {
        return Objects.requireNonNull(links.get(ends), ends);
    }

    private int hop(int from, int to, List<Link> way) {
        way.add(link(from + " " + to));
        return to;
    }

    @Override
    void way(int from, int to, List<Link> way) {
        way.add(link("from " + from));
        int source = from / nodes;
        int target = to / nodes;
        if (source != target) {
            int group = target / (chassis * blades);
            int at = source;
            if (source / (chassis * blades) != group) {
                at = toGroup(source, group, way);
            }
            inGroup(at, target, way);
        }
        way.add(link("to " + to));
    }

    private int toGroup(int source, int group, List<Link> way) {
        int own = source / (chassis * blades);
        int at = source;
        if (at % blades != group) {
            at = hop(at, at - at % blades + group, way);
        }
        if (at != router(own, 0, group)) {
            at = hop(at, router(own, 0, group), way);
        }
        return hop(at, router(group, 0, own), way);
    }

    private void inGroup(int from, int target, List<Link> way) {
        int group = target / (chassis * blades);
        int at = from;
        if (at % blades != target % blades) {
            hop(at, at - at % blades + target % blades, way);
            at = router(group, 0, target % blades);
        }
        if (at != target) {
            hop(at, target, way);
        }
    }
}
