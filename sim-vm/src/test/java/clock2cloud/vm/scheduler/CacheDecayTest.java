package clock2cloud.vm.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CacheDecayTest {
    /** After one life 1 - 1/e = 0.63212 is lost, after none nothing, after many everything. */
    @Test
    void byHand() {
        CacheDecay decay = new CacheDecay(0.4e-3, 8e-3);
        assertEquals(0.252848e-3, decay.coldSeconds(8e-3), 1e-9);
        assertEquals(0, decay.coldSeconds(0));
        assertEquals(0.4e-3, decay.coldSeconds(1), 1e-12);
        assertEquals(0, CacheDecay.NONE.coldSeconds(10));
    }

    /** 3 ms cost half of what 6 ms more of them cost: x = e^(-3/tau) solves 1 - x^2 = 1.5 (1 - x), so x = 1/2. */
    @Test
    void throughTwoPointsByHand() {
        CacheDecay decay = CacheDecay.through(3, 0.2, 6, 0.3);
        assertEquals(3 / Math.log(2), decay.lifeSeconds(), 1e-9);
        assertEquals(0.4, decay.allSeconds(), 1e-9);
    }

    /** What measurements may say that no decay does: a longer pause that costs less, or far more than in proportion. */
    @Test
    void measurementsThatNoDecayGives() {
        assertEquals(0.25, CacheDecay.through(3, 0.3, 9, 0.2).coldSeconds(1), 1e-9);
        assertEquals(0.1, CacheDecay.through(3, 0, 9, 0.3).coldSeconds(3), 1e-3);
        assertEquals(0, CacheDecay.through(3, 0, 9, 0).coldSeconds(9));
        assertThrows(IllegalArgumentException.class, () -> CacheDecay.through(3, 1, 3, 1));
        assertThrows(IllegalArgumentException.class, () -> CacheDecay.through(3, Double.NaN, 4, 1));
    }

    @Property(tries = 200)
    void itGoesThroughTheMeasurements(
            @ForAll @DoubleRange(min = 0.1, max = 10) double life,
            @ForAll @DoubleRange(min = 0.01, max = 5) double all) {
        CacheDecay decay = new CacheDecay(all, life);
        CacheDecay found = CacheDecay.through(1, decay.coldSeconds(1), 3, decay.coldSeconds(3));
        for (double pause : new double[] {0.3, 1, 2, 3, 30}) {
            assertEquals(decay.coldSeconds(pause), found.coldSeconds(pause), 1e-6 * all);
        }
        assertTrue(found.coldSeconds(2) <= found.coldSeconds(3));
    }
}
