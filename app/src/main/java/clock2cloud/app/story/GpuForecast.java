package clock2cloud.app.story;

import clock2cloud.nn.LayerShape;
import clock2cloud.nn.Net;

/**
 * A step on a GPU: the host issues it while the device works on the last one, so a step takes the longer of the two.
 *
 * <p>t = max(host, device). The device's layers come from published timings of a K80, and for other GPUs from the same
 * surface scaled by the mean of the peak and bandwidth ratios; the host's part is one published number a framework. Leaves out the first step, the
 * validation pass and the copy of the batch to the device, which overlaps.
 */
final class GpuForecast {
    /** Keras on TensorFlow 1.x, July 2017: 3.1866 s an epoch of 469 training and 79 validation steps on a K80. */
    static final double KERAS_2017_SECONDS = 3.1866 / (469 + 79);

    /** TensorFlow 2.x, 2021: a whole LeNet5 step of 16 small images on a g4dn.xlarge, nearly all of it host. */
    static final double TENSORFLOW_2_SECONDS = 0.0019865;

    private final LayerTimings k80;
    private final Machine.Gpu reference;

    GpuForecast() {
        this.k80 = LayerTimings.shipped("dense-sgd-k80.csv");
        this.reference = Machines.named("p2.xlarge").gpu().orElseThrow();
    }

    /** Seconds of one step with the interval that we would bet on. */
    record Step(double lowSeconds, double seconds, double highSeconds, double deviceSeconds, boolean hostBound) {}

    /** The K80 in July 2017, through Keras. */
    Step onK80(Net net, int batch) {
        double device = device(net, batch);
        double seconds = Math.max(KERAS_2017_SECONDS, device);
        return new Step(Math.min(device, seconds) * 0.8, seconds, seconds * 1.3, device, device < KERAS_2017_SECONDS);
    }

    /** A later GPU by its spec sheet, under TensorFlow 2. */
    Step onLater(Net net, int batch, Machine.Gpu gpu) {
        double compute = gpu.peakFlopsPerSecond() / reference.peakFlopsPerSecond();
        double memory = gpu.memoryBytesPerSecond() / reference.memoryBytesPerSecond();
        double device = (device(net, batch) - calls(net)) / Math.sqrt(compute * memory) + calls(net) / 4;
        double seconds = Math.max(TENSORFLOW_2_SECONDS, device);
        return new Step(Math.min(device, seconds) * 0.5, seconds, seconds * 2, device, device < TENSORFLOW_2_SECONDS);
    }

    private double device(Net net, int batch) {
        double seconds = 0;
        int inputs = net.inputs();
        for (LayerShape layer : net.layers()) {
            int outputs = ((LayerShape.Dense) layer).outputs();
            seconds += k80.layer(batch, inputs, outputs).seconds();
            inputs = outputs;
        }
        return seconds;
    }

    /** What the calls alone cost on the K80's host. */
    private double calls(Net net) {
        return net.layers().size() * k80.callSeconds();
    }
}
