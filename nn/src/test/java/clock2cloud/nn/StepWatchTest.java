package clock2cloud.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.ScalarKernels;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StepWatchTest {
    private final DataSet data =
            DataSet.ofPixels(ImageShape.ofFeatures(2), new byte[8], new int[] {0, 1, 0, 1}, List.of("a", "b"));

    /** Every look at the fake clock is one second later: a part takes one look, but the input gradient that there is not. */
    @Test
    void everyPartOfAStepIsSeenOnce() {
        AtomicLong now = new AtomicLong();
        try (Trainer trainer =
                new Trainer(Net.dense(Activation.RELU, 2, 3, 2), Settings.of(2, 0.1, 1), new ScalarKernels())) {
            trainer.watch().start(() -> now.addAndGet(1_000_000_000));
            trainer.epoch(data, data, () -> 0);
            trainer.watch().stop();
            trainer.epoch(data, data, () -> 0);
            assertEquals(2, trainer.watch().steps());
            assertArrayEquals(
                    new double[] {1, 1, 1, 1, 0, 1, 1, 1, 1}, trainer.watch().seconds());
        }
    }

    @Test
    void unstartedItSeesNothing() {
        try (Trainer trainer =
                new Trainer(Net.dense(Activation.RELU, 2, 3, 2), Settings.of(2, 0.1, 1), new ScalarKernels())) {
            trainer.epoch(data, data, () -> 0);
            assertEquals(0, trainer.watch().steps());
        }
    }
}
