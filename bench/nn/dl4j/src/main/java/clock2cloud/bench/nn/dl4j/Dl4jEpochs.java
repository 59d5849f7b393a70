package clock2cloud.bench.nn.dl4j;

import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.Mnist;
import clock2cloud.nn.data.TrainTest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Epochs of a net by DL4J over ND4J: {@code Dl4jEpochs A|B|C|D EPOCHS}; threads by {@code OMP_NUM_THREADS}. Prints a line an epoch after the first, and the accuracy. */
final class Dl4jEpochs {
    private Dl4jEpochs() {}

    public static void main(String[] args) {
        int[] sizes =
                switch (args[0]) {
                    case "A" -> new int[] {784, 30, 10};
                    case "B" -> new int[] {784, 128, 10};
                    case "C" -> new int[] {784, 512, 512, 10};
                    default -> new int[] {784, 2048, 2048, 10};
                };
        int batch =
                switch (args[0]) {
                    case "A" -> 10;
                    case "B" -> 32;
                    case "C" -> 128;
                    default -> 512;
                };
        MultiLayerNetwork net = net(sizes, args[0].equals("A"));
        TrainTest data = Mnist.load();
        INDArray x = pixels(data.train());
        INDArray y = oneHot(data.train().labels());
        Random random = new Random(1);
        String threads = System.getenv("OMP_NUM_THREADS");
        for (int epoch = 0; epoch < Integer.parseInt(args[1]); epoch++) {
            int[] order = shuffled(data.train().rows(), random);
            long start = System.nanoTime();
            for (int first = 0; first + batch <= order.length; first += batch) {
                int[] rows = Arrays.copyOfRange(order, first, first + batch);
                net.fit(Nd4j.pullRows(x, 1, rows), Nd4j.pullRows(y, 1, rows));
            }
            if (epoch > 0) {
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(Locale.ROOT, "epoch %s,%s,DL4J 1.0.0-M2.1,%.4f%n", args[0], threads, seconds);
            }
        }
        int[] said = net.output(pixels(data.test())).argMax(1).toIntVector();
        int right = 0;
        for (int i = 0; i < said.length; i++) {
            right += said[i] == data.test().labels()[i] ? 1 : 0;
        }
        System.out.printf(Locale.ROOT, "accuracy %s,%s,DL4J 1.0.0-M2.1,%.4f%n", args[0], threads, right / 1e4);
    }

    private static MultiLayerNetwork net(int[] sizes, boolean sigmoid) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Sgd(sigmoid ? 3 : 0.1))
                .weightInit(sigmoid ? WeightInit.XAVIER : WeightInit.RELU)
                .list();
        for (int i = 1; i < sizes.length - 1; i++) {
            layers.layer(new DenseLayer.Builder()
                    .nIn(sizes[i - 1])
                    .nOut(sizes[i])
                    .activation(sigmoid ? Activation.SIGMOID : Activation.RELU)
                    .build());
        }
        layers.layer(new OutputLayer.Builder(sigmoid ? LossFunction.MSE : LossFunction.MCXENT)
                .nIn(sizes[sizes.length - 2])
                .nOut(10)
                .activation(sigmoid ? Activation.SIGMOID : Activation.SOFTMAX)
                .build());
        MultiLayerNetwork net = new MultiLayerNetwork(layers.build());
        net.init();
        return net;
    }

    private static INDArray pixels(DataSet data) {
        float[] values = new float[data.rows() * data.features()];
        for (int row = 0; row < data.rows(); row++) {
            data.copyRow(row, values, row * data.features());
        }
        return Nd4j.create(values, new int[] {data.rows(), data.features()});
    }

    private static INDArray oneHot(int[] labels) {
        float[] values = new float[labels.length * 10];
        for (int i = 0; i < labels.length; i++) {
            values[i * 10 + labels[i]] = 1;
        }
        return Nd4j.create(values, new int[] {labels.length, 10});
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
