package clock2cloud.bench.nn;

import clock2cloud.nn.Net;
import clock2cloud.nn.Settings;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.data.Mnist;
import clock2cloud.nn.data.TrainTest;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import java.util.Locale;

/** Epochs of a net by our trainer: {@code OurEpochs A|B|C|D THREADS EPOCHS}; the first two warm the JVM up. */
final class OurEpochs {
    private static final int WARM_UP = 2;

    private OurEpochs() {}

    public static void main(String[] args) {
        int threads = Integer.parseInt(args[1]);
        int epochs = Integer.parseInt(args[2]);
        Net net =
                switch (args[0]) {
                    case "A" -> Net.dense(Activation.SIGMOID, 784, 30, 10);
                    case "B" -> Net.dense(Activation.RELU, 784, 128, 10);
                    case "C" -> Net.dense(Activation.RELU, 784, 512, 512, 10);
                    default -> Net.dense(Activation.RELU, 784, 2048, 2048, 10);
                };
        Settings settings =
                switch (args[0]) {
                    case "A" -> Settings.of(10, 3, 1);
                    case "B" -> Settings.of(32, 0.1, 1);
                    case "C" -> Settings.of(128, 0.1, 1);
                    default -> Settings.of(512, 0.1, 1);
                };
        TrainTest data = Mnist.load();
        double[] seconds = new double[epochs];
        double[] accuracy = new double[1];
        try (Trainer trainer = new Trainer(net, settings.withThreads(threads), FastKernels.here())) {
            trainer.train(data.train(), data.test(), epochs, System::nanoTime, epoch -> {
                seconds[epoch.epoch() - 1] = epoch.seconds();
                accuracy[0] = epoch.testAccuracy();
            });
        }
        for (int i = Math.min(WARM_UP, epochs - 1); i < epochs; i++) {
            System.out.printf(Locale.ROOT, "epoch %s,%d,clock2cloud,%.4f%n", args[0], threads, seconds[i]);
        }
        System.out.printf(Locale.ROOT, "accuracy %s,%d,clock2cloud,%.4f%n", args[0], threads, accuracy[0]);
    }
}
