package clock2cloud.bench.nn;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.Mnist;
import clock2cloud.nn.data.TrainTest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** Epochs of a net by PyTorch under DJL: {@code PyTorchEpochs A|B|C|D EPOCHS}; threads by {@code -Dai.djl.pytorch.num_threads}. */
final class PyTorchEpochs {
    private PyTorchEpochs() {}

    public static void main(String[] args) {
        int[] sizes =
                switch (args[0]) {
                    case "A" -> new int[] {784, 30, 10};
                    case "B" -> new int[] {784, 128, 10};
                    case "C" -> new int[] {784, 512, 512, 10};
                    default -> new int[] {784, 2048, 2048, 10};
                };
        boolean sigmoid = args[0].equals("A");
        int batch =
                switch (args[0]) {
                    case "A" -> 10;
                    case "B" -> 32;
                    case "C" -> 128;
                    default -> 512;
                };
        int epochs = Integer.parseInt(args[1]);
        try (Model model = Model.newInstance("mlp");
                NDManager manager = NDManager.newBaseManager()) {
            model.setBlock(block(sizes, sigmoid));
            Loss loss = sigmoid ? Loss.l2Loss("l2", 10f) : Loss.softmaxCrossEntropyLoss();
            Optimizer descent = Optimizer.sgd()
                    .setLearningRateTracker(Tracker.fixed(sigmoid ? 3f : 0.1f))
                    .build();
            try (Trainer trainer = model.newTrainer(new DefaultTrainingConfig(loss).optOptimizer(descent))) {
                trainer.initialize(new Shape(batch, 784));
                train(trainer, manager, Mnist.load(), batch, epochs, sigmoid, args[0]);
            }
        }
    }

    private static SequentialBlock block(int[] sizes, boolean sigmoid) {
        SequentialBlock block = new SequentialBlock();
        for (int i = 1; i < sizes.length; i++) {
            block.add(Linear.builder().setUnits(sizes[i]).build());
            if (sigmoid) {
                block.add(Activation::sigmoid);
            } else if (i + 1 < sizes.length) {
                block.add(Activation::relu);
            }
        }
        return block;
    }

    private static void train(
            Trainer trainer, NDManager manager, TrainTest data, int batch, int epochs, boolean oneHot, String net) {
        NDArray x = pixels(manager, data.train());
        NDArray labels = manager.create(data.train().labels());
        NDArray y = oneHot ? labels.oneHot(10) : labels;
        double[] seconds = new double[epochs];
        Random random = new Random(1);
        for (int epoch = 0; epoch < epochs; epoch++) {
            int[] order = shuffled(data.train().rows(), random);
            long start = System.nanoTime();
            for (int first = 0; first + batch <= order.length; first += batch) {
                try (NDManager step = manager.newSubManager()) {
                    NDArray rows = step.create(Arrays.copyOfRange(order, first, first + batch));
                    NDArray xs = x.get(step, new NDIndex("{}", rows));
                    NDArray ys = y.get(step, new NDIndex("{}", rows));
                    try (GradientCollector collector = trainer.newGradientCollector()) {
                        NDList out = trainer.forward(new NDList(xs));
                        collector.backward(trainer.getLoss().evaluate(new NDList(ys), out));
                        out.attach(step);
                    }
                    trainer.step();
                }
            }
            seconds[epoch] = (System.nanoTime() - start) / 1e9;
        }
        NDArray said = trainer.evaluate(new NDList(pixels(manager, data.test())))
                .singletonOrThrow()
                .argMax(1);
        long right = 0;
        long[] guesses = said.toLongArray();
        for (int i = 0; i < guesses.length; i++) {
            right += guesses[i] == data.test().labels()[i] ? 1 : 0;
        }
        String threads = System.getProperty("ai.djl.pytorch.num_threads");
        for (int i = 1; i < epochs; i++) {
            System.out.printf(Locale.ROOT, "epoch %s,%s,PyTorch 2.7.1 under DJL,%.4f%n", net, threads, seconds[i]);
        }
        System.out.printf(Locale.ROOT, "accuracy %s,%s,PyTorch 2.7.1 under DJL,%.4f%n", net, threads, right / 1e4);
    }

    private static NDArray pixels(NDManager manager, DataSet data) {
        float[] values = new float[data.rows() * data.features()];
        for (int row = 0; row < data.rows(); row++) {
            data.copyRow(row, values, row * data.features());
        }
        return manager.create(values, new Shape(data.rows(), data.features()));
    }

    private static int[] shuffled(int count, Random random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
