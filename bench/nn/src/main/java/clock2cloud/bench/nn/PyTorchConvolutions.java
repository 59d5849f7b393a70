package clock2cloud.bench.nn;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.Locale;
import java.util.Random;

/**
 * Steps of 128 of the convolutional nets by PyTorch under DJL: {@code PyTorchConvolutions lenet5|mnist-cnn STEPS}; threads by
 * {@code -Dai.djl.pytorch.num_threads}. The first fifth warms up. Data are noise: their values do not change the time.
 */
final class PyTorchConvolutions {
    private static final int BATCH = 128;
    private static final int ROWS = 1280;

    private PyTorchConvolutions() {}

    public static void main(String[] args) {
        int steps = Integer.parseInt(args[1]);
        Optimizer descent =
                Optimizer.sgd().setLearningRateTracker(Tracker.fixed(0.01f)).build();
        try (Model model = Model.newInstance(args[0]);
                NDManager manager = NDManager.newBaseManager()) {
            model.setBlock(args[0].equals("lenet5") ? lenet5() : mnistCnn());
            DefaultTrainingConfig config =
                    new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss()).optOptimizer(descent);
            try (Trainer trainer = model.newTrainer(config)) {
                trainer.initialize(new Shape(BATCH, 1, 28, 28));
                double[] seconds = train(trainer, manager, steps);
                for (int i = steps / 5; i < steps; i++) {
                    System.out.printf(
                            Locale.ROOT,
                            "step %s,%s,PyTorch 2.7.1 under DJL,%.5f%n",
                            args[0],
                            System.getProperty("ai.djl.pytorch.num_threads"),
                            seconds[i]);
                }
            }
        }
    }

    private static SequentialBlock lenet5() {
        return new SequentialBlock()
                .add(convolution(6, 5, 2))
                .add(Activation::relu)
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(convolution(16, 5, 0))
                .add(Activation::relu)
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(120).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(84).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(10).build());
    }

    private static SequentialBlock mnistCnn() {
        return new SequentialBlock()
                .add(convolution(32, 3, 0))
                .add(Activation::relu)
                .add(convolution(64, 3, 0))
                .add(Activation::relu)
                .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)))
                .add(Dropout.builder().optRate(0.25f).build())
                .add(Blocks.batchFlattenBlock())
                .add(Linear.builder().setUnits(128).build())
                .add(Activation::relu)
                .add(Dropout.builder().optRate(0.5f).build())
                .add(Linear.builder().setUnits(10).build());
    }

    private static Conv2d convolution(int filters, int size, int padding) {
        return Conv2d.builder()
                .setFilters(filters)
                .setKernelShape(new Shape(size, size))
                .optPadding(new Shape(padding, padding))
                .build();
    }

    private static double[] train(Trainer trainer, NDManager manager, int steps) {
        NDArray x = manager.randomUniform(0f, 1f, new Shape(ROWS, 1, 28, 28));
        NDArray y = manager.create(new Random(1).ints(ROWS, 0, 10).toArray());
        double[] seconds = new double[steps];
        for (int i = 0; i < steps; i++) {
            int first = i % (ROWS / BATCH) * BATCH;
            long start = System.nanoTime();
            try (NDManager step = manager.newSubManager()) {
                NDArray xs = x.get(step, new NDIndex("{}:{}", first, first + BATCH));
                NDArray ys = y.get(step, new NDIndex("{}:{}", first, first + BATCH));
                try (GradientCollector collector = trainer.newGradientCollector()) {
                    NDList out = trainer.forward(new NDList(xs));
                    collector.backward(trainer.getLoss().evaluate(new NDList(ys), out));
                    out.attach(step);
                }
                trainer.step();
            }
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        return seconds;
    }
}
