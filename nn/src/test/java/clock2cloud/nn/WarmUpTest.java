package clock2cloud.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import clock2cloud.nn.kernel.Kernels;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private static final Kernels KERNELS = FastKernels.here();
    private static final Net NET = Net.dense(Activation.RELU, 20, 9, 3);
    private static final Settings SETTINGS = Settings.of(8, 0.1, 5);

    @Test
    void trainingBesideAWarmUpGivesTheSameBits() {
        DataSet data = Sets.pixels(100, 20, 3, 1);
        double alone = lossOfAnEpoch(data);
        WarmUp warmUp = WarmUp.begin(NET, SETTINGS, KERNELS);
        assertEquals(alone, lossOfAnEpoch(data));
        warmUp.close();
    }

    @Test
    void aWarmUpThatDivergesIsSilent() {
        WarmUp warmUp = WarmUp.begin(NET, Settings.of(8, 1e30, 5), KERNELS);
        warmUp.close();
        assertEquals(8, WarmUp.noise(NET.input(), NET.classes(), 8).rows());
    }

    private static double lossOfAnEpoch(DataSet data) {
        try (Trainer trainer = new Trainer(NET, SETTINGS, KERNELS)) {
            return trainer.epoch(data, data, () -> 0L).trainLoss();
        }
    }
}
