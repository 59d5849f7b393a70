package clock2cloud.signal.logic;

import clock2cloud.signal.Domain;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gates and wires between flip-flops: the latest and the earliest arrival at every end, the critical path, the highest
 * clock.
 *
 * <p>Each gate waits for its slowest input; a loop of gates without a flip-flop is refused. Hitchcock, DAC 1982. Leaves
 * out false paths (a path counts even when no input can wake it) and slopes.
 */
public final class TimingGraph {
    /** The flip-flops at both ends, all alike. */
    public record FlipFlop(double clockToOutputSeconds, double setupSeconds, double holdSeconds) {
        public FlipFlop {
            Domain.notNegative("flip-flop", "clock to output", clockToOutputSeconds, "s");
            Domain.require(Double.isFinite(setupSeconds) && Double.isFinite(holdSeconds), "flip-flop: setup and hold");
        }
    }

    /** A gate: what feeds it (gates by name; anything else is a flip-flop's output), its own delay and its output wire's. */
    public record Gate(String name, List<String> inputs, double delaySeconds, double wireSeconds) {
        public Gate {
            inputs = List.copyOf(inputs);
            Domain.require(!name.isBlank(), "timing graph: a gate needs a name");
            Domain.require(!inputs.isEmpty(), "timing graph: gate '%s' has no input", name);
            Domain.notNegative("timing graph", "delay of gate '" + name + "'", delaySeconds, "s");
            Domain.notNegative("timing graph", "wire of gate '" + name + "'", wireSeconds, "s");
        }
    }

    /** The slowest (or fastest) way to a gate that feeds a flip-flop, with the slack at the clock asked for. */
    public record Path(List<String> gates, double arrivalSeconds, double slackSeconds) {
        public Path {
            gates = List.copyOf(gates);
        }
    }

    private final FlipFlop flipFlop;
    private final double skewSeconds;
    private final double jitterSeconds;
    private final Map<String, Gate> gates = new HashMap<>();
    private final List<Gate> order = new ArrayList<>();
    private final Set<String> ends = new HashSet<>();

    public TimingGraph(List<Gate> list, FlipFlop flipFlop, double skewSeconds, double jitterSeconds) {
        this.flipFlop = flipFlop;
        this.skewSeconds = Domain.notNegative("timing graph", "skew", skewSeconds, "s");
        this.jitterSeconds = Domain.notNegative("timing graph", "jitter", jitterSeconds, "s");
        Domain.require(!list.isEmpty(), "timing graph: needs at least one gate");
        for (Gate gate : list) {
            Domain.require(gates.put(gate.name(), gate) == null, "timing graph: gate '%s' is there twice", gate.name());
            ends.add(gate.name());
        }
        list.forEach(gate -> ends.removeAll(gate.inputs()));
        sort(list);
    }

    /** Kahn's order: a gate after all that feed it. */
    private void sort(List<Gate> list) {
        Map<String, Integer> waiting = new HashMap<>();
        Map<String, List<Gate>> feeds = new HashMap<>();
        Deque<Gate> ready = new ArrayDeque<>();
        for (Gate gate : list) {
            int count = 0;
            for (String input : gate.inputs()) {
                if (gates.containsKey(input)) {
                    feeds.computeIfAbsent(input, key -> new ArrayList<>()).add(gate);
                    count++;
                }
            }
            waiting.put(gate.name(), count);
            if (count == 0) {
                ready.add(gate);
            }
        }
        while (!ready.isEmpty()) {
            Gate gate = ready.remove();
            order.add(gate);
            for (Gate next : feeds.getOrDefault(gate.name(), List.of())) {
                if (waiting.merge(next.name(), -1, Integer::sum) == 0) {
                    ready.add(next);
                }
            }
        }
        List<String> stuck = list.stream()
                .map(Gate::name)
                .filter(name -> waiting.getOrDefault(name, 0) > 0)
                .toList();
        Domain.require(stuck.isEmpty(), "timing graph: these gates wait for each other in a loop: %s", stuck);
    }

    private Path extreme(boolean latest) {
        Map<String, Double> arrival = new HashMap<>();
        Map<String, String> from = new HashMap<>();
        String end = "";
        double best = latest ? -1 : Double.POSITIVE_INFINITY;
        for (Gate gate : order) {
            double time = latest ? -1 : Double.POSITIVE_INFINITY;
            String source = "";
            for (String input : gate.inputs()) {
                double at = arrival.getOrDefault(input, flipFlop.clockToOutputSeconds());
                if (latest ? at > time : at < time) {
                    time = at;
                    source = input;
                }
            }
            time += gate.delaySeconds() + gate.wireSeconds();
            arrival.put(gate.name(), time);
            from.put(gate.name(), source);
            if (ends.contains(gate.name()) && (latest ? time > best : time < best)) {
                best = time;
                end = gate.name();
            }
        }
        List<String> names = new ArrayList<>();
        for (String at = end; at != null; at = from.get(at)) {
            names.add(at);
        }
        Collections.reverse(names);
        return new Path(names, best, 0);
    }

    /** The slowest way, from its first flip-flop's output to the last gate. */
    public Path criticalPath(double clockHertz) {
        Path path = extreme(true);
        double slack = 1 / Domain.positive("timing graph", "clock", clockHertz, "Hz") - 1 / highestClockHertz();
        return new Path(path.gates(), path.arrivalSeconds(), slack);
    }

    /** The fastest way; its slack is against the hold time. */
    public Path shortestPath() {
        Path path = extreme(false);
        return new Path(
                path.gates(), path.arrivalSeconds(), path.arrivalSeconds() - flipFlop.holdSeconds() - skewSeconds);
    }

    public double highestClockHertz() {
        return 1
                / Domain.positive(
                        "timing graph",
                        "shortest period",
                        extreme(true).arrivalSeconds() + flipFlop.setupSeconds() + skewSeconds + jitterSeconds,
                        "s");
    }
}
