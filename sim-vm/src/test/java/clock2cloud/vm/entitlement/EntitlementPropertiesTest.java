package clock2cloud.vm.entitlement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class EntitlementPropertiesTest {
    private static final double CAPACITY = 100;

    /** At most ten claims whose reservations are at most a tenth of the capacity each: always admitted. */
    @Provide
    Arbitrary<List<Claim>> admitted() {
        return claim().list().ofMinSize(1).ofMaxSize(9);
    }

    @Provide
    Arbitrary<Claim> claim() {
        Arbitrary<Double> reservation = Arbitraries.doubles().between(0, 10).ofScale(3);
        Arbitrary<Double> more = Arbitraries.doubles().between(0, 60).ofScale(3);
        Arbitrary<Double> shares = Arbitraries.doubles().between(0.01, 1000).ofScale(2);
        return Combinators.combine(more, reservation, more, shares)
                .as((demand, reserved, room, weight) -> new Claim("vm", demand, reserved, reserved + room, weight));
    }

    @Property(tries = 300)
    void everybodyIsBetweenTheGuaranteeAndTheLimitAndTheCapacityIsUsed(@ForAll("admitted") List<Claim> claims) {
        double[] shared = Entitlement.divide(CAPACITY, claims);
        for (int i = 0; i < shared.length; i++) {
            Claim claim = claims.get(i);
            assertTrue(shared[i] <= Math.min(claim.limit(), claim.demand()));
            assertTrue(shared[i] >= Math.min(claim.reservation(), claim.demand()));
        }
        double wanted = claims.stream().mapToDouble(Claim::ceiling).sum();
        assertEquals(Math.min(CAPACITY, wanted), Arrays.stream(shared).sum(), 1e-9);
    }

    @Property(tries = 300)
    void scalingAllSharesChangesNothing(
            @ForAll("admitted") List<Claim> claims, @ForAll @DoubleRange(min = 0.01, max = 1000) double factor) {
        List<Claim> scaled = claims.stream()
                .map(c -> new Claim(c.name(), c.demand(), c.reservation(), c.limit(), c.shares() * factor))
                .toList();
        assertArrayEquals(Entitlement.divide(CAPACITY, claims), Entitlement.divide(CAPACITY, scaled), 1e-9);
    }

    @Property(tries = 300)
    void oneMoreNeverRaisesAnother(@ForAll("admitted") List<Claim> claims, @ForAll("claim") Claim newcomer) {
        double[] before = Entitlement.divide(CAPACITY, claims);
        List<Claim> more = new java.util.ArrayList<>(claims);
        more.add(newcomer);
        double[] after = Entitlement.divide(CAPACITY, more);
        for (int i = 0; i < before.length; i++) {
            assertTrue(after[i] <= before[i] + 1e-9);
        }
    }

    @Property(tries = 200)
    void aPoolAroundEverythingChangesNothing(@ForAll("admitted") List<Claim> claims) {
        List<Claim> named = new java.util.ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Claim c = claims.get(i);
            named.add(new Claim("vm" + i, c.demand(), c.reservation(), c.limit(), c.shares()));
        }
        Map<String, Double> pooled = ResourcePool.of("root", 0, 1, named).divide(CAPACITY);
        double[] flat = Entitlement.divide(CAPACITY, named);
        for (int i = 0; i < flat.length; i++) {
            assertEquals(flat[i], pooled.getOrDefault("vm" + i, -1.0), 1e-12);
        }
    }

    @Property(tries = 200)
    void nestedPoolsLoseNothing(@ForAll("admitted") List<Claim> left, @ForAll("admitted") List<Claim> right) {
        ResourcePool root = new ResourcePool(
                "root", 0, Claim.UNLIMITED, 1, false, List.of(renamed("l", left), renamed("r", right)), List.of());
        Map<String, Double> shared = root.divide(2 * CAPACITY);
        double machines = shared.entrySet().stream()
                .filter(e -> e.getKey().contains("-"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        double wanted = left.stream().mapToDouble(Claim::ceiling).sum()
                + right.stream().mapToDouble(Claim::ceiling).sum();
        assertEquals(Math.min(2 * CAPACITY, wanted), machines, 1e-9);
    }

    private static ResourcePool renamed(String pool, List<Claim> claims) {
        List<Claim> named = new java.util.ArrayList<>();
        for (Claim c : claims) {
            named.add(new Claim(pool + "-" + named.size(), c.demand(), c.reservation(), c.limit(), c.shares()));
        }
        return ResourcePool.of(pool, 0, 1, named);
    }

    @Test
    void badClaimsAreNamed() {
        Throwable limit = assertThrows(IllegalArgumentException.class, () -> new Claim("web", 1, 2, 1, 1));
        assertEquals("VM web: the limit 1 is below the reservation 2", limit.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Claim("web", 1, 0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Claim("web", Double.NaN, 0, 1, 1));
        Throwable over = assertThrows(
                IllegalArgumentException.class,
                () -> Entitlement.divide(10, List.of(new Claim("a", 20, 11, Claim.UNLIMITED, 1))));
        assertEquals("reservations of 11 exceed the capacity of 10", over.getMessage());
    }
}
