package clock2cloud.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.nn.data.ImageShape;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import clock2cloud.nn.layer.Cost;
import java.util.List;
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

    /** 4×4, two convolutions of 3×3 (the first padded), pooling; batch 3; every number by hand. */
    @Test
    void aSmallConvolutionalNetIsCountedByHand() {
        Net net = new Net(
                new ImageShape(4, 4, 1),
                List.of(
                        new LayerShape.Convolution(2, 3, 1, Activation.RELU),
                        new LayerShape.Convolution(3, 3, 0, Activation.RELU),
                        new LayerShape.Pooling(2, true),
                        new LayerShape.Dropout(0.5),
                        new LayerShape.Flatten(),
                        new LayerShape.Dense(2, Activation.SOFTMAX)),
                Cost.CROSS_ENTROPY);
        Work work = Work.of(net, 3);
        assertEquals(
                "gather convolution convolution pooling dropout flatten product cost"
                        + " input-gradient flatten-gradient dropout pooling-gradient convolution-gradient"
                        + " convolution-update convolution-update weight-update",
                String.join(
                        " ",
                        work.operations().stream().map(o -> o.kind().toString()).toList()));
        // 3 × 16 pixels
        assertCounts(work, 0, 48, 48, 4 * 48);
        // 96 values: 9 multiply-adds, bias, comparison; reads 48 pixels, 18 weights, 2 biases
        assertCounts(work, 1, 20 * 96, 4 * (48 + 18 + 2), 4 * 96);
        // 3 × 4 pixels × 3 filters = 36 values of 18 multiply-adds; reads 96, 54 weights, 3 biases
        assertCounts(work, 2, 38 * 36, 4 * (96 + 54 + 3), 4 * 36);
        // 9 values of 4
        assertCounts(work, 3, 36, 4 * 36, 4 * 9);
        assertCounts(work, 4, 9, 4 * 9, 4 * 9);
        assertCounts(work, 5, 0, 4 * 9, 4 * 9);
        // the way back: the slope, 9 of each
        assertCounts(work, 9, 0, 4 * 9, 4 * 9);
        assertCounts(work, 10, 9, 4 * 9, 4 * 9);
        // 36 comparisons and 36 slopes of the rectifier; reads 36 + 9 + 9, and the 36 once more for the slope
        assertCounts(work, 11, 72, 4 * (36 + 18 + 36), 4 * 36);
        // a side of 4 is met by 2 windows of 3: 36 pairs × 3 images × 2 × 3 multiply-adds, 96 slopes of the rectifier
        assertCounts(work, 12, 2 * 36 * 18 + 96, 4 * (36 + 54 + 96), 4 * 96);
        // 18 weights × 48 pixels multiply-adds; 18 (16 sums, scale, step) of 18 + 2; 96 slopes for the biases
        assertCounts(work, 13, 2 * 18 * 48 + 18 * 20 + 96, 4 * (48 + 96 + 18 + 2), 4 * 20);
        assertCounts(work, 14, 2 * 54 * 12 + 18 * 57 + 36, 4 * (96 + 36 + 54 + 3), 4 * 57);
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
                runsAlone(operation);
            }
        }
        for (Net net : List.of(KnownNets.lenet5(), KnownNets.mnistCnn(), KnownNets.cifar10Cnn())) {
            Work.of(net, 3).operations().forEach(WorkTest::runsAlone);
        }
    }

    private static void runsAlone(Operation operation) {
        for (int threads = 1; threads <= 2; threads++) {
            AtomicLong clock = new AtomicLong();
            OperationTimer timer = new OperationTimer(FastKernels.here(), threads, () -> clock.getAndAdd(1_000));
            double[] seconds = timer.seconds(operation, 1, 3);
            assertEquals(3, seconds.length);
            assertTrue(seconds[2] == 1e-6, operation + ": " + seconds[2]);
        }
    }
}
