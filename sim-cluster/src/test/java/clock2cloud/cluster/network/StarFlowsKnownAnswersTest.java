package clock2cloud.cluster.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clock2cloud.cluster.topology.Star;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Flows of a linear congruential generator on a star of 125 MB/s: last finish and sum of all from SimGrid 3.32 (raw max-min), all but
 * the largest also from an independent exact solver. Starts are spread evenly; printed to 1e-9 and 1e-6, hence relative 1e-8.
 */
class StarFlowsKnownAnswersTest {
    private long state = 42;

    private double next() {
        state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
        return (state >>> 33) / (double) (1L << 31);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 20, 0, 1.586667488, 17.458241",
        "100, 200, 1, 3.474429789, 291.038678",
        "1000, 1000, 0, 2.659195784, 847.637571",
        "100, 1000, 0, 8.310370992, 3614.928491",
        "1000, 10000, 0, 10.303252656, 34828.383219"
    })
    void lastFinishAndSum(int hostCount, int flows, double spreadSeconds, double last, double sum) {
        Platform platform = new Star(hostCount, 1e9, Optional.empty(), 1.25e8, 0).platform();
        List<Host> hosts = platform.hosts();
        List<FlowSchedule.Request> requests = new ArrayList<>();
        for (int i = 0; i < flows; i++) {
            int from = (int) (next() * hostCount);
            int other = (int) (next() * (hostCount - 1));
            int to = other < from ? other : other + 1;
            double bytes = Math.floor(1e6 + next() * 99e6);
            double start = i * spreadSeconds / flows;
            requests.add(new FlowSchedule.Request(start, hosts.get(from), hosts.get(to), bytes));
        }
        FlowSchedule.Result result = new FlowSchedule(platform, NetworkModel.RAW).run(requests);
        double total =
                result.finishSeconds().stream().mapToDouble(Double::doubleValue).sum();
        assertEquals(last, result.lastFinishSeconds(), 1e-8 * last);
        assertEquals(sum, total, Math.max(1e-8 * sum, 1e-6));
    }
}
