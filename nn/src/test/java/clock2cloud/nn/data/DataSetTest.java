package clock2cloud.nn.data;

import static clock2cloud.nn.data.Refusal.refuses;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class DataSetTest {
    private static final ImageShape PAIR = ImageShape.ofFeatures(2);

    @Test
    void bytesAreReadAsZeroToOne() {
        DataSet set = DataSet.ofPixels(PAIR, new byte[] {0, -1, 51, 102}, new int[] {0, 1}, List.of("a", "b"));
        float[] row = new float[3];
        set.copyRow(1, row, 1);
        assertArrayEquals(new float[] {0, 0.2f, 0.4f}, row); // 51 / 255, 102 / 255
        assertEquals(1f, set.value(0, 1));
    }

    @Test
    void keepsFloatsAsTheyCame() {
        DataSet set = DataSet.ofFloats(PAIR, new float[] {-3, 4, 5, 6}, new int[] {0, 1}, List.of("a", "b"));
        assertEquals(-3f, set.value(0, 0));
        assertArrayEquals(new float[] {5, 6}, set.rows(new int[] {1}).floats());
    }

    @Test
    void keepsEachRowsNameUnderOtherClasses() {
        DataSet set = DataSet.ofPixels(PAIR, new byte[4], new int[] {0, 1}, List.of("cat", "dog"));
        DataSet other = set.withClasses(List.of("ant", "dog", "cat"));
        assertArrayEquals(new int[] {2, 1}, other.labels());
        assertEquals(3, other.classes());
        refuses(
                "there are rows of class dog, which is none of cat, cow",
                "",
                () -> set.withClasses(List.of("cat", "cow")));
    }

    @Test
    void namesWhatDoesNotFit() {
        refuses(
                "",
                "row 2: label 2 is outside 0 to 1",
                () -> DataSet.ofPixels(PAIR, new byte[4], new int[] {0, 2}, List.of("a", "b")));
        refuses("", "needs 4 values, not 3", () -> DataSet.ofPixels(PAIR, new byte[3], new int[2], List.of("a", "b")));
        refuses(
                "",
                "row 2, feature 1: NaN is not a finite number",
                () -> DataSet.ofFloats(PAIR, new float[] {0, 0, Float.NaN, 0}, new int[2], List.of("a")));
        refuses("", "no class has two rows", () -> DataSet.ofPixels(
                        PAIR, new byte[4], new int[] {0, 1}, List.of("a", "b"))
                .split(0.5, new SplittableRandom(1)));
        refuses("", "must be above 0 and below 1", () -> DataSet.ofPixels(PAIR, new byte[4], new int[2], List.of("a"))
                .split(1, new SplittableRandom(1)));
    }

    @Test
    void aSplitKeepsEachClassesShareAndEveryRowOnce() {
        int[] labels = new int[100];
        byte[] pixels = new byte[100];
        for (int row = 0; row < 100; row++) {
            labels[row] = row < 20 ? 0 : 1;
            pixels[row] = (byte) row;
        }
        DataSet all = DataSet.ofPixels(ImageShape.ofFeatures(1), pixels, labels, List.of("few", "many"));
        TrainTest cut = all.split(0.25, new SplittableRandom(7));
        assertArrayEquals(new int[] {5, 20}, cut.test().classCounts());
        assertArrayEquals(new int[] {15, 60}, cut.train().classCounts());
        boolean[] seen = new boolean[100];
        for (DataSet part : List.of(cut.train(), cut.test())) {
            for (byte row : part.pixels()) {
                assertTrue(!seen[row], "row " + row + " twice");
                seen[row] = true;
            }
        }
        assertArrayEquals(
                cut.test().pixels(),
                all.split(0.25, new SplittableRandom(7)).test().pixels());
    }
}
