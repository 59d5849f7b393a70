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

    PathFile {
        if (flipFlop == null || gates == null || gates.isEmpty()) {
            throw new IllegalArgumentException("needs \"flipFlop\" and at least one of \"gates\"");
        }
    }

    /** One gate of the file. */
    record GateLine(String name, List<String> inputs, double delaySeconds, Optional<Double> wireSeconds) {
        GateLine {
            if (name == null || inputs == null || inputs.isEmpty() || !(delaySeconds >= 0)) {
                throw new IllegalArgumentException(
                        "a gate needs a name, at least one input and a delaySeconds of 0 or more");
            }
        }
    }

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
