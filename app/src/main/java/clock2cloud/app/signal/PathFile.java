package clock2cloud.app.signal;

import clock2cloud.signal.logic.TimingGraph;
import java.util.List;
import java.util.Optional;

/**
 * The JSON file of {@code c2c signal path}: gates between flip-flops, times in seconds.
 *
 * @param gates each with its name, its inputs (gates by name; any other name is a flip-flop's output), its delay and its wire's
 */
record PathFile(
        TimingGraph.FlipFlop flipFlop,
        Optional<Double> skewSeconds,
        Optional<Double> jitterSeconds,
        List<GateLine> gates) {

    /** One gate of the file. */
    record GateLine(String name, List<String> inputs, double delaySeconds, Optional<Double> wireSeconds) {}

    TimingGraph graph() {
        return new TimingGraph(
                gates.stream()
                        .map(g -> new TimingGraph.Gate(
                                g.name(),
                                g.inputs(),
                                g.delaySeconds(),
                                g.wireSeconds().orElse(0.0)))
                        .toList(),
                flipFlop,
                skewSeconds.orElse(0.0),
                jitterSeconds.orElse(0.0));
    }
}
