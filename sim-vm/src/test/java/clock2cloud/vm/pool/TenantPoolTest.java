package clock2cloud.vm.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.vm.pool.FillRule.Basis;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TenantPoolTest {
    private static final FillRule EIGHTY_ALLOCATED = new FillRule(0.8, Basis.ALLOCATED);
    private static final FillRule EIGHTY_USED = new FillRule(0.8, Basis.USED);

    @Test
    void theLastFivePercentIsSoldOrNotAfterTheBasisOfTheRule() {
        TenantPool pool = TenantPool.threeTenants(0.1589); // the use measured in the Bitbrains traces
        assertEquals(0.05, pool.freeFraction(), 1e-12);
        TenantPool.Sale allocated = pool.sell("fourth", 0.05, 0.5, EIGHTY_ALLOCATED);
        assertFalse(allocated.sold());
        assertEquals(0, allocated.sellableFraction());
        assertEquals("the rule stops at 80% allocated, 95% is allocated already", allocated.reason());
        TenantPool.Sale used = pool.sell("fourth", 0.05, 0.5, EIGHTY_USED);
        assertTrue(used.sold());
        assertEquals(1, used.pool().allocatedFraction(), 1e-12);
        assertFalse(used.pool().sell("fifth", 0.01, 0.5, EIGHTY_USED).sold());
    }

    @Test
    void overcommitSellsMoreWhileUseStaysUnderTheLine() {
        TenantPool pool = new TenantPool(TenantPool.threeTenants(0.2).holdings(), 2);
        // used 0.19; (0.8 - 0.19) / 0.5 = 1.22, but 2 - 0.95 = 1.05 may still be promised
        assertEquals(1.05, pool.sellableFraction(EIGHTY_USED, 0.5), 1e-12);
        assertEquals(0.61, pool.sellableFraction(EIGHTY_USED, 1), 1e-12);
        assertEquals(1.05, pool.sellableFraction(EIGHTY_USED, 0), 1e-12);
    }

    @Property(tries = 200)
    void aSaleNeverCrossesTheLine(
            @ForAll @DoubleRange(min = 0, max = 1) double use,
            @ForAll @DoubleRange(min = 0, max = 1) double wanted,
            @ForAll @DoubleRange(min = 0.05, max = 1) double line) {
        for (Basis basis : Basis.values()) {
            TenantPool.Sale sale = TenantPool.threeTenants(use).sell("x", wanted, use, new FillRule(line, basis));
            double full = basis == Basis.USED
                    ? sale.pool().usedFraction()
                    : sale.pool().allocatedFraction();
            assertTrue(!sale.sold() || wanted == 0 || full <= line + 1e-9);
            assertTrue(sale.pool().allocatedFraction() <= 1 + 1e-9);
        }
    }

    @Test
    void aPoolCannotStartOversold() {
        TenantPool.Holding most = new TenantPool.Holding("a", 0.9, 0.1);
        assertThrows(IllegalArgumentException.class, () -> TenantPool.of(List.of(most, most)));
        assertThrows(IllegalArgumentException.class, () -> new TenantPool.Holding("a", 0.1, 0.2));
        assertThrows(IllegalArgumentException.class, () -> new FillRule(1.2, Basis.USED));
    }
}
