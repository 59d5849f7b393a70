package clock2cloud.cluster.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One flow on one link, and textbook shares. */
class NetworkKnownAnswersTest {
    private static double alone(double bytes, double bandwidth, double latency, NetworkModel model) {
        return finishes(model, bandwidth, latency, bytes).get(0);
    }

    private static List<Double> finishes(NetworkModel model, double bandwidth, double latency, double... bytes) {
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
}
