package clock2cloud.cluster.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A torus: every host has a cable to the next one of each dimension, the last one to the first. Routes go through one
 * dimension after the other, the shorter way round (SimGrid manual, "Torus Cluster").
 */
final class TorusZone extends FabricZone {
    private final int[] sizes;
    private final List<Cable> cables = new ArrayList<>();
    private final List<Link> limiters = new ArrayList<>();

    /** @param parameters sizes of the dimensions, for example {@code 3,4,2} */
    TorusZone(String name, Optional<Zone> outer, String parameters) {
        super(name, outer);
        this.sizes = counts(parameters);
    }

    @Override
    int hosts() {
        return product(sizes);
    }

    /** All that the next host sends, receives and passes on goes through this link. */
    void limitNext(Link link) {
        limiters.add(link);
    }

    @Override
    void wire(Cables maker) {
        for (int host = 0; host < hosts(); host++) {
            int stride = 1;
            for (int size : sizes) {
                cables.add(maker.cable(name() + "_link_from_" + host + "_to_" + next(host, stride, size, 1), 1));
                stride *= size;
            }
        }
    }

    private static int next(int host, int stride, int size, int step) {
        int place = host / stride % size;
        return host + ((place + step + size) % size - place) * stride;
    }

    @Override
    void way(int from, int to, List<Link> links) {
        int at = from;
        int stride = 1;
        for (int axis = 0; axis < sizes.length; axis++) {
            int size = sizes[axis];
            boolean forwards = isForwards(from / stride % size, to / stride % size, size);
            while (at / stride % size != to / stride % size) {
                limit(at, links);
                int next = next(at, stride, size, forwards ? 1 : -1);
                Cable cable = cables.get((forwards ? at : next) * sizes.length + axis);
                links.add(forwards ? cable.up() : cable.down());
                at = next;
            }
            stride *= size;
        }
        limit(to, links);
    }

    private void limit(int host, List<Link> links) {
        if (!limiters.isEmpty()) {
            links.add(limiters.get(host));
        }
    }

    private static boolean isForwards(int from, int to, int size) {
        boolean ahead = to > from && to <= from + size / 2;
        boolean acrossTheEnd = from > size / 2 && (from + size / 2) % size >= to;
        return ahead || acrossTheEnd;
    }
}
