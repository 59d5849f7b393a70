package clock2cloud.bench.nn;

import clock2cloud.nn.Net;
import clock2cloud.nn.Settings;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.WarmUp;
import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import java.util.Arrays;
import java.util.Locale;

/**
 * Steps of rectifier nets on two threads beside how far apart the two cores lie, which a virtual machine's host may change:
 * {@code PlacedSteps SECONDS BATCH:784,128,10 ...}. Each net has its turn for a twentieth of a second, and before and after it the
 * workers' barrier is timed. Prints a line a turn whose two readings agree: net and batch, threads, near or far, microseconds a step.
 */
final class PlacedSteps {
    private static final double SECONDS_OF_TURN = 0.05;
    private static final double WARM_UP_SECONDS = 2;
    private static final int ROWS = 6400;

    /** A crossing within one third-level cache takes 0.1 µs on the processors that were seen, one between two 0.4 to 0.6. */
    private static final double FAR = 0.25e-6;

    private final String name;
    private final int steps;
    private final DataSet data;
    private final Trainer trainer;

    private PlacedSteps(String batchAndLayers) {
        String[] parts = batchAndLayers.split(":", 2);
        int batch = Integer.parseInt(parts[0]);
        int[] layers = Arrays.stream(parts[1].split(",", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        Net net = Net.dense(Activation.RELU, layers);
        name = parts[1].replace(',', '-') + " batch " + batch;
        data = WarmUp.noise(net.input(), net.classes(), ROWS);
        trainer = new Trainer(net, Settings.of(batch, 0.01, 1).withThreads(2), FastKernels.here());
        double seconds = 0;
        for (double began = now(); now() - began < WARM_UP_SECONDS; ) {
            seconds = epoch(Integer.MAX_VALUE);
        }
        steps = (int) Math.max(1, SECONDS_OF_TURN / seconds);
    }

    public static void main(String[] args) {
        PlacedSteps[] nets = Arrays.stream(args).skip(1).map(PlacedSteps::new).toArray(PlacedSteps[]::new);
        for (double end = now() + Double.parseDouble(args[0]); now() < end; ) {
            for (PlacedSteps net : nets) {
                net.turn();
            }
        }
        for (PlacedSteps net : nets) {
            net.trainer.close();
        }
    }

    private void turn() {
        boolean before = isFar();
        double seconds = epoch(steps);
        if (before == isFar()) {
            System.out.printf(Locale.ROOT, "%s,2,%s,%.4g%n", name, before ? "far" : "near", seconds * 1e6);
        }
    }

    private boolean isFar() {
        return trainer.barrierSeconds(System::nanoTime) > FAR;
    }

    /** Seconds a step of so many steps, or of the epoch if that has fewer. */
    private double epoch(int most) {
        trainer.begin(data);
        double began = now();
        int done = trainer.steps(data, most);
        return (now() - began) / done;
    }

    private static double now() {
        return System.nanoTime() / 1e9;
    }
}
