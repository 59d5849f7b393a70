package clock2cloud.cluster.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clock2cloud.cluster.event.Timeline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One flow on one link, and textbook shares. */
class NetworkKnownAnswersTest {
    private static double alone(double bytes, double bandwidth, double latency, NetworkModel model) {
        return finishes(model, bandwidth, latency, bytes).get(0);
    }

    static List<Double> finishes(NetworkModel model, double bandwidth, double latency, double... bytes) {
        FullZone zone = new FullZone("zone", Optional.empty());
        Host one = Host.of("one", zone, 1, 1);
        Host other = Host.of("other", zone, 1, 1);
        Link link = new Link("link", bandwidth, latency, Link.Sharing.SHARED);
        Zone.Leg leg = new Zone.Leg(one, other, List.of(link));
        zone.declare(one, other, leg, Optional.of(new Zone.Leg(other, one, List.of(link))));
        Platform platform = new Platform(zone, List.of(link), Map.of());
        return new FlowSchedule(platform, model)
                .run(java.util.Arrays.stream(bytes)
                        .mapToObj(size -> new FlowSchedule.Request(0, one, other, size))
                        .toList())
                .finishSeconds();
    }

    /** SimGrid 3.32, teshsuite/models/cm02-tcpgamma: 10 Gb over 10 Gb/s, window as given, no cross traffic; 1e-6. */
    @ParameterizedTest
    @CsvSource({
        "0, 4194304, 1.000000",
        "1e-5, 4194304, 1.000010",
        "1e-3, 4194304, 4.769372",
        "0.1, 4194304, 476.937158",
        "1e-3, 0, 1.001000"
    })
    void theWindowBoundsAFlowAsInSimGrid(double latency, String gamma, double expected) {
        NetworkModel model = NetworkModel.CM02.with("network/TCP-gamma", gamma).with("network/crosstraffic", "no");
        assertEquals(expected, alone(1e10, 1e10, latency, model), 1e-6);
    }

    /** SimGrid, docs/source/Models.rst: 100 kB, 10 ms, 1 Mb/s with LV08 takes 0.01 · 13.01 + 8e5 / (0.97e6 / 1.05). */
    @ParameterizedTest
    @CsvSource({"LV08, 0.996079", "raw, 0.81"})
    void slowStartAndHeadersAreFactors(String model, double expected) {
        assertEquals(expected, alone(1e5, 1e6 / 8, 0.01, NetworkModel.RAW.with("network/model", model)), 1e-6);
    }

    /** eduWRENCH networking fundamentals: 250 MB over 500 us at 20 GB/s take 13 ms; 148 MB, 1 ms, 2.5 s need 59 MB/s. */
    @ParameterizedTest
    @CsvSource({"250e6, 20e9, 500e-6, 0.013", "148e6, 59.224e6, 1e-3, 2.5", "1e6, 20e6, 270e-6, 0.05027"})
    void latencyAndBandwidthAddUp(double bytes, double bandwidth, double latency, double expected) {
        assertEquals(expected, alone(bytes, bandwidth, latency, NetworkModel.RAW), 1e-3 * expected);
    }

    /** 3 flows of 1, 2 and 3 B on 6 B/s: 2 B/s each until 0.5; then 3 each, the second has 1 left until 5/6; then 6: 1. */
    @ParameterizedTest
    @CsvSource({"0, 0.5", "1, 0.8333333333333334", "2, 1.0"})
    void whatALeavingFlowUsedIsSharedByTheOthers(int flow, double expected) {
        assertEquals(expected, finishes(NetworkModel.RAW, 6, 0, 1, 2, 3).get(flow), 1e-15);
    }

    /** Two messages of 1 B over 1 B/s and 500 ms: 2.5 s when they share, 1.5 on a fat pipe (SimGrid 3.32, ptask_L07_usage.tesh). */
    @ParameterizedTest
    @CsvSource({"SHARED, 2.5", "FATPIPE, 1.5"})
    void aSharedPipeAndAFatOne(Link.Sharing sharing, double expected) {
        Link link = new Link("link", 1, 0.5, sharing);
        assertEquals(List.of(expected, expected), arrivals(List.of(List.of(link), List.of(link)), 1, 1));
    }

    /**
     * SimGrid, src/kernel/lmm/maxmin_test.cpp, by hand: capacity 3 and penalties 1, 2 give 2 and 1; capacity 3 and uses 1, 2 give
     * 1 and 1; capacity 20, penalties 1, 2 and uses 1, 2 give 10 and 5. A penalty is a latency here, a use of 2 a link crossed twice.
     */
    @ParameterizedTest
    @CsvSource({"3, 1, 2, 1, 2, 1", "3, 1, 1, 2, 1, 1", "20, 1, 2, 2, 10, 5"})
    void penaltiesAndUses(
            double capacity, double latency, double otherLatency, int otherUses, double rate, double other) {
        Link link = new Link("link", capacity, 0, Link.Sharing.SHARED);
        List<Link> one = List.of(new Link("a", 1e9, latency, Link.Sharing.FATPIPE), link);
        List<Link> two = new ArrayList<>(List.of(new Link("b", 1e9, otherLatency, Link.Sharing.FATPIPE)));
        two.addAll(Collections.nCopies(otherUses, link));
        List<Double> rates = rates(List.of(one, two));
        assertEquals(rate, rates.get(0), 1e-12);
        assertEquals(other, rates.get(1), 1e-12);
    }

    /** The third one of that test: capacities 20 and 60, a flow of use 1 and 2, one of use 2 and penalty 2, one of use 1: 10, 5, 40. */
    @Test
    void twoCapacities() {
        Link small = new Link("small", 20, 0, Link.Sharing.SHARED);
        Link large = new Link("large", 60, 0, Link.Sharing.SHARED);
        Link near = new Link("near", 1e9, 1, Link.Sharing.FATPIPE);
        Link far = new Link("far", 1e9, 2, Link.Sharing.FATPIPE);
        List<Double> rates =
                rates(List.of(List.of(near, small, large, large), List.of(far, small, small), List.of(near, large)));
        assertEquals(10, rates.get(0), 1e-12);
        assertEquals(5, rates.get(1), 1e-12);
        assertEquals(40, rates.get(2), 1e-12);
    }

    /** Keshav, An Engineering Approach to Computer Networking, ch. 9: demands are fat pipes before the shared link. */
    @Test
    void sharesOfKeshav() {
        Link ten = new Link("ten", 10, 0, Link.Sharing.SHARED);
        double[] demands = {2, 2.6, 4, 5};
        double[] shares = {2, 2.6, 2.7, 2.7};
        List<List<Link>> routes = new ArrayList<>();
        for (double demand : demands) {
            routes.add(List.of(new Link("demand" + demand, demand, 0, Link.Sharing.FATPIPE), ten));
        }
        List<Double> rates = rates(routes);
        for (int i = 0; i < shares.length; i++) {
            assertEquals(shares[i], rates.get(i), 1e-12);
        }
    }

    /** The weighted one: 16 shared by weights 2.5, 4, 0.5, 1 (latencies 0.4, 0.25, 2, 1) and demands 4, 2, 10, 4: 4, 2, 6, 4. */
    @Test
    void weightedSharesOfKeshav() {
        Link sixteen = new Link("sixteen", 16, 0, Link.Sharing.SHARED);
        double[][] flows = {{4, 0.4, 4}, {2, 0.25, 2}, {10, 2, 6}, {4, 1, 4}};
        List<List<Link>> routes = new ArrayList<>();
        for (double[] flow : flows) {
            routes.add(List.of(new Link("weight" + flow[1], flow[0], flow[1], Link.Sharing.FATPIPE), sixteen));
        }
        List<Double> rates = rates(routes);
        for (int i = 0; i < flows.length; i++) {
            assertEquals(flows[i][2], rates.get(i), 1e-12);
        }
    }

    /** What each of some endless flows has once all of them flow, one route each. */
    static List<Double> rates(List<List<Link>> routes) {
        Timeline timeline = new Timeline();
        Platform platform = pairs(routes);
        FluidNetwork network = new FluidNetwork(timeline, platform, NetworkModel.RAW);
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < routes.size(); i++) {
            flows.add(network.send(platform.host("from" + i), platform.host("to" + i), 1e9, (flow, arrived) -> {}));
        }
        timeline.run(10);
        return flows.stream().map(Flow::bytesPerSecond).toList();
    }

    static List<Double> arrivals(List<List<Link>> routes, double... bytes) {
        Platform platform = pairs(routes);
        List<FlowSchedule.Request> requests = new ArrayList<>();
        for (int i = 0; i < bytes.length; i++) {
            requests.add(new FlowSchedule.Request(0, platform.host("from" + i), platform.host("to" + i), bytes[i]));
        }
        return new FlowSchedule(platform, NetworkModel.RAW).run(requests).finishSeconds();
    }

    /** A pair of hosts for every route. */
    private static Platform pairs(List<List<Link>> routes) {
        FullZone zone = new FullZone("zone", Optional.empty());
        Set<Link> links = new LinkedHashSet<>();
        for (int i = 0; i < routes.size(); i++) {
            Host from = Host.of("from" + i, zone, 1, 1);
            Host to = Host.of("to" + i, zone, 1, 1);
            zone.declare(from, to, new Zone.Leg(from, to, routes.get(i)), Optional.empty());
            links.addAll(routes.get(i));
        }
        return new Platform(zone, links, Map.of());
    }
}
