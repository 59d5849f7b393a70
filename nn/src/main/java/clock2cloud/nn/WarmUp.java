package clock2cloud.nn;

import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Kernels;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * A throw-away training on noise, on a thread of its own, while the data are still being read: the JVM compiles meanwhile
 * what training needs. Close it when the data are there; it then ends with the step at hand, and leaves no trace.
 */
public final class WarmUp implements AutoCloseable {
    private static final int BATCH = 32;

    /** From so many rows on, dense layers take taller tiles; this many, 12 at a time and then 8, need both heights. */
    private static final int MANY = 64;

    private static final int TALL_AND_SHORT = 104;
    private static final int WIDEST = 64;
    private static final long REST_NANOS = 1_000_000;

    /** A net whose step is longer would take memory and processors from the real one, which gains little. */
    private static final long MOST_FLOPS_PER_STEP = 500_000_000;

    private volatile boolean over;

    private WarmUp() {}

    /** Begins to train a net of this shape, in batches of at most 32; does nothing for very large convolutions. */
    public static WarmUp begin(Net net, Settings settings, Kernels kernels) {
        WarmUp warmUp = new WarmUp();
        Net narrow = narrow(net);
        Settings alone = new Settings(
                isDense(net) ? denseRows(settings.batch()) : Math.min(BATCH, settings.batch()),
                settings.rate(),
                settings.schedule(),
                settings.optimizer(),
                settings.initialisation(),
                settings.seed(),
                1);
        if (Work.of(narrow, alone.batch()).flopsPerStep() > MOST_FLOPS_PER_STEP) {
            return warmUp;
        }
        Thread thread = new Thread(() -> warmUp.train(narrow, alone, kernels), "nn-warm-up");
        thread.setDaemon(true);
        thread.start();
        return warmUp;
    }

    private static int denseRows(int batch) {
        return batch < MANY ? Math.min(BATCH, batch) : TALL_AND_SHORT;
    }

    private static boolean isDense(Net net) {
        return net.layers().stream()
                .allMatch(layer -> layer instanceof LayerShape.Dense || layer instanceof LayerShape.Dropout);
    }

    /**
     * A net of dense layers alone, none wider than 64: short loops begin often, so that HotSpot compiles methods whole and not in
     * the middle of a loop, and little time passes before it does. Others stay as they are.
     */
    private static Net narrow(Net net) {
        if (!isDense(net)) {
            return net;
        }
        List<LayerShape> layers = net.layers().stream()
                .map(layer -> layer instanceof LayerShape.Dense dense
                        ? new LayerShape.Dense(Math.min(WIDEST, dense.outputs()), dense.activation())
                        : layer)
                .toList();
        return new Net(ImageShape.ofFeatures(Math.min(WIDEST, net.inputs())), layers, net.cost());
    }

    private void train(Net net, Settings settings, Kernels kernels) {
        DataSet noise = noise(net.input(), net.classes(), settings.batch());
        try (Trainer trainer = new Trainer(net, settings, kernels)) {
            while (!over) {
                trainer.epoch(noise, noise, System::nanoTime);
                rest();
            }
        } catch (TrainingDiverged e) {
            over = true;
        }
    }

    /** Leaves the processors to the reading and the compiling. */
    private static void rest() {
        LockSupport.parkNanos(REST_NANOS);
    }

    /** Rows of random pixels. */
    public static DataSet noise(ImageShape shape, int classes, int rows) {
        SplittableRandom random = new SplittableRandom(rows);
        byte[] pixels = new byte[rows * shape.features()];
        random.nextBytes(pixels);
        return DataSet.ofPixels(
                shape,
                pixels,
                random.ints(rows, 0, classes).toArray(),
                IntStream.range(0, classes).mapToObj(Integer::toString).toList());
    }

    @Override
    public void close() {
        over = true;
    }
}
