package clock2cloud.nn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.nn.data.DataSet;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.ScalarKernels;
import clock2cloud.nn.layer.Optimizer;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/**
 * Bytes that the training thread asks for, by the JVM's own count. The plain kernels, because vectors are objects until
 * HotSpot has compiled their loops.
 */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

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

    private static long bytesOfAnEpoch(int batch, String rule) {
        Net net = Net.dense(Activation.RELU, 20, 40, 5);
        DataSet data = Sets.pixels(512, 20, 5, 1);
        LongSupplier clock = () -> 0L;
        DataSet look = data.first(1);
        Settings settings = Settings.of(batch, 0.01, 1).withOptimizer(Optimizer.of(rule));
        try (Trainer trainer = new Trainer(net, settings, new ScalarKernels())) {
            trainer.epoch(data, look, clock);
            trainer.epoch(data, look, clock);
            long before = THREADS.getCurrentThreadAllocatedBytes();
            trainer.epoch(data, look, clock);
            return THREADS.getCurrentThreadAllocatedBytes() - before;
        }
    }
}
