package clock2cloud.nn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.nn.data.Mnist;
import clock2cloud.nn.data.TrainTest;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import clock2cloud.nn.layer.Momentum;
import org.junit.jupiter.api.Test;

class MnistKnownAnswersTest {
    private static final TrainTest MNIST = Mnist.load();

    /** Nielsen, chapter 1: batch 10, rate 3.0, 30 epochs, "about 95 percent" (95.42% at its peak). */
    @Test
    void thirtySigmoidsReachNielsensNinetyFivePercent() {
        Net net = Net.dense(Activation.SIGMOID, 784, 30, 10);
        Settings settings = Settings.of(10, 3.0, 1).withInitialisation(Initialisation.STANDARD_NORMAL);
        double best = 0;
        try (Trainer trainer = new Trainer(net, settings, FastKernels.here())) {
            for (int epoch = 0; epoch < 30; epoch++) {
                best = Math.max(
                        best,
                        trainer.epoch(MNIST.train(), MNIST.test(), () -> 0L).testAccuracy());
            }
        }
        assertTrue(best > 0.945 && best < 0.965, "best of 30 epochs: " + best);
    }

    @Test
    void twoTimesFiveHundredAndTwelveRectifiersReach98() {
        double accuracy = afterTenEpochs(Net.dense(Activation.RELU, 784, 512, 512, 10));
        assertTrue(accuracy >= 0.98, "after 10 epochs: " + accuracy);
    }

    @Test
    void leNet5Reaches98Point8() {
        double accuracy = afterTenEpochs(KnownNets.lenet5());
        assertTrue(accuracy >= 0.988, "after 10 epochs: " + accuracy);
    }

    /** Batch 128, Nesterov's momentum, the rate down half a cosine. */
    private static double afterTenEpochs(Net net) {
        Settings settings = Settings.of(128, 0.05, 1)
                .withThreads(2)
                .withOptimizer(new Momentum(0.9, true))
                .withSchedule(Schedule.cosine(10, 0));
        try (Trainer trainer = new Trainer(net, settings, FastKernels.here())) {
            trainer.train(MNIST.train(), MNIST.test(), 10, () -> 0L, epoch -> {});
            return trainer.evaluate(MNIST.test()).accuracy();
        }
    }

    @Test
    void aHundredAndTwentyEightRectifiersReach97AndAHalf() {
        Net net = Net.dense(Activation.RELU, 784, 128, 10);
        try (Trainer trainer = new Trainer(net, Settings.of(32, 0.1, 1), FastKernels.here())) {
            trainer.train(MNIST.train(), MNIST.test(), 10, () -> 0L, epoch -> {});
            double accuracy = trainer.evaluate(MNIST.test()).accuracy();
            assertTrue(accuracy >= 0.975, "after 10 epochs: " + accuracy);
        }
    }
}
