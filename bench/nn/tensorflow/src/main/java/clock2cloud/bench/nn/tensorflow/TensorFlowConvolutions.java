package clock2cloud.bench.nn.tensorflow;

import clock2cloud.nn.KnownNets;
import clock2cloud.nn.LayerShape;
import clock2cloud.nn.Net;
import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;
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

/**
 * Steps of a convolutional net by TensorFlow-Java: {@code TensorFlowConvolutions lenet5|mnist-cnn|cifar10-cnn THREADS BATCH STEPS}.
 * One graph a step, pictures of noise with the channels innermost; every gradient is there before any weight moves. The first fifth
 * warms up.
 */
final class TensorFlowConvolutions {
    private static final int[] EACH = {1, 1, 1, 1};

    private final Net net;
    private final int batch;
    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final List<Op> starts = new ArrayList<>();
    private final List<Variable<TFloat32>> weights = new ArrayList<>();
    private final Placeholder<TFloat32> pictures = tf.placeholder(TFloat32.class);
    private final Placeholder<TFloat32> targets = tf.placeholder(TFloat32.class);

    private TensorFlowConvolutions(Net net, int batch) {
        this.net = net;
        this.batch = batch;
    }

    public static void main(String[] args) {
        int threads = Integer.parseInt(args[1]);
        int batch = Integer.parseInt(args[2]);
        Net net =
                switch (args[0]) {
                    case "lenet5" -> KnownNets.lenet5();
                    case "mnist-cnn" -> KnownNets.mnistCnn();
                    default -> KnownNets.cifar10Cnn();
                };
        ConfigProto config = ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(threads)
                .setInterOpParallelismThreads(1)
                .build();
        double[] seconds = new TensorFlowConvolutions(net, batch).steps(config, Integer.parseInt(args[3]));
        for (int i = seconds.length / 5; i < seconds.length; i++) {
            System.out.printf(
                    Locale.ROOT,
                    "step %s batch %d,%d,TensorFlow-Java 1.1.0,%.6f%n",
                    args[0],
                    batch,
                    threads,
                    seconds[i]);
        }
    }

    private double[] steps(ConfigProto config, int steps) {
        List<Op> moves = moves(cost());
        double[] seconds = new double[steps];
        try (Session session = new Session(graph, config);
                TFloat32 x = noise();
                TFloat32 y = oneHot()) {
            Session.Runner start = session.runner();
            starts.forEach(start::addTarget);
            start.run();
            for (int i = 0; i < steps; i++) {
                long from = System.nanoTime();
                Session.Runner step = session.runner().feed(pictures, x).feed(targets, y);
                moves.forEach(step::addTarget);
                step.run().close();
                seconds[i] = (System.nanoTime() - from) / 1e9;
            }
        }
        return seconds;
    }

    private Operand<TFloat32> cost() {
        Operand<TFloat32> y = pictures;
        for (int i = 0; i < net.layers().size(); i++) {
            y = layer(net.layers().get(i), net.shapes().get(i), y);
        }
        return tf.math.mean(tf.nn.softmaxCrossEntropyWithLogits(y, targets).loss(), tf.constant(0));
    }

    private Operand<TFloat32> layer(LayerShape layer, ImageShape in, Operand<TFloat32> x) {
        if (layer instanceof LayerShape.Convolution c) {
            Variable<TFloat32> w =
                    normal(c.size() * c.size() * in.channels(), c.size(), c.size(), in.channels(), c.filters());
            List<Long> strides = List.of(1L, 1L, 1L, 1L);
            return tf.nn.relu(
                    tf.nn.biasAdd(tf.nn.conv2d(x, w, strides, c.padding() > 0 ? "SAME" : "VALID"), zeros(c.filters())));
        }
        if (layer instanceof LayerShape.Pooling p) {
            int[] square = EACH.clone();
            Arrays.fill(square, 1, 3, p.size());
            return tf.nn.maxPool(x, tf.constant(square), tf.constant(square), "VALID");
        }
        if (layer instanceof LayerShape.Dense d) {
            Operand<TFloat32> y = tf.nn.biasAdd(
                    tf.linalg.matMul(x, normal(in.features(), in.features(), d.outputs())), zeros(d.outputs()));
            return d.activation() == Activation.RELU ? tf.nn.relu(y) : y;
        }
        if (layer instanceof LayerShape.Dropout d) {
            Operand<TFloat32> dice = tf.random.randomUniform(tf.shape(x), TFloat32.class);
            Operand<TFloat32> kept =
                    tf.dtypes.cast(tf.math.greaterEqual(dice, tf.constant((float) d.fraction())), TFloat32.class);
            return tf.math.mul(x, tf.math.mul(kept, tf.constant((float) (1 / (1 - d.fraction())))));
        }
        return tf.reshape(x, tf.constant(new int[] {batch, in.features()}));
    }

    private Variable<TFloat32> normal(int fanIn, int... shape) {
        Variable<TFloat32> w =
                tf.variable(Shape.of(Arrays.stream(shape).asLongStream().toArray()), TFloat32.class);
        Operand<TFloat32> normal = tf.random.truncatedNormal(tf.constant(shape), TFloat32.class);
        starts.add(tf.assign(w, tf.math.mul(normal, tf.constant((float) Math.sqrt(2.0 / fanIn)))));
        weights.add(w);
        return w;
    }

    private Variable<TFloat32> zeros(int count) {
        Variable<TFloat32> b = tf.variable(Shape.of(count), TFloat32.class);
        starts.add(tf.assign(b, tf.zeros(tf.constant(new int[] {count}), TFloat32.class)));
        weights.add(b);
        return b;
    }

    private List<Op> moves(Operand<TFloat32> cost) {
        Output<?>[] of = weights.stream().map(Operand::asOutput).toArray(Output<?>[]::new);
        Output<?>[] gradients = graph.addGradients(cost.asOutput(), of);
        Ops after = tf.withControlDependencyOps(
                Arrays.stream(gradients).map(Output::op).toList());
        List<Op> moves = new ArrayList<>();
        for (int i = 0; i < gradients.length; i++) {
            Operand<TFloat32> gradient = gradients[i].expect(TFloat32.class);
            moves.add(after.train.applyGradientDescent(weights.get(i), tf.constant(0.01f), gradient));
        }
        return moves;
    }

    private TFloat32 noise() {
        ImageShape in = net.input();
        float[] values = new float[batch * in.features()];
        Random random = new Random(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return TFloat32.tensorOf(Shape.of(batch, in.height(), in.width(), in.channels()), DataBuffers.of(values));
    }

    private TFloat32 oneHot() {
        float[] values = new float[batch * net.classes()];
        Random random = new Random(1);
        for (int i = 0; i < batch; i++) {
            values[i * net.classes() + random.nextInt(net.classes())] = 1;
        }
        return TFloat32.tensorOf(Shape.of(batch, net.classes()), DataBuffers.of(values));
    }
}
