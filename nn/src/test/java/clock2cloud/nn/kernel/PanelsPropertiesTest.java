package clock2cloud.nn.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The layout of {@link Panels}. */
final class PanelsPropertiesTest {
    /** Bytes of the sets of one way of a first-level cache of 32 or 48 KiB. */
    private static final int WAY = 4096;

    @Property
    void sixteenNeighbouringPanelsBeginOnSetsOfTheirOwn(@ForAll @IntRange(min = 2, max = 5000) int rows) {
        Panels panels = new Panels(rows, 16 * Panels.WIDTH);
        long different = IntStream.range(0, 16)
                .map(panel -> panels.at(panel, 0) * Float.BYTES % WAY)
                .distinct()
                .count();
        assertEquals(16, different);
        assertTrue(panels.stride() >= rows * Panels.WIDTH && panels.stride() <= (rows + 3) * Panels.WIDTH);
    }

    @Property
    void aSingleRowLiesInOnePiece(@ForAll @IntRange(min = 1, max = 200) int columns) {
        assertEquals(Panels.WIDTH, new Panels(1, columns).stride());
    }

    @Property
    void rowMajorGoesInAndOut(
            @ForAll @IntRange(min = 1, max = 70) int rows, @ForAll @IntRange(min = 1, max = 70) int columns) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        Panels panels = new Panels(rows, columns);
        panels.setRowMajor(values);
        assertArrayEquals(values, panels.toRowMajor());
    }
}
