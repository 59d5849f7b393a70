package clock2cloud.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.ScalarKernels;
import clock2cloud.nn.layer.Cost;
import clock2cloud.nn.layer.Parameter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainerTest {
    private static final Kernels KERNELS = FastKernels.here();

    static Stream<Net> nets() {
        return Stream.of(
                Net.dense(Activation.SIGMOID, 13, 7, 3),
                Net.dense(Activation.RELU, 40, 35, 33, 5),
                Net.dense(Activation.TANH, 9, 8, 4),
                Net.dense(Activation.LEAKY_RELU, 65, 31, 40),
                Net.dense(Activation.SIGMOID, Activation.SIGMOID, Cost.CROSS_ENTROPY, 6, 5, 4),
                Net.dense(Activation.RELU, Activation.IDENTITY, Cost.QUADRATIC, 6, 5, 4),
                Net.dense(Activation.RELU, 5, 3));
    }

    /** One batch, one epoch: a step of the book's equations, whose own gradients the next test checks by differences. */
    @ParameterizedTest
    @MethodSource("nets")
    void aStepIsTheBooksStep(Net net) {
        DataSet data = Sets.pixels(11, net.inputs(), net.classes(), 3);
        try (Trainer trainer = new Trainer(net, Settings.of(11, 0.5, 7), KERNELS)) {
            PlainNet plain = new PlainNet(trainer);
            plain.step(Sets.inputs(data), Sets.targets(data), 0.5f);
            trainer.epoch(data, data, () -> 0L);
            for (int l = 0; l < plain.weights.size(); l++) {
                float[] weights = trainer.parameters().get(2 * l).values().toRowMajor();
                assertArrayEquals(plain.weights.get(l).values(), weights, 2e-6f);
                float[] biases = trainer.parameters().get(2 * l + 1).values().toRowMajor();
                assertArrayEquals(plain.biases.get(l).values(), biases, 2e-6f);
            }
        }
    }

    /** The step divided by the rate, beside (C(w + h) − C(w − h)) / 2h of the batch's mean cost. */
    @ParameterizedTest
    @MethodSource("nets")
    void gradientsAreTheSlopesOfTheCost(Net net) {
        DataSet data = Sets.pixels(4, net.inputs(), net.classes(), 5);
        try (Trainer trainer = new Trainer(net, Settings.of(4, 1, 11), KERNELS)) {
            PlainNet plain = new PlainNet(trainer);
            trainer.epoch(data, data, () -> 0L);
            for (int l = 0; l < plain.weights.size(); l++) {
                float[] before = plain.weights.get(l).values();
                float[] after = trainer.parameters().get(2 * l).values().toRowMajor();
                for (int i = 0; i < before.length; i += 1 + before.length / 20) {
                    assertEquals(slope(plain, data, before, i), before[i] - after[i], 2e-3);
                }
            }
        }
    }

    private static double slope(PlainNet plain, DataSet data, float[] weights, int i) {
        float kept = weights[i];
        float h = 2e-3f;
        weights[i] = kept + h;
        double above = plain.loss(Sets.inputs(data), Sets.targets(data));
        weights[i] = kept - h;
        double below = plain.loss(Sets.inputs(data), Sets.targets(data));
        weights[i] = kept;
        return (above - below) / (2 * h);
    }

    @Test
    void threadsAndKernelsDoNotChangeOneBit() {
        Net net = Net.dense(Activation.RELU, 70, 100, 45, 7);
        DataSet data = Sets.pixels(90, 70, 7, 1);
        List<float[]> one = trained(net, data, 1, new ScalarKernels());
        for (int threads = 1; threads <= 4; threads++) {
            List<float[]> more = trained(net, data, threads, KERNELS);
            for (int p = 0; p < one.size(); p++) {
                assertArrayEquals(one.get(p), more.get(p), threads + " threads, parameter " + p);
            }
        }
    }

    private static List<float[]> trained(Net net, DataSet data, int threads, Kernels kernels) {
        try (Trainer trainer = new Trainer(net, Settings.of(37, 0.1, 5).withThreads(threads), kernels)) {
            trainer.train(data, data, 3, () -> 0L, epoch -> {});
            return trainer.parameters().stream()
                    .map(Parameter::values)
                    .map(p -> p.toRowMajor())
                    .toList();
        }
    }

    @Test
    void anEpochInPiecesIsTheSameEpoch() {
        Net net = Net.dense(Activation.RELU, 30, 20, 4);
        DataSet data = Sets.pixels(47, 30, 4, 9);
        List<float[]> whole = trained(net, data, 1, KERNELS);
        try (Trainer trainer = new Trainer(net, Settings.of(37, 0.1, 5).withThreads(2), KERNELS)) {
            trainer.epoch(data, data, () -> 0L);
            trainer.epoch(data, data, () -> 0L);
            trainer.begin(data);
            assertEquals(1, trainer.steps(data, 1));
            assertEquals(1, trainer.steps(data, 3));
            assertEquals(0, trainer.steps(data, 3));
            for (int p = 0; p < whole.size(); p++) {
                assertArrayEquals(
                        whole.get(p), trainer.parameters().get(p).values().toRowMajor());
            }
        }
    }

    /** The clock goes on 1 s a look: an epoch takes one second, and 20 rows a second. */
    @Test
    void anEpochIsTimedByTheGivenClock() {
        DataSet data = Sets.pixels(20, 6, 3, 1);
        AtomicLong clock = new AtomicLong();
        Net net = Net.dense(Activation.RELU, 6, 3);
        try (Trainer trainer = new Trainer(net, Settings.of(5, 0.1, 1), KERNELS)) {
            Epoch epoch = trainer.epoch(data, data, () -> clock.getAndAdd(1_000_000_000L));
            assertEquals(1.0, epoch.seconds());
            assertEquals(20.0, epoch.samplesPerSecond());
            assertEquals(4.0 * Work.of(net, 5).flopsPerStep(), epoch.flopsPerSecond());
            assertEquals(4, trainer.steps());
        }
    }

    @Test
    void anEpochEndsWithALookAtTheTestSet() {
        DataSet data = Sets.pixels(47, 6, 3, 1);
        DataSet test = Sets.pixels(20, 6, 3, 2);
        try (Trainer trainer = new Trainer(Net.dense(Activation.RELU, 6, 3), Settings.of(5, 0.1, 1), KERNELS)) {
            Epoch epoch = trainer.epoch(data, test, () -> 0L);
            Evaluation again = trainer.evaluate(test);
            assertEquals(20, epoch.test().rows());
            assertArrayEquals(again.confusion(), epoch.test().confusion());
            assertEquals(again.loss(), epoch.testLoss());
            assertEquals(again.accuracy(), epoch.testAccuracy());
        }
    }

    @Test
    void aLossThatIsNoNumberStopsWithItsStep() {
        DataSet data = Sets.pixels(100, 20, 3, 2);
        Net net = Net.dense(Activation.RELU, Activation.IDENTITY, Cost.QUADRATIC, 20, 50, 50, 3);
        try (Trainer trainer = new Trainer(net, Settings.of(5, 1e6, 1), KERNELS)) {
            TrainingDiverged thrown = assertThrows(TrainingDiverged.class, () -> trainer.epoch(data, data, () -> 0L));
            assertTrue(thrown.step() >= 1 && thrown.step() <= 20, thrown.getMessage());
            assertTrue(thrown.getMessage().contains("step " + thrown.step()), thrown.getMessage());
        }
    }

    @Test
    void dataThatDoNotFitAreRefused() {
        Net net = Net.dense(Activation.RELU, 6, 3);
        DataSet wide = Sets.pixels(5, 7, 3, 1);
        try (Trainer trainer = new Trainer(net, Settings.of(5, 0.1, 1), KERNELS)) {
            IllegalArgumentException thrown =
                    assertThrows(IllegalArgumentException.class, () -> trainer.epoch(wide, wide, () -> 0L));
            assertEquals("the net takes 6 inputs, the data set has 7 features a row", thrown.getMessage());
        }
    }
}
