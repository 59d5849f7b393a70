package clock2cloud.cluster.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * eduWRENCH, networking fundamentals, contention (its examples and practice questions C.p3.1 to C.p3.3): times as printed
 * there, to four decimals; hence 1.5e-4.
 */
class ContentionKnownAnswersTest {
    private static final double PRINTED = 1.5e-4;

    private final Link toB = link("B", 30e6, 50e-6);
    private final Link toC = link("C", 40e6, 50e-6);
    private final Link ofA = link("A", 100e6, 50e-6);
    private final Link middle = link("middle", 100e6, 150e-6);

    private static Link link(String name, double bytesPerSecond, double latencySeconds) {
        return new Link(name, bytesPerSecond, latencySeconds, Link.Sharing.SHARED);
    }

    private static void assertTimes(List<Double> expected, List<Double> times) {
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), times.get(i), PRINTED);
        }
    }

    @Test
    void twoTransfersIntoOneHostShareItsLink() {
        Link middle100 = link("m", 100e6, 100e-6);
        List<List<Link>> ways = List.of(List.of(toB, middle100, toC), List.of(ofA, middle100, toC));
        assertTimes(List.of(5.0002, 5.0002), NetworkKnownAnswersTest.arrivals(ways, 100e6, 100e6));
        assertTimes(List.of(4.1668, 2.5002), NetworkKnownAnswersTest.arrivals(ways, 100e6, 50e6));
    }

    @Test
    void aSharedLinkThatIsWideEnoughSlowsNobody() {
        List<List<Link>> ways = List.of(List.of(middle, link("D", 100e6, 50e-6), toB), List.of(ofA, middle, toC));
        assertTimes(List.of(3.3335, 2.5002), NetworkKnownAnswersTest.arrivals(ways, 100e6, 100e6));
    }

    @Test
    void theLinkOutOfTheSenderIsTheNextLimit() {
        List<List<Link>> ways = List.of(List.of(toB, middle, toC), List.of(ofA, middle, toC));
        assertTimes(List.of(4.3335, 3.0002), NetworkKnownAnswersTest.arrivals(ways, 100e6, 60e6));
    }

    /** Its simulator, WRENCH on SimGrid, has cross traffic: 100 MB over 10 MB/s take 10.5 s, not 10. */
    @Test
    void acknowledgementsTakeFivePercent() {
        assertTimes(List.of(10.5), NetworkKnownAnswersTest.finishes(NetworkModel.CM02, 10e6, 30e-6, 100e6));
        assertTimes(
                List.of(26.25, 26.25, 15.75),
                NetworkKnownAnswersTest.finishes(NetworkModel.CM02, 10e6, 30e-6, 100e6, 100e6, 50e6));
    }
}
