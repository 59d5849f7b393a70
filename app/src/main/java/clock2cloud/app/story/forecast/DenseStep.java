package clock2cloud.app.story.forecast;

import clock2cloud.app.story.machine.GraphicsProcessor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A training step of a net of dense layers on a GPU under a framework: the host alone and the batch's way to the device, then
 * the longer of what the host takes to start the kernels and what the device takes to do them.
 *
 * @param log90 of the ratio that holds nine runs in ten, either way
 */
public record DenseStep(DenseLayers layers, HostPace host, double log90) {
    /** Seconds of the device, by part. */
    static Map<String, Double> deviceParts(DenseLayers layers, Workload work, boolean learns) {
        Map<String, Double> parts = new LinkedHashMap<>(layers.parts(work, learns, false));
        parts.put("gaps", layers.gpu().gapSeconds() * work.kernels(learns));
        return parts;
    }

    /** Seconds that a batch takes to the device. */
    static double feedSeconds(GraphicsProcessor gpu, Workload work) {
        return 4.0 * work.batch() * work.net().inputs() / gpu.feedBytesPerSecond();
    }

    private double busySeconds(Workload work) {
        double busy = 0;
        for (double part : deviceParts(layers, work, true).values()) {
            busy += part;
        }
        return busy;
    }

    /** Seconds of one training step. */
    public double seconds(Workload work) {
        return host.aloneSeconds()
                + feedSeconds(layers.gpu(), work)
                + Math.max(busySeconds(work), host.issueSeconds(work.kernels(true)));
    }

    /** Whether the device waits for the host most of a step. */
    public boolean waits(Workload work) {
        double whole = seconds(work);
        return whole - feedSeconds(layers.gpu(), work) - busySeconds(work) > whole / 2;
    }
}
