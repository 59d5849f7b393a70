package clock2cloud.app.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.nn.data.TrainTest;
import org.junit.jupiter.api.Test;

final class HeadStartTest {
    @Test
    void beginsWithTheDigitsOnlyWhereATrainingOnThemIsAskedFor() {
        assertTrue(HeadStart.of("nn", "train", "--epochs", "1"));
        assertFalse(HeadStart.of("nn", "train", "--data", "mine.csv"));
        assertFalse(HeadStart.of("nn", "train", "--data=mine.csv"));
        assertFalse(HeadStart.of("nn", "data"));
        assertFalse(HeadStart.of("nn"));
        assertFalse(HeadStart.of());
    }

    @Test
    void handsTheDigitsOverOnce() {
        HeadStart.of("nn", "train");
        TrainTest begun = HeadStart.digits();
        TrainTest read = HeadStart.digits();
        assertNotSame(begun, read);
        assertArrayEquals(read.train().labels(), begun.train().labels());
        assertArrayEquals(read.test().pixels(), begun.test().pixels());
    }
}
