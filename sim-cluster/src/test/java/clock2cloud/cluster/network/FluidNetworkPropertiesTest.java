package clock2cloud.cluster.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.cluster.event.Event;
import clock2cloud.cluster.event.Timeline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.fraction.BigFraction;

/** The fast network against rational arithmetic, and what must hold of any fair network. */
class FluidNetworkPropertiesTest {
    /** A random network in which every pair of hosts has a random route, with latencies in 1/1024 s or none. */
    private static final class Case {
        final List<Link> links = new ArrayList<>();
        final List<FlowSchedule.Request> requests = new ArrayList<>();
        final Platform platform;

        Case(long seed, int hosts, int linkCount, int flows, boolean latencies) {
            Random random = new Random(seed);
            for (int i = 0; i < linkCount; i++) {
                double latency = latencies ? (1 + random.nextInt(8)) / 1024.0 : 0;
                links.add(new Link("l" + i, 1 + random.nextInt(40), latency, Link.Sharing.SHARED));
            }
            FullZone zone = new FullZone("full", Optional.empty());
            List<Host> all = new ArrayList<>();
            for (int i = 0; i < hosts; i++) {
                all.add(Host.of("h" + i, zone, 1, 1));
            }
            for (Host from : all) {
                for (Host to : all) {
                    List<Link> way = new ArrayList<>(links);
                    Collections.shuffle(way, random);
                    way = way.subList(0, 1 + random.nextInt(Math.min(4, linkCount)));
                    zone.declare(from, to, new Zone.Leg(from, to, List.copyOf(way)), Optional.empty());
                }
            }
            platform = new Platform(zone, links, Map.of());
            for (int i = 0; i < flows; i++) {
                double start = random.nextInt(4) == 0 ? random.nextInt(64) / 8.0 : 0;
                requests.add(new FlowSchedule.Request(
                        start, all.get(random.nextInt(hosts)), all.get(random.nextInt(hosts)), 1 + random.nextInt(60)));
            }
        }

        Route route(FlowSchedule.Request request) {
            return platform.route(request.source(), request.destination());
        }

        List<BigFraction> exact(Fairness fairness) {
            List<ExactFluid.Fluid> fluids = new ArrayList<>();
            for (FlowSchedule.Request request : requests) {
                Route route = route(request);
                BigFraction latency = new BigFraction(route.latencySeconds());
                boolean weighted = fairness == Fairness.LATENCY && route.latencySeconds() > 0;
                fluids.add(new ExactFluid.Fluid(
                        new BigFraction(request.startSeconds()).add(latency),
                        route.links().stream().map(links::indexOf).toList(),
                        weighted ? latency.reciprocal() : BigFraction.ONE,
                        new BigFraction(request.bytes())));
            }
            return ExactFluid.finishes(
                    links.stream()
                            .map(link -> new BigFraction(link.bytesPerSecond()))
                            .toList(),
                    fluids);
        }
    }

    @Property(tries = 60)
    void finishesAreThoseOfRationalArithmetic(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int flows, @ForAll boolean latencies) {
        Case random = new Case(seed, 4, 5, flows, latencies);
        for (Fairness fairness : Fairness.values()) {
            List<Double> fast = new FlowSchedule(random.platform, NetworkModel.RAW.withFairness(fairness))
                    .run(random.requests)
                    .finishSeconds();
            List<BigFraction> exact = random.exact(fairness);
            for (int f = 0; f < flows; f++) {
                assertEquals(
                        exact.get(f).doubleValue(),
                        fast.get(f),
                        1e-12 * exact.get(f).doubleValue());
            }
        }
    }

    @Property(tries = 40)
    void noFlowCanGrowWithoutShrinkingASmallerOne(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int flows) {
        Case random = new Case(seed, 12, 30, flows, true);
        Timeline timeline = new Timeline();
        FluidNetwork network = new FluidNetwork(timeline, random.platform, NetworkModel.RAW);
        network.observe(() -> requireFair(network, random.links));
        for (FlowSchedule.Request request : random.requests) {
            timeline.schedule(
                    Event.of(() -> network.send(
                            request.source(), request.destination(), request.bytes(), (flow, arrived) -> {})),
                    request.startSeconds());
        }
        timeline.run();
        double sent = random.requests.stream()
                .mapToDouble(FlowSchedule.Request::bytes)
                .sum();
        assertEquals(sent, network.deliveredBytes(), 1e-9 * sent);
        double carried =
                random.links.stream().mapToDouble(network::carriedBytes).sum();
        double routed = random.requests.stream()
                .mapToDouble(request ->
                        request.bytes() * random.route(request).links().size())
                .sum();
        assertEquals(routed, carried, 1e-9 * routed);
    }

    /** Capacity is never exceeded, and every flow has a full link on which none has a higher level (Bertsekas 6.5.2). */
    private static void requireFair(FluidNetwork network, List<Link> links) {
        for (Link link : links) {
            assertTrue(network.bytesPerSecondOn(link) <= link.bytesPerSecond() * (1 + 1e-12), link.name());
        }
        for (Flow flow : network.flows()) {
            boolean bottleneck = flow.route().links().stream()
                    .anyMatch(link -> network.bytesPerSecondOn(link) >= link.bytesPerSecond() * (1 - 1e-12)
                            && network.flows().stream()
                                    .filter(other -> other.route().links().contains(link))
                                    .allMatch(other -> level(other) <= level(flow) * (1 + 1e-12)));
            assertTrue(bottleneck, "a flow has no bottleneck");
        }
    }

    private static double level(Flow flow) {
        double latency = flow.route().latencySeconds();
        return flow.bytesPerSecond() * (latency > 0 ? latency : 1);
    }

    @Property(tries = 20)
    void lastArrivalIsNoEarlierThanAnyLinkAllows(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int flows) {
        Case random = new Case(seed, 6, 8, flows, true);
        FlowSchedule.Result result = new FlowSchedule(random.platform, NetworkModel.RAW).run(random.requests);
        for (Link link : random.links) {
            double work = random.requests.stream()
                    .filter(request -> random.route(request).links().contains(link))
                    .mapToDouble(FlowSchedule.Request::bytes)
                    .sum();
            assertTrue(result.lastFinishSeconds() >= work / link.bytesPerSecond() * (1 - 1e-12));
        }
        for (int f = 0; f < flows; f++) {
            FlowSchedule.Request request = random.requests.get(f);
            Route route = random.route(request);
            double alone = request.startSeconds()
                    + route.latencySeconds()
                    + request.bytes() / route.bottleneckBytesPerSecond();
            assertTrue(result.finishSeconds().get(f) >= alone * (1 - 1e-12));
        }
    }

    @Property(tries = 10)
    void manyFlowsEndTogetherWhenAllIsEqual(@ForAll @IntRange(min = 1, max = 300) int flows) {
        FullZone zone = new FullZone("full", Optional.empty());
        Host one = Host.of("one", zone, 1, 1);
        Host other = Host.of("other", zone, 1, 1);
        Link link = new Link("l", 7, 0.25, Link.Sharing.SHARED);
        zone.declare(one, other, new Zone.Leg(one, other, List.of(link)), Optional.empty());
        Platform platform = new Platform(zone, List.of(link), Map.of());
        FlowSchedule.Result result = new FlowSchedule(platform, NetworkModel.RAW)
                .run(Collections.nCopies(flows, new FlowSchedule.Request(0, one, other, 3)));
        // 3 bytes each at 7 / flows bytes a second, after the latency; one solve at the start, one at the end,
        // none for a flow that is alone
        result.finishSeconds().forEach(finish -> assertEquals(0.25 + 3.0 * flows / 7, finish, 1e-12 * finish));
        assertEquals(flows == 1 ? 0 : 2, result.solves());
    }
}
