package clock2cloud.app.nn;

import clock2cloud.app.TrustLine;
import clock2cloud.nn.Initialisation;
import clock2cloud.nn.Net;
import clock2cloud.nn.Settings;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.Mnist;
import clock2cloud.nn.data.TrainTest;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import clock2cloud.nn.layer.Parameter;
import java.util.ArrayList;
import java.util.List;

/** What the trainer was compared with, and how far off it was. */
public final class NnChecks {
    /** Right of 10,000 after epochs 0, 1 and 2, as the listing in Nielsen's chapter 1 prints them: 784-30-10, batch 10, rate 3.0. */
    private static final double[] NIELSEN = {0.9129, 0.9295, 0.9348};

    private static final long SEED = 2017;
    private static final int ROWS = 200;

    private NnChecks() {}

    public static List<TrustLine> lines() {
        TrainTest mnist = Mnist.load();
        return List.of(
                exponential().computed(),
                forward(mnist.test().first(ROWS)).computed(),
                nielsen(mnist).withNoise("one run, as printed"));
    }

    private static TrustLine exponential() {
        int count = 17_001;
        float[] x = new float[count];
        double[] actual = new double[count];
        double[] ours = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = -85 + i / 100f;
            actual[i] = StrictMath.exp(x[i]);
        }
        FastKernels.here().exp(x, 0, count);
        for (int i = 0; i < count; i++) {
            ours[i] = x[i];
        }
        return TrustLine.of(
                "nn",
                "exponential of the kernels",
                "StrictMath.exp in double precision",
                "x from -85 to 85",
                ours,
                actual,
                2.5e-7);
    }

    private static TrustLine forward(DataSet images) {
        Net net = Net.dense(Activation.TANH, 784, 64, 10);
        try (Trainer trainer = new Trainer(net, Settings.of(50, 0.1, SEED), FastKernels.here())) {
            float[] outputs = trainer.outputs(images);
            double[] ours = new double[outputs.length];
            List<Double> actual = new ArrayList<>();
            for (int i = 0; i < ours.length; i++) {
                ours[i] = outputs[i];
            }
            for (int row = 0; row < images.rows(); row++) {
                actual.addAll(probabilities(images, row, trainer.parameters()));
            }
            return TrustLine.of(
                    "nn",
                    "forward pass in 32-bit floats",
                    "the same sums in double precision",
                    "784-64-10 tanh, softmax, 200 digits of MNIST",
                    ours,
                    actual.stream().mapToDouble(v -> v).toArray(),
                    1e-5);
        }
    }

    private static List<Double> probabilities(DataSet images, int row, List<Parameter> parameters) {
        double[] x = new double[images.features()];
        for (int i = 0; i < x.length; i++) {
            x[i] = images.value(row, i);
        }
        double[] z = dense(dense(x, parameters, 0, true), parameters, 2, false);
        double sum = 0;
        List<Double> result = new ArrayList<>();
        for (double one : z) {
            sum += StrictMath.exp(one);
        }
        for (double one : z) {
            result.add(StrictMath.exp(one) / sum);
        }
        return result;
    }

    private static double[] dense(double[] x, List<Parameter> parameters, int at, boolean squashes) {
        double[] z = new double[parameters.get(at).values().columns()];
        for (int j = 0; j < z.length; j++) {
            z[j] = parameters.get(at + 1).values().get(0, j);
            for (int i = 0; i < x.length; i++) {
                z[j] += x[i] * parameters.get(at).values().get(i, j);
            }
            z[j] = squashes ? StrictMath.tanh(z[j]) : z[j];
        }
        return z;
    }

    private static TrustLine nielsen(TrainTest mnist) {
        Net net = Net.dense(Activation.SIGMOID, 784, 30, 10);
        Settings settings = Settings.of(10, 3.0, SEED).withInitialisation(Initialisation.STANDARD_NORMAL);
        double[] ours = new double[NIELSEN.length];
        try (Trainer trainer = new Trainer(net, settings, FastKernels.here())) {
            trainer.train(
                    mnist.train().first(50_000),
                    mnist.test(),
                    NIELSEN.length,
                    System::nanoTime,
                    epoch -> ours[epoch.epoch() - 1] = epoch.testAccuracy());
        }
        return TrustLine.of(
                "nn",
                "test accuracy of the classic net",
                "Nielsen 2015, chapter 1, as printed",
                "784-30-10, 50,000 digits, epochs 0 to 2",
                ours,
                NIELSEN,
                0.02);
    }
}
