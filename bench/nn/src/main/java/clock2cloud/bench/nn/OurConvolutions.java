package clock2cloud.bench.nn;

import clock2cloud.nn.KnownNets;
import clock2cloud.nn.Net;
import clock2cloud.nn.Settings;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.kernel.FastKernels;
import java.util.Collections;
import java.util.Locale;
import java.util.SplittableRandom;

/** Steps of 128 of the convolutional nets by our trainer, ten an epoch: {@code OurConvolutions lenet5|mnist-cnn THREADS STEPS}. */
final class OurConvolutions {
    private static final int BATCH = 128;
    private static final int ROWS = 1280;

    private OurConvolutions() {}

    public static void main(String[] args) {
        int threads = Integer.parseInt(args[1]);
        int epochs = Integer.parseInt(args[2]) * BATCH / ROWS;
        Net net = args[0].equals("lenet5") ? KnownNets.lenet5() : KnownNets.mnistCnn();
        SplittableRandom dice = new SplittableRandom(1);
        byte[] pixels = new byte[ROWS * net.inputs()];
        dice.nextBytes(pixels);
        DataSet data = DataSet.ofPixels(
                net.input(), pixels, dice.ints(ROWS, 0, 10).toArray(), Collections.nCopies(10, "noise"));
        double[] seconds = new double[epochs];
        try (Trainer trainer = new Trainer(net, Settings.of(BATCH, 0.01, 1).withThreads(threads), FastKernels.here())) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                seconds[epoch] =
                        trainer.epoch(data, data.first(1), System::nanoTime).seconds() * BATCH / ROWS;
            }
        }
        for (int i = epochs / 5; i < epochs; i++) {
            System.out.printf(Locale.ROOT, "step %s,%d,clock2cloud,%.5f%n", args[0], threads, seconds[i]);
        }
    }
}
