package clock2cloud.cluster.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clock2cloud.cluster.network.Host;
import clock2cloud.cluster.network.Link;
import clock2cloud.cluster.network.Platform;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopologyTest {
    private static final Optional<Integer> ONE = Optional.empty();

    private static List<String> way(Platform platform, int from, int to) {
        return platform.route(platform.host("n" + from), platform.host("n" + to)).links().stream()
                .map(Link::name)
                .toList();
    }

    @Test
    void aTreeCrossesTheUplinksOnlyBetweenRacks() {
        Platform platform = new Tree(2, 2, 1e9, ONE, 1e8, 1e-5, 1e9, 1e-5).platform();
        assertEquals(List.of("n0-cable_UP", "n1-cable_DOWN"), way(platform, 0, 1));
        assertEquals(List.of("n0-cable_UP", "uplink0_UP", "uplink1_DOWN", "n3-cable_DOWN"), way(platform, 0, 3));
    }

    @Test
    void aDumbbellCrossesItsMiddle() {
        Platform platform = new Dumbbell(2, 1, 1e9, ONE, 1e8, 1e-5, 1e7, 1e-3).platform();
        assertEquals(List.of("n0-cable_UP", "bottleneck_UP", "n2-cable_DOWN"), way(platform, 0, 2));
        assertEquals(List.of("n2-cable_UP", "bottleneck_DOWN", "n1-cable_DOWN"), way(platform, 2, 1));
    }

    @Test
    void aTorusGoesTheShorterWayRoundDimensionByDimension() {
        Platform platform = new Torus(List.of(4, 5), 1e9, ONE, 1e8, 1e-5).platform();
        // n0 = (0, 0); n4 = (0, 4): one step down; n13 = (2, 3): two down on the last axis, two up on the first
        assertEquals(List.of("n4-axis1_DOWN"), way(platform, 0, 4));
        assertEquals(List.of("n4-axis1_DOWN", "n3-axis1_DOWN", "n3-axis0_UP", "n8-axis0_UP"), way(platform, 0, 13));
        for (Host from : platform.hosts()) {
            for (Host to : platform.hosts()) {
                int hops = platform.route(from, to).links().size();
                assertEquals(platform.route(to, from).links().size(), hops);
            }
        }
    }

    @Test
    void aFatTreeHasSixHopsBetweenPodsFourInsideAndTwoUnderOneSwitch() {
        Platform platform = new FatTree(4, 1e9, ONE, 1e8, 1e-5).platform();
        assertEquals(16, platform.hosts().size());
        assertEquals(2, way(platform, 0, 1).size());
        assertEquals(4, way(platform, 0, 2).size());
        assertEquals(6, way(platform, 0, 15).size());
    }

    @Test
    void aGraphTakesTheFewestCables() {
        Graph graph = new Graph(
                List.of(machine("a"), machine("b")),
                Optional.of(List.of("s", "t")),
                List.of(edge("as", "a", "s"), edge("st", "s", "t"), edge("tb", "t", "b"), edge("sb", "s", "b")));
        Platform platform = graph.platform();
        assertEquals(
                List.of("as_UP", "sb_UP"),
                platform.route(platform.host("a"), platform.host("b")).links().stream()
                        .map(Link::name)
                        .toList());
    }

    private static Graph.Machine machine(String name) {
        return new Graph.Machine(name, 1e9, ONE, Optional.empty(), Optional.empty());
    }

    private static Graph.Edge edge(String name, String from, String to) {
        return new Graph.Edge(name, from, to, 1e6, 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "a, a, link twice: joins a to itself",
        "b, a, link twice: b and a are joined by once",
        "a, x, link twice: no host or router is named 'x'"
    })
    void aCableTooManyIsNamed(String from, String to, String message) {
        Graph graph = new Graph(
                List.of(machine("a"), machine("b")),
                Optional.empty(),
                List.of(edge("once", "a", "b"), edge("twice", from, to)));
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, graph::platform).getMessage());
    }

    @Test
    void impossibleShapesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Star(0, 1, ONE, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new FatTree(3, 1, ONE, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Torus(List.of(), 1, ONE, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Star(2, 1, ONE, 0, 0).platform());
    }
}
