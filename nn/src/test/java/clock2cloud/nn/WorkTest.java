package clock2cloud.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WorkTest {
    /** 4-3-2, batch 2, ReLU and softmax; every number by hand. */
    @Test
    void aSmallNetIsCountedByHand() {
        Work work = Work.of(Net.dense(Activation.RELU, 4, 3, 2), 2);
        assertEquals(
                "gather product activation product cost input-gradient weight-update weight-update",
                String.join(
                        " ",
                        work.operations().stream().map(o -> o.kind().toString()).toList()));
        // 2 rows × 4 pixels, 1 division each
        assertCounts(work, 0, 8, 8, 32);
        // 2·2·4·3 = 48, bias 2·3 = 6; reads X 8, W 12, b 3 floats; writes Z 6
        assertCounts(work, 1, 54, 4 * 23, 4 * 6);
        // 6 comparisons
        assertCounts(work, 2, 6, 24, 24);
        // 2·2·3·2 = 24, bias 4; reads 6 + 6 + 2; writes 4
        assertCounts(work, 3, 28, 4 * 14, 4 * 4);
        // softmax 4 and error 1 for each of 4
        assertCounts(work, 4, 20, 16, 16);
        // 2·2·3·2 = 24, slope 6; reads D 4, W 6, Y 6; writes 6
        assertCounts(work, 5, 30, 4 * 16, 4 * 6);
        // 2·2·12 = 48, scale and add 2·12 = 24, bias sum 2·3, its step 2·3; reads X 8, D 6, W 12, b 3
        assertCounts(work, 6, 48 + 24 + 6 + 6, 4 * 29, 4 * 15);
        // 2·2·6 = 24, 12, 4, 4; reads 6 + 4 + 6 + 2
        assertCounts(work, 7, 24 + 12 + 4 + 4, 4 * 18, 4 * 8);
        assertEquals(8 + 54 + 6 + 28 + 20 + 30 + 84 + 44, work.flopsPerStep());
        assertEquals(8, work.callsPerStep());
    }

    private static void assertCounts(Work work, int index, long flops, long read, long written) {
        Operation operation = work.operations().get(index);
        assertEquals(flops, operation.flops(), operation.toString());
        assertEquals(read, operation.bytesRead(), operation.toString());
        assertEquals(written, operation.bytesWritten(), operation.toString());
    }

    @Test
    void everyOperationRunsAlone() {
        for (Activation activation : new Activation[] {Activation.RELU, Activation.SIGMOID}) {
            for (Operation operation :
                    Work.of(Net.dense(activation, 70, 33, 40, 5), 9).operations()) {
                for (int threads = 1; threads <= 2; threads++) {
                    AtomicLong clock = new AtomicLong();
                    OperationTimer timer =
                            new OperationTimer(FastKernels.here(), threads, () -> clock.getAndAdd(1_000));
                    double[] seconds = timer.seconds(operation, 1, 3);
                    assertEquals(3, seconds.length);
                    assertTrue(seconds[2] == 1e-6, operation + ": " + seconds[2]);
                }
            }
        }
    }
}
