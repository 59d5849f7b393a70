package clock2cloud.vm.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Weighted max-min parts of wires: the fullest wire first, or the flow that is at its ceiling (progressive filling). */
final class WireShares {
    private final Transport transport;
    private final List<Flow> flows = new ArrayList<>();
    private final Map<Wire, Load> loads = new LinkedHashMap<>();

    private static final class Flow {
        final List<Load> way = new ArrayList<>();
        final double weight;
        final double ceiling;
        double rate = Double.NaN;

        Flow(double weight, double ceiling) {
            this.weight = weight;
            this.ceiling = ceiling;
        }

        boolean open() {
            return Double.isNaN(rate);
        }
    }

    /** What is left of a wire, and the weight of those that still divide it. */
    private static final class Load {
        double left;
        double weight;

        Load(double left) {
            this.left = left;
        }

        double level() {
            return Math.max(0, left) / weight;
        }
    }

    WireShares(Transport transport) {
        this.transport = transport;
    }

    void add(List<Wire> way, double penalty, double ceiling) {
        Flow flow = new Flow(1 / penalty, ceiling);
        for (Wire wire : way) {
            if (wire.shared()) {
                Load load = loads.computeIfAbsent(wire, w -> new Load(transport.capacity(w)));
                load.weight += flow.weight;
                flow.way.add(load);
            }
        }
        flows.add(flow);
    }

    double[] rates() {
        for (int settled = 0; settled < flows.size(); settled++) {
            Flow next = next().orElseThrow();
            next.rate = Math.min(next.ceiling, level(next) * next.weight);
            for (Load load : next.way) {
                load.left -= next.rate;
                load.weight -= next.weight;
            }
        }
        return flows.stream().mapToDouble(f -> f.rate).toArray();
    }

    /** The lowest of its wires' levels, or its ceiling's. */
    private static double level(Flow flow) {
        return flow.way.stream().mapToDouble(Load::level).reduce(flow.ceiling / flow.weight, Math::min);
    }

    private Optional<Flow> next() {
        return flows.stream().filter(Flow::open).min(java.util.Comparator.comparingDouble(WireShares::level));
    }
}
