package clock2cloud.cluster.topology;

import clock2cloud.cluster.network.Host;
import clock2cloud.cluster.network.Link;
import clock2cloud.cluster.network.NetPoint;
import clock2cloud.cluster.network.Platform;
import clock2cloud.cluster.network.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hosts n0, n1, … on a grid whose edges are joined, the last dimension counting fastest; each neighbour over a
 * full-duplex cable. Routes correct one dimension after the other, the shorter way round, upwards when both are equal
 * (dimension-order routing, Dally and Towles 2004, 8.4.1).
 */
public record Torus(
        List<Integer> dimensions,
        double flopsPerSecond,
        Optional<Integer> cores,
        double bytesPerSecond,
        double latencySeconds) {
    public Torus {
        dimensions = List.copyOf(dimensions);
        Machines.require(
                !dimensions.isEmpty() && dimensions.stream().allMatch(size -> size >= 1),
                "a torus of " + dimensions + ": needs dimensions of at least 1");
        long hosts = 1;
        for (int size : dimensions) {
            hosts *= size;
            Machines.requireFit(hosts);
        }
        Machines.requireSound(flopsPerSecond, cores, bytesPerSecond, latencySeconds);
    }

    public Platform platform() {
        Cables cables = new Cables();
        Grid grid = new Grid(dimensions);
        Machines machines = new Machines(flopsPerSecond, cores, bytesPerSecond, latencySeconds);
        int count = dimensions.stream().reduce(1, Math::multiplyExact);
        for (int number = 0; number < count; number++) {
            Host host = machines.host(number, grid);
            grid.numbers.put(host, number);
        }
        for (int number = 0; number < count; number++) {
            for (int axis = 0; axis < dimensions.size(); axis++) {
                grid.cables.add(cables.lay(Machines.PREFIX + number + "-axis" + axis, bytesPerSecond, latencySeconds));
            }
        }
        return new Platform(grid, cables.links(), Map.of());
    }

    private static final class Grid extends Zone {
        private final List<Integer> sizes;
        private final Map<NetPoint, Integer> numbers = new HashMap<>();
        private final List<Cables.Cable> cables = new ArrayList<>();

        Grid(List<Integer> sizes) {
            super("torus", Optional.empty());
            this.sizes = sizes;
        }

        @Override
        protected Optional<Leg> leg(NetPoint from, NetPoint to) {
            List<Link> links = new ArrayList<>();
            int at = numbers.getOrDefault(from, 0);
            int target = numbers.getOrDefault(to, 0);
            int stride = 1;
            for (int axis = sizes.size() - 1; axis >= 0; axis--) {
                at = walk(at, target, axis, stride, links);
                stride *= sizes.get(axis);
            }
            return from == to ? Optional.empty() : Optional.of(new Leg(from, to, links));
        }

        /** Goes along one axis until that coordinate is right. */
        private int walk(int from, int target, int axis, int stride, List<Link> links) {
            int size = sizes.get(axis);
            int at = from;
            int distance = Math.floorMod(target / stride % size - at / stride % size, size);
            boolean up = 2 * distance <= size;
            for (int left = up ? distance : size - distance; left > 0; left--) {
                int coordinate = at / stride % size;
                int next = at + (Math.floorMod(coordinate + (up ? 1 : -1), size) - coordinate) * stride;
                Cables.Cable cable = cables.get((up ? at : next) * sizes.size() + axis);
                links.add(up ? cable.up() : cable.down());
                at = next;
            }
            return at;
        }
    }
}
