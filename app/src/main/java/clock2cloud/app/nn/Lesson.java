package clock2cloud.app.nn;

import clock2cloud.app.chart.Figure;
import clock2cloud.nn.Evaluation;
import clock2cloud.nn.Net;
import clock2cloud.nn.Settings;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.Mnist;
import clock2cloud.nn.data.TrainTest;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import clock2cloud.nn.kernel.Panels;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A short training on part of MNIST, the same bits everywhere, that three figures tell of. */
record Lesson(long seed, List<EpochLine> epochs, Evaluation evaluation, Panels first, DataSet test) {
    private static final int ROWS = 10_000;
    private static final int EPOCHS = 8;
    private static final ConcurrentMap<Long, Lesson> TAUGHT = new ConcurrentHashMap<>();

    static Lesson of(long seed) {
        return TAUGHT.computeIfAbsent(seed, Lesson::taught);
    }

    private static Lesson taught(long seed) {
        TrainTest data = Mnist.load();
        Settings settings =
                Settings.of(20, 0.1, seed).withThreads(Runtime.getRuntime().availableProcessors());
        Net net = Net.dense(Activation.RELU, 784, 48, 10);
        List<EpochLine> epochs = new ArrayList<>();
        try (Trainer trainer = new Trainer(net, settings, FastKernels.here())) {
            trainer.train(
                    data.train().first(ROWS),
                    data.test(),
                    EPOCHS,
                    System::nanoTime,
                    epoch -> epochs.add(EpochLine.of(epoch)));
            Panels weights = trainer.parameters().get(0).values();
            return new Lesson(seed, epochs, trainer.evaluate(data.test()), weights, data.test());
        }
    }

    private static String conditions() {
        return "784-48-10 ReLU on the first 10,000 digits of MNIST, batch 20, rate 0.1";
    }

    private String command(String figure) {
        return "./c2c figures --only " + figure + " --seed " + seed + " --out figures";
    }

    Figure learningCurve() {
        return LearningFigures.curve(epochs, conditions(), command("learning-curve"), seed)
                .source(source());
    }

    Figure confusion() {
        return LearningFigures.confusion(evaluation, test.classNames(), conditions(), command("confusion-matrix"), seed)
                .source(source());
    }

    Figure strokes() {
        return LearningFigures.weights(first, test.shape(), conditions(), command("first-layer-weights"), seed)
                .source(source());
    }

    private static String source() {
        return "MNIST: LeCun, Cortes, Burges; freely used for research and teaching";
    }
}
