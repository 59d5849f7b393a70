package clock2cloud.bench.nn;

import static clock2cloud.bench.nn.Convolutions.ROWS;

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
import clock2cloud.nn.LayerShape;
import clock2cloud.nn.Net;
import java.util.Random;

/**
 * Steps of a convolutional net by PyTorch under DJL: {@code PyTorchConvolutions lenet5|mnist-cnn|cifar10-cnn BATCH STEPS}; threads
 * by {@code -Dai.djl.pytorch.num_threads}.
 */
final class PyTorchConvolutions {
    private PyTorchConvolutions() {}

    public static void main(String[] args) {
        Net net = Convolutions.net(args[0]);
        int batch = Integer.parseInt(args[1]);
        Optimizer descent =
                Optimizer.sgd().setLearningRateTracker(Tracker.fixed(0.01f)).build();
        try (Model model = Model.newInstance(args[0]);
                NDManager manager = NDManager.newBaseManager()) {
            model.setBlock(blocks(net));
            DefaultTrainingConfig config =
                    new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss()).optOptimizer(descent);
            try (Trainer trainer = model.newTrainer(config)) {
                trainer.initialize(shape(net, batch));
                double[] seconds = train(trainer, manager, net, batch, Integer.parseInt(args[2]));
                String threads = System.getProperty("ai.djl.pytorch.num_threads");
                Convolutions.print(args[0], batch, threads, "PyTorch 2.7.1 under DJL", seconds);
            }
        }
    }

    private static Shape shape(Net net, int rows) {
        return new Shape(
                rows, net.input().channels(), net.input().height(), net.input().width());
    }

    private static SequentialBlock blocks(Net net) {
        SequentialBlock blocks = new SequentialBlock();
        for (LayerShape layer : net.layers()) {
            if (layer instanceof LayerShape.Convolution c) {
                blocks.add(Conv2d.builder()
                                .setFilters(c.filters())
                                .setKernelShape(new Shape(c.size(), c.size()))
                                .optPadding(new Shape(c.padding(), c.padding()))
                                .build())
                        .add(Activation::relu);
            } else if (layer instanceof LayerShape.Pooling p) {
                blocks.add(Pool.maxPool2dBlock(new Shape(p.size(), p.size()), new Shape(p.size(), p.size())));
            } else if (layer instanceof LayerShape.Dropout d) {
                blocks.add(Dropout.builder().optRate((float) d.fraction()).build());
            } else if (layer instanceof LayerShape.Flatten) {
                blocks.add(Blocks.batchFlattenBlock());
            } else if (layer instanceof LayerShape.Dense d) {
                blocks.add(Linear.builder().setUnits(d.outputs()).build());
                if (d.activation() == clock2cloud.nn.kernel.Activation.RELU) {
                    blocks.add(Activation::relu);
                }
            }
        }
        return blocks;
    }

    private static double[] train(Trainer trainer, NDManager manager, Net net, int batch, int steps) {
        NDArray x = manager.randomUniform(0f, 1f, shape(net, ROWS));
        NDArray y = manager.create(new Random(1).ints(ROWS, 0, net.classes()).toArray());
        double[] seconds = new double[steps];
        for (int i = 0; i < steps; i++) {
            int first = i % (ROWS / batch) * batch;
            long start = System.nanoTime();
            try (NDManager step = manager.newSubManager()) {
                NDArray xs = x.get(step, new NDIndex("{}:{}", first, first + batch));
                NDArray ys = y.get(step, new NDIndex("{}:{}", first, first + batch));
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
