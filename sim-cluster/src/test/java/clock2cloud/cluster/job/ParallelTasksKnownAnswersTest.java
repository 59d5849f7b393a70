package clock2cloud.cluster.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clock2cloud.cluster.Contention;
import clock2cloud.cluster.network.FullZone;
import clock2cloud.cluster.network.Host;
import clock2cloud.cluster.network.Link;
import clock2cloud.cluster.network.NetworkModel;
import clock2cloud.cluster.network.Platform;
import clock2cloud.cluster.network.PlatformXml;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Work and messages that begin together on a few hosts, as in SimGrid's teshsuite/models/ptask_L07_usage and its examples
 * exec-threads and exec-cpu-nonlinear: when the last of them ends, as printed there.
 */
class ParallelTasksKnownAnswersTest {
    /** As the test's text describes it: four hosts behind a fat switch, and four more at cables of their own. */
    private static final String PLATFORM = """
            <platform version="4.1"><zone id="z" routing="Full">
            <host id="h0" speed="1f"/><host id="h1" speed="1f"/><host id="h2" speed="1f"/><host id="h3" speed="1f"/>
            <host id="shared" speed="1f"/><host id="fat" speed="2f"/><host id="far" speed="1f"/><host id="fast" speed="1f"/>
            <link id="switch" bandwidth="2Bps" latency="1s" sharing_policy="FATPIPE"/>
            <link id="l0" bandwidth="1Bps" latency="500ms"/><link id="l1" bandwidth="1Bps" latency="500ms"/>
            <link id="l2" bandwidth="1Bps" latency="500ms"/><link id="l3" bandwidth="1Bps" latency="500ms"/>
            <link id="s" bandwidth="1Bps" latency="500ms"/><link id="g" bandwidth="125MBps" latency="100us"/>
            <link id="f" bandwidth="1Bps" latency="500ms" sharing_policy="FATPIPE"/>
            <link id="large" bandwidth="2Bps" latency="2097152s"/>
            ROUTES
            <route src="h0" dst="shared"><link_ctn id="s"/></route><route src="h0" dst="fat"><link_ctn id="f"/></route>
            <route src="h0" dst="far"><link_ctn id="large"/></route><route src="h0" dst="fast"><link_ctn id="g"/></route>
            </zone></platform>
            """;

    private static Platform platform() {
        StringBuilder routes = new StringBuilder();
        for (int from = 0; from < 4; from++) {
            for (int to = from + 1; to < 4; to++) {
                routes.append("<route src=\"h" + from + "\" dst=\"h" + to + "\"><link_ctn id=\"l" + from
                        + "\"/><link_ctn id=\"switch\"/><link_ctn id=\"l" + to + "\"/></route>");
            }
        }
        String xml = PLATFORM.replace("ROUTES", routes);
        return PlatformXml.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "ptask");
    }

    /** A word is {@code host=flops} or {@code from>to=bytes}; all begin at once. */
    @ParameterizedTest
    @CsvSource({
        "h0=1, 1",
        "h0=1 h0=1, 2",
        "h0=1 h1=1, 1",
        "h0=1 fat=1, 1",
        "h0>shared=1, 1.5",
        "h0>fat=1, 1.5",
        "h0>h1=1, 3",
        "h0>far=1, 2097153",
        "h0>shared=1 h0>shared=1, 2.5",
        "h0>fat=1 h0>fat=1, 1.5",
        "h0>h1=1 h0>h1=1, 4",
        "h0>shared=1 shared>h0=1, 2.5",
        "h0>fat=1 fat>h0=1, 1.5",
        "h0>h1=1 h1>h0=1, 4",
        "h0>h1=1 h2>h3=1, 3",
        "h0>h1=1 h0>h2=2 h0>h3=3, 8",
        "h0>h1=1 h0>h2=1 h0>h3=1 h1>h0=1 h1>h2=1 h1>h3=1 h2>h0=1 h2>h1=1 h2>h3=1 h3>h0=1 h3>h1=1 h3>h2=1, 8",
        "h0>fast=1e8 h0>fast=1, 0.8001",
        "h0>shared=1 shared=2, 2"
    })
    void everyCaseOfParallelTasks(String work, double expected) {
        NetworkModel windows = NetworkModel.RAW.with("network/TCP-gamma", "4194304");
        Cluster cluster = new Cluster(platform(), windows, false, RandomGenerator.getDefault());
        List<Double> ends = new ArrayList<>();
        for (String word : work.split(" ")) {
            String[] what = word.split("[>=]");
            Host from = cluster.platform().host(what[0]);
            Ended ended = ok -> ends.add(cluster.nowSeconds());
            if (what.length == 2) {
                cluster.compute(from, Double.parseDouble(what[1]), ended);
            } else {
                cluster.send(from, cluster.platform().host(what[1]), Double.parseDouble(what[2]), ended);
            }
        }
        cluster.timeline().run();
        assertEquals(work.split(" ").length, ends.size());
        assertEquals(expected, Collections.max(ends), 1e-6 * expected);
    }

    /** exec-threads: pieces of 10 s on 4 cores: 2, 4, 6 at once; 4 beside one of 30 s, and one beside four. */
    @ParameterizedTest
    @CsvSource({"2, 0, 10", "4, 0, 10", "6, 0, 15", "4, 1, 12.5", "1, 4, 12.5"})
    void threadsShareTheCores(int threads, int background, double expected) {
        Cluster cluster = cluster(1e8, 4, Optional.empty());
        Host host = cluster.platform().host("host");
        List<Double> ends = new ArrayList<>();
        for (int i = 0; i < background; i++) {
            cluster.compute(host, 3e9, ok -> {});
        }
        for (int i = 0; i < threads; i++) {
            cluster.compute(host, 1e9, ok -> ends.add(cluster.nowSeconds()));
        }
        cluster.timeline().run();
        ends.forEach(end -> assertEquals(expected, end, 1e-12 * expected));
    }

    /** exec-cpu-nonlinear: a host that is half as fast when more than one task runs; ten of one second each take 20, not 10. */
    @Test
    void aHostThatSlowsUnderManyTasks() {
        Cluster cluster = cluster(1e6, 1, Optional.of(Contention.Measured.of(1e6, List.of(1e6, 5e5))));
        Host host = cluster.platform().host("host");
        List<Double> ends = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            cluster.compute(host, 1e6, ok -> ends.add(cluster.nowSeconds()));
        }
        cluster.timeline().run();
        assertEquals(10, ends.size());
        ends.forEach(end -> assertEquals(20, end, 1e-6));
    }

    private static Cluster cluster(double flopsPerSecond, int cores, Optional<Contention> contention) {
        FullZone zone = new FullZone("zone", Optional.empty());
        Host.of("host", zone, flopsPerSecond, cores, contention);
        Platform platform = new Platform(zone, List.<Link>of(), Map.of());
        return new Cluster(platform, NetworkModel.RAW, false, RandomGenerator.getDefault());
    }
}
