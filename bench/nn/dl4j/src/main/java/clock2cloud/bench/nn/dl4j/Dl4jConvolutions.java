package clock2cloud.bench.nn.dl4j;

import clock2cloud.nn.KnownNets;
import clock2cloud.nn.LayerShape;
import clock2cloud.nn.Net;
import clock2cloud.nn.data.ImageShape;
import java.util.Locale;
import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Steps of a convolutional net by DL4J over ND4J, whose convolutions are oneDNN's: {@code Dl4jConvolutions
 * lenet5|mnist-cnn|cifar10-cnn BATCH STEPS}; threads by {@code OMP_NUM_THREADS}. The first fifth warms up.
 */
final class Dl4jConvolutions {
    private Dl4jConvolutions() {}

    public static void main(String[] args) {
        Net net =
                switch (args[0]) {
                    case "lenet5" -> KnownNets.lenet5();
                    case "mnist-cnn" -> KnownNets.mnistCnn();
                    default -> KnownNets.cifar10Cnn();
                };
        int batch = Integer.parseInt(args[1]);
        int steps = Integer.parseInt(args[2]);
        MultiLayerNetwork theirs = of(net);
        ImageShape in = net.input();
        INDArray x = Nd4j.rand(DataType.FLOAT, batch, in.channels(), in.height(), in.width());
        INDArray y = Nd4j.zeros(DataType.FLOAT, batch, net.classes());
        Random random = new Random(1);
        for (int i = 0; i < batch; i++) {
            y.putScalar(i, random.nextInt(net.classes()), 1f);
        }
        for (int i = 0; i < steps; i++) {
            long start = System.nanoTime();
            theirs.fit(x, y);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (i >= steps / 5) {
                System.out.printf(
                        Locale.ROOT,
                        "step %s batch %d,%s,DL4J 1.0.0-M2.1,%.6f%n",
                        args[0],
                        batch,
                        System.getenv("OMP_NUM_THREADS"),
                        seconds);
            }
        }
    }

    private static MultiLayerNetwork of(Net net) {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Sgd(0.01))
                .weightInit(WeightInit.RELU)
                .list();
        for (int i = 0; i < net.layers().size(); i++) {
            if (!(net.layers().get(i) instanceof LayerShape.Flatten)) {
                layers.layer(layer(net.layers().get(i), i + 1 == net.layers().size()));
            }
        }
        ImageShape in = net.input();
        layers.setInputType(InputType.convolutional(in.height(), in.width(), in.channels()));
        MultiLayerNetwork theirs = new MultiLayerNetwork(layers.build());
        theirs.init();
        return theirs;
    }

    private static Layer layer(LayerShape shape, boolean last) {
        if (shape instanceof LayerShape.Convolution c) {
            return new ConvolutionLayer.Builder(c.size(), c.size())
                    .padding(c.padding(), c.padding())
                    .nOut(c.filters())
                    .activation(Activation.RELU)
                    .build();
        }
        if (shape instanceof LayerShape.Pooling p) {
            return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                    .kernelSize(p.size(), p.size())
                    .stride(p.size(), p.size())
                    .build();
        }
        if (shape instanceof LayerShape.Dropout d) {
            return new DropoutLayer(1 - d.fraction());
        }
        int outputs = ((LayerShape.Dense) shape).outputs();
        if (last) {
            return new OutputLayer.Builder(LossFunction.MCXENT)
                    .nOut(outputs)
                    .activation(Activation.SOFTMAX)
                    .build();
        }
        return new DenseLayer.Builder()
                .nOut(outputs)
                .activation(Activation.RELU)
                .build();
    }
}
