package clock2cloud.cluster.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clock2cloud.cluster.topology.Dumbbell;
import clock2cloud.cluster.topology.FatTree;
import clock2cloud.cluster.topology.Graph;
import clock2cloud.cluster.topology.Star;
import clock2cloud.cluster.topology.Torus;
import clock2cloud.cluster.topology.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.fraction.BigFraction;

/** Flows over every shape of platform, and over random graphs of all kinds of links, against rational arithmetic. */
class TopologyFluidPropertiesTest {
    private static final Optional<Integer> ONE = Optional.of(1);

    /** Shapes with random bandwidths and latencies; from the last number on, graphs with cables at random. */
    private static Platform platform(int shape, Random random) {
        double speed = 1 + random.nextInt(50);
        double latency = random.nextInt(3) / 64.0;
        return switch (shape) {
            case 0 -> new Star(2 + random.nextInt(8), 1, ONE, speed, latency).platform();
            case 1 -> new Dumbbell(2, 3, 1, ONE, speed, latency, 1 + random.nextInt(20), 0.125).platform();
            case 2 -> new Tree(3, 1 + random.nextInt(3), 1, ONE, speed, latency, 2 * speed, 0.25).platform();
            case 3 -> new FatTree(4, 1, ONE, speed, latency).platform();
            case 4 -> new Torus(List.of(3, 2, 2), 1, ONE, speed, latency).platform();
            default -> graph(3 + random.nextInt(6), random).platform();
        };
    }

    /** A tree that joins all, and nearly as many cables again. */
    private static Graph graph(int points, Random random) {
        List<Graph.Machine> hosts = new ArrayList<>();
        List<Graph.Edge> edges = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            hosts.add(new Graph.Machine("h" + i, 1, ONE, Optional.empty(), Optional.empty()));
            int first = random.nextInt(Math.max(1, i));
            for (int more = 0; more < Math.min(i, 2); more++) {
                Graph.Sharing[] kinds = Graph.Sharing.values();
                edges.add(new Graph.Edge(
                        "e" + edges.size(),
                        "h" + (first + more) % i,
                        "h" + i,
                        1 + random.nextInt(30),
                        random.nextInt(4) / 32.0,
                        Optional.of(kinds[random.nextInt(kinds.length)]),
                        Optional.empty(),
                        Optional.empty()));
            }
        }
        return new Graph(hosts, Optional.empty(), edges);
    }

    @Property(tries = 120)
    void finishesAreThoseOfRationalArithmetic(
            @ForAll long seed,
            @ForAll @IntRange(max = 9) int shape,
            @ForAll @IntRange(min = 1, max = 14) int flows,
            @ForAll Fairness fairness) {
        Random random = new Random(seed);
        Platform platform = platform(shape, random);
        List<Host> hosts = platform.hosts();
        List<FlowSchedule.Request> requests = new ArrayList<>();
        for (int i = 0; i < flows; i++) {
            int from = random.nextInt(hosts.size());
            int to = (from + 1 + random.nextInt(hosts.size() - 1)) % hosts.size();
            requests.add(new FlowSchedule.Request(
                    random.nextInt(4) / 2.0, hosts.get(from), hosts.get(to), random.nextInt(200)));
        }
        List<Double> fast = new FlowSchedule(platform, NetworkModel.RAW.withFairness(fairness))
                .run(requests)
                .finishSeconds();
        List<BigFraction> exact = exact(platform, requests, fairness);
        for (int f = 0; f < flows; f++) {
            double expected = exact.get(f).doubleValue();
            assertEquals(expected, fast.get(f), 1e-12 * expected, "flow " + f);
        }
    }

    /** A fat pipe is a link of its own for every flow. */
    private static List<BigFraction> exact(Platform platform, List<FlowSchedule.Request> requests, Fairness fairness) {
        List<Link> links = List.copyOf(platform.links());
        List<BigFraction> capacities = new ArrayList<>();
        links.forEach(link -> capacities.add(new BigFraction(link.bytesPerSecond())));
        List<ExactFluid.Fluid> fluids = new ArrayList<>();
        for (FlowSchedule.Request request : requests) {
            Route route = platform.route(request.source(), request.destination());
            List<Integer> way = new ArrayList<>();
            for (Link link : route.links()) {
                if (link.sharing() == Link.Sharing.FATPIPE) {
                    way.add(capacities.size());
                    capacities.add(new BigFraction(link.bytesPerSecond()));
                } else {
                    way.add(links.indexOf(link));
                }
            }
            BigFraction latency = new BigFraction(route.latencySeconds());
            boolean weighted = fairness == Fairness.LATENCY && route.latencySeconds() > 0;
            fluids.add(new ExactFluid.Fluid(
                    new BigFraction(request.startSeconds()).add(latency),
                    way,
                    weighted ? latency.reciprocal() : BigFraction.ONE,
                    new BigFraction(request.bytes())));
        }
        return ExactFluid.finishes(capacities, fluids);
    }
}
