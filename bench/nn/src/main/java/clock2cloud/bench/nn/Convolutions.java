package clock2cloud.bench.nn;

import clock2cloud.nn.KnownNets;
import clock2cloud.nn.Net;
import java.util.Locale;

/** What all programs agree on when they time steps of a convolutional net. */
final class Convolutions {
    /** Pictures of noise, walked through in turn: their values do not change the time. */
    static final int ROWS = 1280;

    private Convolutions() {}

    static Net net(String name) {
        return switch (name) {
            case "lenet5" -> KnownNets.lenet5();
            case "mnist-cnn" -> KnownNets.mnistCnn();
            case "cifar10-cnn" -> KnownNets.cifar10Cnn();
            default -> throw new IllegalArgumentException("no net " + name);
        };
    }

    /** A line a piece of an epoch, as seconds a step; the first fifth warms up. */
    static void print(String net, int batch, String threads, String program, double[] secondsPerStep) {
        for (int i = secondsPerStep.length / 5; i < secondsPerStep.length; i++) {
            System.out.printf(
                    Locale.ROOT, "step %s batch %d,%s,%s,%.6f%n", net, batch, threads, program, secondsPerStep[i]);
        }
    }
}
