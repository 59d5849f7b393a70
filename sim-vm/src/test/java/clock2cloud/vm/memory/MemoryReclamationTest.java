package clock2cloud.vm.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MemoryReclamationTest {
    private static final double MIB = 1 << 20;

    @Test
    void theIdleTaxMovesMemoryToTheActiveGuest() {
        MemoryGuest idle = new MemoryGuest("idle", 256 * MIB, 0, 1, 0.0, 0);
        MemoryGuest active = new MemoryGuest("active", 256 * MIB, 0, 1, 1.0, 0);
        MemoryReclamation noTax = new MemoryReclamation(360 * MIB, 0, 0.65, 1e-4, 1000);
        assertEquals(180 * MIB, noTax.divide(List.of(idle, active)).get(0).grantedBytes(), 1);
        // tax 75%: an idle page costs 4, weights 1/4 : 1, so 72 : 288, but the active one needs only 256
        List<MemoryReclamation.Share> taxed =
                MemoryReclamation.ofHost(360 * MIB).divide(List.of(idle, active));
        assertEquals(104 * MIB, taxed.get(0).grantedBytes(), 1);
        assertEquals(256 * MIB, taxed.get(1).grantedBytes(), 1);
        assertEquals(152 * MIB, taxed.get(0).balloonBytes(), 1);
        assertEquals(1, taxed.get(0).slowdownRatio());
    }

    @Test
    void beyondTheBalloonTheHostSwaps() {
        MemoryGuest a = new MemoryGuest("a", 1000, 0, 1, 1, 0);
        // two of 1,000 on 500: each is granted 250 and loses 750; the balloon takes 650, 100 are swapped
        MemoryReclamation.Share share =
                MemoryReclamation.ofHost(500).divide(List.of(a, a)).get(0);
        assertEquals(250, share.grantedBytes(), 1e-9);
        assertEquals(650, share.balloonBytes(), 1e-9);
        assertEquals(100, share.swappedBytes(), 1e-9);
        // 75% of 1,000 touches a second miss and cost 0.1 ms each: 1 + 0.075
        assertEquals(1.075, share.slowdownRatio(), 1e-9);
    }

    @Test
    void equalPagesAreKeptOnce() {
        MemoryGuest a = new MemoryGuest("a", 1000, 0, 1, 1, 0.5);
        // half of 1,000 is equal in both: one copy stays, each saves 250
        MemoryReclamation.Share share =
                MemoryReclamation.ofHost(1500).divide(List.of(a, a)).get(0);
        assertEquals(250, share.sharedBytes(), 1e-9);
        assertEquals(750, share.grantedBytes(), 1e-9);
        assertEquals(0, share.balloonBytes());
    }

    @Provide
    Arbitrary<List<MemoryGuest>> guests() {
        Arbitrary<Double> part = Arbitraries.doubles().between(0, 1).ofScale(2);
        return Combinators.combine(Arbitraries.doubles().between(1, 100).ofScale(1), part, part, part)
                .as((size, reserved, active, equal) ->
                        new MemoryGuest("vm", size, 0.1 * reserved * size, 1 + active, active, equal))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property(tries = 200)
    void everyByteIsSomewhere(@ForAll("guests") List<MemoryGuest> guests) {
        List<MemoryReclamation.Share> shares = MemoryReclamation.ofHost(100).divide(guests);
        double granted = 0;
        for (int i = 0; i < guests.size(); i++) {
            MemoryReclamation.Share s = shares.get(i);
            double sum = s.grantedBytes() + s.sharedBytes() + s.balloonBytes() + s.swappedBytes();
            assertEquals(guests.get(i).configuredBytes(), sum, 1e-9);
            assertTrue(s.slowdownRatio() >= 1);
            granted += s.grantedBytes();
        }
        assertTrue(granted <= 100 * (1 + 1e-12));
    }

    @Test
    void badMemoryIsNamed() {
        assertThrows(IllegalArgumentException.class, () -> new MemoryGuest("a", 1, 2, 1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new MemoryGuest("a", 1, 0, 0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new MemoryReclamation(1, 1, 0.5, 0, 0));
    }
}
