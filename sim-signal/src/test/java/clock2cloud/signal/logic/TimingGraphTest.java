package clock2cloud.signal.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.signal.logic.TimingGraph.FlipFlop;
import clock2cloud.signal.logic.TimingGraph.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class TimingGraphTest {
    private static final FlipFlop FLOP = new FlipFlop(50e-12, 40e-12, 20e-12);

    /** a -> g1 (30) -> g2 (50 + wire 20) -> flop; a -> g3 (10) -> flop. */
    private static final List<Gate> GATES = List.of(
            new Gate("g2", List.of("g1", "b"), 50e-12, 20e-12),
            new Gate("g1", List.of("a"), 30e-12, 0),
            new Gate("g3", List.of("a"), 10e-12, 0));

    @Test
    void theCriticalPathIsTheSlowestWay() {
        TimingGraph graph = new TimingGraph(GATES, FLOP, 5e-12, 5e-12);
        // 50 + 30 + 70 = 150 ps arrival; + 40 setup + 5 skew + 5 jitter = 200 ps: 5 GHz.
        assertEquals(List.of("a", "g1", "g2"), graph.criticalPath(4e9).gates());
        assertEquals(150e-12, graph.criticalPath(4e9).arrivalSeconds(), 1e-21);
        assertEquals(50e-12, graph.criticalPath(4e9).slackSeconds(), 1e-21);
        assertEquals(5e9, graph.highestClockHertz(), 1);
        // 50 + 10 = 60 ps; hold 20 + skew 5: 35 ps to spare.
        assertEquals(List.of("a", "g3"), graph.shortestPath().gates());
        assertEquals(35e-12, graph.shortestPath().slackSeconds(), 1e-21);
    }

    @Test
    void loopsAndTwinsAreRefused() {
        List<Gate> loop = List.of(new Gate("x", List.of("y"), 1e-12, 0), new Gate("y", List.of("x"), 1e-12, 0));
        String message = assertThrows(IllegalArgumentException.class, () -> new TimingGraph(loop, FLOP, 0, 0))
                .toString();
        assertTrue(message.contains("loop: [x, y]"), message);
        List<Gate> twins = List.of(GATES.get(1), GATES.get(1));
        assertThrows(IllegalArgumentException.class, () -> new TimingGraph(twins, FLOP, 0, 0));
    }

    /** In any random graph the critical path's own delays sum to its arrival, and no gate more makes it faster. */
    @Property(tries = 60)
    void thePathSumsToItsArrival(@ForAll long seed) {
        Random random = new Random(seed);
        List<Gate> gates = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String one = i == 0 || random.nextBoolean() ? "in" : "g" + random.nextInt(i);
            String two = i == 0 ? "in" : "g" + random.nextInt(i);
            gates.add(new Gate("g" + i, List.of(one, two), random.nextDouble() * 1e-10, random.nextDouble() * 1e-11));
        }
        TimingGraph graph = new TimingGraph(gates, FLOP, 0, 0);
        TimingGraph.Path path = graph.criticalPath(1e9);
        double sum = FLOP.clockToOutputSeconds();
        for (Gate gate : gates) {
            sum += path.gates().contains(gate.name()) ? gate.delaySeconds() + gate.wireSeconds() : 0;
        }
        assertEquals(path.arrivalSeconds(), sum, 1e-18);
        assertTrue(graph.shortestPath().arrivalSeconds() <= path.arrivalSeconds());
        List<Gate> more = new ArrayList<>(gates);
        more.add(new Gate("last", List.of("g39"), 1e-12, 0));
        assertTrue(new TimingGraph(more, FLOP, 0, 0).highestClockHertz() <= graph.highestClockHertz());
    }
}
