package clock2cloud.nn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.ScalarKernels;
import clock2cloud.nn.layer.Cost;
import clock2cloud.nn.layer.Optimizer;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/**
 * Bytes that the training thread asks for, by the JVM's own count. The plain kernels, because vectors are objects until
 * HotSpot has compiled their loops.
 */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * The least of all epochs' counts in so many steps: what the interpreter makes and compiled code does not is gone once HotSpot is done.
     * As many steps for every batch, or one of large batches ends before.
     */
    private static final int STEPS = 4_096;

    private static final int ROWS = 512;

    /** An epoch of 8 steps and one of 64 ask for the same: what an epoch takes, not a step. */
    @Test
    void noStepAllocates() {
        bytesOfAnEpoch(8, "sgd");
        for (String rule : new String[] {"sgd", "adam"}) {
            long few = bytesOfAnEpoch(64, rule);
            long many = bytesOfAnEpoch(8, rule);
            assertTrue(Math.abs(many - few) < 4_096, rule + ": " + few + " and " + many + " bytes");
        }
    }

    @Test
    void noStepOnPicturesAllocates() {
        Net net = new Net(
                new ImageShape(5, 4, 1),
                List.of(
                        new LayerShape.Convolution(3, 3, 1, Activation.RELU),
                        new LayerShape.Convolution(2, 2, 0, Activation.RELU),
                        new LayerShape.Pooling(2, true),
                        new LayerShape.Dropout(0.5),
                        new LayerShape.Flatten(),
                        new LayerShape.Dense(5, Activation.SOFTMAX)),
                Cost.CROSS_ENTROPY);
        bytesOfAnEpoch(net, 8, "sgd");
        for (String rule : new String[] {"sgd", "adam"}) {
            long few = bytesOfAnEpoch(net, 64, rule);
            long many = bytesOfAnEpoch(net, 8, rule);
            assertTrue(Math.abs(many - few) < 4_096, rule + ": " + few + " and " + many + " bytes");
        }
    }

    private static long bytesOfAnEpoch(int batch, String rule) {
        return bytesOfAnEpoch(Net.dense(Activation.RELU, 20, 40, 5), batch, rule);
    }

    private static long bytesOfAnEpoch(Net net, int batch, String rule) {
        DataSet data = Sets.pixels(ROWS, 20, 5, 1);
        LongSupplier clock = () -> 0L;
        DataSet look = data.first(1);
        Settings settings = Settings.of(batch, 0.01, 1).withOptimizer(Optimizer.of(rule));
        try (Trainer trainer = new Trainer(net, settings, new ScalarKernels())) {
            long least = Long.MAX_VALUE;
            for (int epoch = 0; epoch < STEPS * batch / ROWS; epoch++) {
                long before = THREADS.getCurrentThreadAllocatedBytes();
                trainer.epoch(data, look, clock);
                least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
            }
            return least;
        }
    }
}
