package clock2cloud.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.nn.kernel.FastKernels;
import clock2cloud.nn.kernel.Kernels;
import clock2cloud.nn.kernel.ScalarKernels;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FmaPeakTest {
    /** The clock goes on 1 ms a look: each reading is the work of one round over 1 ms, whatever the machine. */
    @Test
    void aReadingIsWorkOverTime() {
        Kernels kernels = new ScalarKernels();
        AtomicLong clock = new AtomicLong();
        FmaPeak.Reading one = new FmaPeak(kernels, 1, () -> clock.getAndAdd(1_000_000)).flopsPerSecond(3);
        assertEquals(one.minimum(), one.maximum());
        FmaPeak.Reading two = new FmaPeak(kernels, 2, () -> clock.getAndAdd(1_000_000)).flopsPerSecond(3);
        assertEquals(2 * one.median(), two.median());
    }

    /** Every multiply-add is done: the sums grow by turns times the product, whatever the vector width. */
    @Test
    void theWorkIsDone() {
        for (Kernels kernels : new Kernels[] {new ScalarKernels(), FastKernels.here()}) {
            float[] sums = new float[Kernels.SUMS];
            long flops = kernels.multiplyAdds(sums, 1000);
            double total = 0;
            for (float sum : sums) {
                total += sum;
            }
            assertEquals(flops / 2.0 * 0x1p-21, total, 1e-9);
            assertTrue(flops >= 8000);
        }
    }
}
