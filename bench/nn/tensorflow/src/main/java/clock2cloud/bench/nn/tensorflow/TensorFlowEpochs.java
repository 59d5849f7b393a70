package clock2cloud.bench.nn.tensorflow;

import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.Mnist;
import clock2cloud.nn.data.TrainTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Epochs of a net by TensorFlow-Java: {@code TensorFlowEpochs A|B|C|D THREADS EPOCHS}. One graph a step: rows are gathered from
 * digits that it holds, and every gradient is there before any weight moves. Prints a line an epoch after the first, and the accuracy.
 */
final class TensorFlowEpochs {
    private final int[] sizes;
    private final int batch;
    private final boolean sigmoid;
    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final List<Op> starts = new ArrayList<>();
    private final Placeholder<TInt32> rows = tf.placeholder(TInt32.class);
    private final Placeholder<TFloat32> images = tf.placeholder(TFloat32.class);
    private final Placeholder<TInt32> classes = tf.placeholder(TInt32.class);

    private TensorFlowEpochs(String net) {
        sizes = switch (net) {
            case "A" -> new int[] {784, 30, 10};
            case "B" -> new int[] {784, 128, 10};
            case "C" -> new int[] {784, 512, 512, 10};
            default -> new int[] {784, 2048, 2048, 10};
        };
        batch = switch (net) {
            case "A" -> 10;
            case "B" -> 32;
            case "C" -> 128;
            default -> 512;
        };
        sigmoid = net.equals("A");
    }

    public static void main(String[] args) {
        int threads = Integer.parseInt(args[1]);
        int epochs = Integer.parseInt(args[2]);
        TrainTest data = Mnist.load();
        ConfigProto config = ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(threads)
                .setInterOpParallelismThreads(1)
                .build();
        TensorFlowEpochs net = new TensorFlowEpochs(args[0]);
        net.train(data, config, epochs, args[0], threads);
    }

    private void train(TrainTest data, ConfigProto config, int epochs, String name, int threads) {
        Variable<TFloat32> allImages = tf.variable(Shape.of(data.train().rows(), sizes[0]), TFloat32.class);
        Variable<TInt32> allClasses = tf.variable(Shape.of(data.train().rows()), TInt32.class);
        Op keepImages = tf.assign(allImages, images);
        Op keepClasses = tf.assign(allClasses, classes);
        List<Variable<TFloat32>> weights = weights();
        Operand<TFloat32> x = tf.gather(allImages, rows, tf.constant(0));
        Operand<TFloat32> y = tf.oneHot(
                tf.gather(allClasses, rows, tf.constant(0)), tf.constant(10), tf.constant(1f), tf.constant(0f));
        List<Op> moves = moves(cost(x, y, weights), weights);
        Operand<TFloat32> guesses = outputs(images, weights);
        try (Session session = new Session(graph, config);
                TFloat32 trainImages = pixels(data.train());
                TFloat32 testImages = pixels(data.test());
                TInt32 trainClasses = TInt32.vectorOf(data.train().labels())) {
            Session.Runner start = session.runner().feed(images, trainImages).feed(classes, trainClasses);
            starts.forEach(start::addTarget);
            start.addTarget(keepImages).addTarget(keepClasses).run();
            Random random = new Random(1);
            for (int epoch = 0; epoch < epochs; epoch++) {
                double seconds = epoch(session, moves, shuffled(data.train().rows(), random));
                if (epoch > 0) {
                    System.out.printf(Locale.ROOT, "epoch %s,%d,TensorFlow-Java 1.1.0,%.4f%n", name, threads, seconds);
                }
            }
            TFloat32 said = (TFloat32) session.runner()
                    .feed(images, testImages)
                    .fetch(guesses)
                    .run()
                    .get(0);
            System.out.printf(
                    Locale.ROOT,
                    "accuracy %s,%d,TensorFlow-Java 1.1.0,%.4f%n",
                    name,
                    threads,
                    accuracy(said, data.test().labels()));
        }
    }

    private List<Variable<TFloat32>> weights() {
        List<Variable<TFloat32>> weights = new ArrayList<>();
        for (int i = 1; i < sizes.length; i++) {
            double deviation = Math.sqrt((sigmoid ? 1.0 : 2.0) / sizes[i - 1]);
            Variable<TFloat32> w = tf.variable(Shape.of(sizes[i - 1], sizes[i]), TFloat32.class);
            Variable<TFloat32> b = tf.variable(Shape.of(sizes[i]), TFloat32.class);
            Operand<TFloat32> normal =
                    tf.random.truncatedNormal(tf.constant(new int[] {sizes[i - 1], sizes[i]}), TFloat32.class);
            starts.add(tf.assign(w, tf.math.mul(normal, tf.constant((float) deviation))));
            starts.add(tf.assign(b, tf.zeros(tf.constant(new int[] {sizes[i]}), TFloat32.class)));
            weights.add(w);
            weights.add(b);
        }
        return weights;
    }

    private Operand<TFloat32> outputs(Operand<TFloat32> x, List<Variable<TFloat32>> weights) {
        Operand<TFloat32> y = x;
        for (int i = 0; i < weights.size(); i += 2) {
            y = tf.nn.biasAdd(tf.linalg.matMul(y, weights.get(i)), weights.get(i + 1));
            if (sigmoid) {
                y = tf.math.sigmoid(y);
            } else if (i + 2 < weights.size()) {
                y = tf.nn.relu(y);
            }
        }
        return y;
    }

    private Operand<TFloat32> cost(Operand<TFloat32> x, Operand<TFloat32> y, List<Variable<TFloat32>> weights) {
        Operand<TFloat32> out = outputs(x, weights);
        if (sigmoid) {
            return tf.math.div(tf.nn.l2Loss(tf.math.sub(out, y)), tf.constant((float) batch));
        }
        return tf.math.mean(tf.nn.softmaxCrossEntropyWithLogits(out, y).loss(), tf.constant(0));
    }

    /** Every gradient is reckoned before the first weight moves: else a step would race with itself. */
    private List<Op> moves(Operand<TFloat32> cost, List<Variable<TFloat32>> weights) {
        Output<?>[] of = weights.stream().map(Operand::asOutput).toArray(Output<?>[]::new);
        Output<?>[] gradients = graph.addGradients(cost.asOutput(), of);
        Ops after = tf.withControlDependencyOps(
                Arrays.stream(gradients).map(Output::op).toList());
        Operand<TFloat32> rate = tf.constant(sigmoid ? 3f : 0.1f);
        List<Op> moves = new ArrayList<>();
        for (int i = 0; i < gradients.length; i++) {
            Operand<TFloat32> gradient = gradients[i].expect(TFloat32.class);
            moves.add(after.train.applyGradientDescent(weights.get(i), rate, gradient));
        }
        return moves;
    }

    private double epoch(Session session, List<Op> moves, int[] order) {
        long start = System.nanoTime();
        for (int first = 0; first + batch <= order.length; first += batch) {
            try (TInt32 these = TInt32.vectorOf(Arrays.copyOfRange(order, first, first + batch))) {
                Session.Runner step = session.runner().feed(rows, these);
                for (Op move : moves) {
                    step.addTarget(move);
                }
                step.run().close();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static TFloat32 pixels(DataSet data) {
        float[] values = new float[data.rows() * data.features()];
        for (int row = 0; row < data.rows(); row++) {
            data.copyRow(row, values, row * data.features());
        }
        return TFloat32.tensorOf(Shape.of(data.rows(), data.features()), DataBuffers.of(values));
    }

    private static double accuracy(TFloat32 said, int[] labels) {
        int right = 0;
        for (int row = 0; row < labels.length; row++) {
            int best = 0;
            for (int c = 1; c < 10; c++) {
                best = said.getFloat(row, c) > said.getFloat(row, best) ? c : best;
            }
            right += best == labels[row] ? 1 : 0;
        }
        return (double) right / labels.length;
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
