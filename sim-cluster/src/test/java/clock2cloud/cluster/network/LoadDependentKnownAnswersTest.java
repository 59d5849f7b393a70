package clock2cloud.cluster.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clock2cloud.cluster.Contention;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links and disks whose capacity depends on how many use them, beside SimGrid's. */
class LoadDependentKnownAnswersTest {
    /** Reads of the solid-state disk in SimGrid's example io-degradation, MB/s beside 1 to 15 others, its own included. */
    private static final Contention SSD = Contention.Measured.of(
            240,
            List.of(
                    152.0, 161.0, 184.0, 197.0, 207.0, 215.0, 220.0, 224.0, 227.0, 231.0, 233.0, 235.0, 237.0, 238.0,
                    239.0));

    /** And of the hard disk there: 68.3 - 1.7 n. */
    private static final Contention HARD_DISK = new Contention.Loss(1.7 / 66.6);

    private static List<Double> finishes(NetworkModel model, Link there, Link back, List<Double> bytes) {
        FullZone zone = new FullZone("zone", Optional.empty());
        Host one = Host.of("one", zone, 1, 1);
        Host other = Host.of("other", zone, 1, 1);
        Zone.Leg home = new Zone.Leg(other, one, List.of(back));
        zone.declare(one, other, new Zone.Leg(one, other, List.of(there)), Optional.of(home));
        Platform platform = new Platform(zone, List.of(there, back), Map.of());
        return new FlowSchedule(platform, model)
                .run(bytes.stream()
                        .map(size -> new FlowSchedule.Request(0, one, other, size))
                        .toList())
                .finishSeconds();
    }

    private static Link link(String name, double bytesPerSecond, double latencySeconds, Contention contention) {
        return new Link(name, bytesPerSecond, latencySeconds, Link.Sharing.SHARED, Optional.of(contention));
    }

    /**
     * SimGrid, examples/cpp/network-nonlinear (LV08): messages of 1 to 9 MB over 1 MB/s, of which every flow beyond the first takes
     * a tenth; acknowledgements on the way back are no flows. Printed to 1e-6.
     */
    @Test
    void aLinkThatShrinksWithItsFlows() {
        double[] expected = {
            46.391883, 73.883292, 91.924529, 104.295663, 112.886728, 118.777744, 122.643724, 124.934674, 125.965602
        };
        List<Double> bytes = new ArrayList<>();
        for (int i = 1; i <= expected.length; i++) {
            bytes.add(i * 1e6);
        }
        Contention tenth = new Contention.Loss(0.1);
        List<Double> finishes =
                finishes(NetworkModel.LV08, link("up", 1e6, 1e-5, tenth), link("down", 1e6, 1e-5, tenth), bytes);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], finishes.get(i), 1e-6);
        }
    }

    /**
     * SimGrid, examples/cpp/io-degradation: n reads of 100 kB at once over a disk of 240 or 66.6 B/s; bandwidth as printed, to 1e-6.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 152, 66.6",
        "3, 184, 63.2",
        "5, 207, 59.8",
        "7, 220, 56.4",
        "9, 227, 53.0",
        "11, 233, 49.6",
        "13, 237, 46.2"
    })
    void disksUnderManyReaders(int readers, double solidState, double spinning) {
        List<Double> reads = Collections.nCopies(readers, 1e5);
        List<Double> fast = finishes(NetworkModel.RAW, link("ssd", 240, 0, SSD), link("back", 240, 0, SSD), reads);
        List<Double> slow =
                finishes(NetworkModel.RAW, link("hdd", 66.6, 0, HARD_DISK), link("back", 66.6, 0, HARD_DISK), reads);
        assertEquals(solidState, readers * 1e5 / fast.get(0), 1e-6);
        assertEquals(spinning, readers * 1e5 / slow.get(readers - 1), 1e-6);
    }

    /**
     * SimGrid, src/kernel/lmm/maxmin_test.cpp, by hand: of 10 every flow beyond the first takes a tenth. Two have (10 - 1) / 2 each;
     * three, of which two have the penalty 2, share 8 as 4, 2, 2. A penalty is a latency here.
     */
    @Test
    void sharesOfACapacityThatDependsOnItsUsers() {
        Contention tenth = new Contention.Loss(0.1);
        assertEquals(List.of(4.5, 4.5), rates(link("ten", 10, 0, tenth), 1, 1));
        assertEquals(List.of(4.0, 2.0, 2.0), rates(link("ten", 10, 0, tenth), 1, 2, 2));
    }

    private static List<Double> rates(Link shared, double... penalties) {
        List<List<Link>> routes = new ArrayList<>();
        for (double penalty : penalties) {
            Link far = new Link("far" + routes.size(), 1e9, penalty, Link.Sharing.FATPIPE);
            routes.add(List.of(far, shared));
        }
        return NetworkKnownAnswersTest.rates(routes);
    }

    @Test
    void moreUsersThanALinkBearsAreRefusedByName() {
        Link link = link("thin", 10, 0, new Contention.Loss(0.5));
        Link back = link("back", 10, 0, new Contention.Loss(0.5));
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> finishes(NetworkModel.RAW, link, back, List.of(1.0, 1.0, 1.0)))
                .getMessage();
        assertEquals(
                "link thin: Contention: the number of users must be at most 2, when each further one takes 0.5 of the"
                        + " capacity, got 3",
                message);
        assertThrows(IllegalArgumentException.class, () -> new Contention.Loss(1.5));
        assertThrows(IllegalArgumentException.class, () -> new Contention.Measured(List.of()));
        assertThrows(
                IllegalArgumentException.class, () -> link("slow", 10, 0, Contention.Measured.of(10, List.of(11.0))));
        Contention half = new Contention.Loss(0.5);
        assertThrows(
                IllegalArgumentException.class, () -> new Link("fat", 1, 0, Link.Sharing.FATPIPE, Optional.of(half)));
    }
}
