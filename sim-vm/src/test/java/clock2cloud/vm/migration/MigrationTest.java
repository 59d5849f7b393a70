package clock2cloud.vm.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class MigrationTest {
    private static final double MB = 1e6;

    @Test
    void clarkConverges() {
        // geometric model of Clark et al., NSDI 2005: 4,096 MB at 100 MB/s, dirtied at 20 MB/s, stop at 1 MB
        PreCopy.Result result = PreCopy.of(4096 * MB, 100 * MB, 20 * MB, MB).run();
        assertEquals(6, result.rounds().size());
        assertTrue(result.converged());
        assertEquals(51.19934464, result.totalSeconds(), 1e-9);
        assertEquals(0.00262144, result.downtimeSeconds(), 1e-12);
        assertEquals(5119.934464 * MB, result.sentBytes(), 1e-3);
    }

    @Test
    void clarkDiverges() {
        PreCopy.Result result = PreCopy.of(4096 * MB, 100 * MB, 120 * MB, MB).run();
        assertEquals(30, result.rounds().size());
        assertFalse(result.converged());
        assertEquals(1269.76, result.totalSeconds(), 1e-9);
        assertEquals(40.96, result.downtimeSeconds(), 1e-9);
        assertEquals(126976 * MB, result.sentBytes(), 1);
    }

    @Test
    void simgridsMigrationOfAQuietMachine() {
        // s4u-cloud-migration: 100 MB in 13.346 s and 1,000 MB in 132.766 s give the bandwidth, 900 MB / 119.42 s, and
        // 0.077 s of set-up; two at once over the same link have half of it each: 265.454 s
        double bandwidth = 900 * MB / (132.766 - 13.346);
        double setUp = 13.346 - 100 * MB / bandwidth;
        PreCopy one = new PreCopy(1000 * MB, bandwidth / 2, 0, 1000 * MB, 0, 30, setUp);
        assertEquals(265.454, one.run().totalSeconds(), 2e-3);
    }

    @Property(tries = 200)
    void fasterNetworksAndQuieterGuestsAreDownNoLonger(
            @ForAll @DoubleRange(min = 0, max = 90) double dirty,
            @ForAll @DoubleRange(min = 1, max = 3) double faster) {
        PreCopy.Result slow = PreCopy.of(1000, 100, dirty, 1).run();
        PreCopy.Result fast = PreCopy.of(1000, 100 * faster, dirty, 1).run();
        assertTrue(fast.totalSeconds() <= slow.totalSeconds() + 1e-9);
        assertTrue(slow.sentBytes() >= 1000);
        double running =
                slow.rounds().stream().mapToDouble(PreCopy.Round::seconds).sum();
        assertEquals(slow.totalSeconds(), running + slow.downtimeSeconds(), 1e-9);
    }

    @Test
    void coldMigrationIsDownAllTheTime() {
        // 1 GB saved and restored at 200 MB/s: 10 s; 1 GB sent at 100 MB/s: 10 s
        assertEquals(20, new ColdMigration(1e9, 0, 200 * MB, 100 * MB).downtimeSeconds(), 1e-9);
        assertEquals(520, new ColdMigration(1e9, 50e9, 200 * MB, 100 * MB).downtimeSeconds(), 1e-9);
    }

    @Test
    void bootSaveRestoreResize() {
        Lifecycle half = new Lifecycle(2, 500 * MB, 6, 100 * MB, 0.5);
        assertEquals(14, half.bootSeconds(), 1e-9); // 2 s + max(5 s of reading, 6 s / 0.5)
        assertEquals(10, half.saveSeconds(1e9), 1e-9);
        assertEquals(0, half.resizeSeconds(2, 1, true));
        assertEquals(14, half.resizeSeconds(0.5, 1, true), 1e-9);
    }

    @Test
    void badMigrationsAreNamed() {
        assertThrows(IllegalArgumentException.class, () -> PreCopy.of(-1, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> PreCopy.of(1, 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> PreCopy.of(1, 1, Double.NaN, 1));
    }
}
