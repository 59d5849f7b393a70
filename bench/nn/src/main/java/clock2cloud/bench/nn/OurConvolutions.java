package clock2cloud.bench.nn;

import static clock2cloud.bench.nn.Convolutions.ROWS;

import clock2cloud.nn.Net;
import clock2cloud.nn.Settings;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.WarmUp;
import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.kernel.FastKernels;

/** Steps of a convolutional net by our trainer: {@code OurConvolutions lenet5|mnist-cnn|cifar10-cnn THREADS BATCH STEPS}. */
final class OurConvolutions {
    private OurConvolutions() {}

    public static void main(String[] args) {
        int threads = Integer.parseInt(args[1]);
        int batch = Integer.parseInt(args[2]);
        int stepsPerEpoch = ROWS / batch;
        int epochs = Integer.parseInt(args[3]) / stepsPerEpoch;
        Net net = Convolutions.net(args[0]);
        DataSet data = WarmUp.noise(net.input(), net.classes(), ROWS);
        double[] seconds = new double[epochs];
        try (Trainer trainer = new Trainer(net, Settings.of(batch, 0.01, 1).withThreads(threads), FastKernels.here())) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                seconds[epoch] =
                        trainer.epoch(data, data.first(1), System::nanoTime).seconds() / stepsPerEpoch;
            }
        }
        Convolutions.print(args[0], batch, args[1], "clock2cloud", seconds);
    }
}
