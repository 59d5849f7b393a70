package clock2cloud.vm.entitlement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.vm.KnownAnswers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EntitlementKnownAnswersTest {
    static Stream<List<String>> cases() {
        return KnownAnswers.rows("entitlement.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void waterFilling(List<String> row) {
        double[] demand = numbers(row.get(2));
        double[] reservation = numbers(row.get(3));
        double[] limit = numbers(row.get(4));
        double[] shares = numbers(row.get(5));
        List<Claim> claims = IntStream.range(0, demand.length)
                .mapToObj(i -> new Claim(row.get(0) + i, demand[i], reservation[i], limit[i], shares[i]))
                .toList();
        assertArrayEquals(numbers(row.get(6)), Entitlement.divide(Double.parseDouble(row.get(1)), claims), 1e-9);
    }

    private static double[] numbers(String cell) {
        return Arrays.stream(cell.split(" ", -1))
                .mapToDouble(s -> s.equals("inf") ? Double.POSITIVE_INFINITY : KnownAnswers.number(s))
                .toArray();
    }

    @Test
    void proportionalScalingCutsTheSmallGuestsToo() {
        // CloudSim's own test asserts 1674 for the fourth (VmSchedulerTimeSharedOverSubscriptionTest)
        assertArrayEquals(
                new double[] {142.3444976076555, 1674.641148325359, 8.373205741626794, 1674.641148325359},
                Entitlement.scaledByDemand(3500, new double[] {170, 2000, 10, 2000}),
                1e-9);
    }

    @Test
    void poolsOfHighAndNormalSharesSplitTwoToOne() {
        // vSphere Resource Management, Creating Resource Pools: 6 GHz, QA High (4), Marketing Normal (2)
        ResourcePool qa = ResourcePool.of("QA", 0, 4, List.of(Claim.of("q1", 9, 1), Claim.of("q2", 9, 1)));
        ResourcePool marketing = ResourcePool.of("Marketing", 0, 2, List.of(Claim.of("m1", 9, 1)));
        ResourcePool root = new ResourcePool("root", 0, 6, 1, false, List.of(qa, marketing), List.of());
        Map<String, Double> shared = root.divide(6);
        assertEquals(Optional.of(4.0), Optional.ofNullable(shared.get("QA")));
        assertEquals(Optional.of(2.0), Optional.ofNullable(shared.get("Marketing")));
        assertEquals(Optional.of(2.0), Optional.ofNullable(shared.get("q2")));
    }

    @Test
    void anExpandablePoolBorrowsFromItsParent() {
        assertEquals(Optional.empty(), startTwoInKid(1));
        // with 3 GHz of machines in the parent only 1 GHz is left for the second machine's 2 GHz
        assertEquals(Optional.of("pool MOM has 1 unreserved, 2 is asked"), startTwoInKid(3));
    }

    private static Optional<String> startTwoInKid(double inParent) {
        ReservationBook book = new ReservationBook("MOM", 6);
        assertTrue(book.powerOn("MOM", inParent).isEmpty());
        assertTrue(book.open("MOM", "KID", 2, true).isEmpty());
        assertTrue(book.powerOn("KID", 2).isEmpty());
        return book.powerOn("KID", 2);
    }

    @Test
    void aClusterOfThreePoolsIsReservedToTheLastGigahertz() {
        // vSphere 6.7 Resource Management, p. 88
        ReservationBook book = new ReservationBook("cluster", 16);
        assertTrue(book.open("cluster", "RP1", 4, true).isEmpty());
        assertTrue(book.open("cluster", "RP2", 5, false).isEmpty());
        assertTrue(book.open("cluster", "RP3", 5, true).isEmpty());
        assertTrue(book.powerOn("RP1", 6).isEmpty());
        assertTrue(book.powerOn("RP2", 3).isEmpty());
        assertTrue(book.powerOn("RP3", 5).isEmpty());
        assertEquals(16, book.used("cluster"));
        assertEquals(0, book.unreserved("cluster"));
        assertEquals(2, book.unreserved("RP2"));
        assertTrue(book.powerOn("RP1", 0.1).isPresent());
        assertTrue(book.powerOn("RP2", 3).isPresent());
    }

    /**
     * OpenDC, FlowDistributorTest and FragmentScalingTest: a core of 2,000 MHz supplies 2,000 of 3,000 and of 4,000; two such
     * cores supply 2,000 each of 6,000 and 5,000; ten minutes at 4,000 whose work must be done take 20 min, of 1,000, 4,000 and
     * 1,500 one after the other 40 min, and 10 and 30 min where what is not supplied is dropped.
     */
    @Test
    void demandOverTheSupply() {
        assertEquals(2000, Entitlement.divide(2000, List.of(Claim.of("a", 3000, 1)))[0]);
        assertEquals(2000, Entitlement.divide(2000, List.of(Claim.of("a", 4000, 1)))[0]);
        double[] two = Entitlement.divide(4000, List.of(Claim.of("a", 6000, 1), Claim.of("b", 5000, 1)));
        assertEquals(2000, two[0]);
        assertEquals(2000, two[1]);
        assertEquals(20, minutes(4000));
        assertEquals(40, minutes(1000, 4000, 1500));
    }

    /** Ten minutes at each demand, all the work done on a core of 2,000. */
    private static double minutes(double... demands) {
        double minutes = 0;
        for (double demand : demands) {
            minutes += 10 * demand / Entitlement.divide(2000, List.of(Claim.of("a", demand, 1)))[0];
        }
        return minutes;
    }
}
