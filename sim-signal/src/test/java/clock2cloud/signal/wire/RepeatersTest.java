package clock2cloud.signal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class RepeatersTest {
    private static final BakogluRepeaters WIRE = new BakogluRepeaters(4e3, 2e-12, 2e3, 10e-15);

    @Property(tries = 60)
    void noOtherCountOrSizeIsFaster(
            @ForAll @IntRange(min = 1, max = 60) int count, @ForAll @DoubleRange(min = 0.5, max = 60) double size) {
        assertTrue(WIRE.delaySeconds(count, size) >= WIRE.bestDelaySeconds() * (1 - 1e-12));
        assertTrue(WIRE.delaySeconds(count, WIRE.bestSize()) >= WIRE.delaySeconds(WIRE.count(), WIRE.bestSize()));
    }

    @Test
    void theFormulaIsWithinFourPercentOfTheExactLine() {
        assertEquals(0, WIRE.errorFraction(15, 10), 0.04);
    }

    /** With repeaters delay grows with length, without with its square. */
    @Test
    void repeatersMakeDelayLinear() {
        BakogluRepeaters twice = new BakogluRepeaters(8e3, 4e-12, 2e3, 10e-15);
        assertEquals(2, twice.bestDelaySeconds() / WIRE.bestDelaySeconds(), 1e-9);
        assertTrue(twice.exactDelaySeconds(1, 50) / WIRE.exactDelaySeconds(1, 50) > 3);
    }

    /** CAC-1: CACTI's form has the same size, and its delay a metre is the book's to 5% when gates have no output load. */
    @Test
    void cactiSaysTheSame() {
        RepeaterSpacing cacti = new RepeaterSpacing(4e3, 2e-12, 2e3, 10e-15, 0);
        assertEquals(WIRE.bestSize(), cacti.size(), 1e-9);
        assertEquals(1 / (WIRE.bestCount() * Math.sqrt(0.5 / 0.4 * 0.7)), cacti.spacingMetres(), 1e-9);
        assertEquals(WIRE.bestDelaySeconds(), cacti.delaySecondsPerMetre(), 0.05 * 1e-9);
    }
}
