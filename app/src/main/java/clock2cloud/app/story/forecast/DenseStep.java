package clock2cloud.app.story.forecast;

import clock2cloud.app.story.machine.GraphicsProcessor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A training step of a net of dense layers on a GPU under a framework: the host, then the longer of what it takes to start the
 * operations and what the device takes to do them.
 *
 * @param hostSeconds of Python, one constant a step
 * @param issueSeconds to start one operation
 * @param log90 of the ratio that holds nine runs in ten, either way
 */
public record DenseStep(DenseLayers layers, double hostSeconds, double issueSeconds, double log90) {
    /** What separates kernels on the device itself. */
    private static final double GAP_SECONDS = 5e-6;

    /** Seconds of the device, by part. */
    static Map<String, Double> deviceParts(DenseLayers layers, Workload work, boolean learns) {
        GraphicsProcessor gpu = layers.gpu();
        Map<String, Double> parts = new LinkedHashMap<>(layers.parts(work, learns, false));
        parts.put("feed", 4.0 * work.batch() * work.net().inputs() / gpu.feedBytesPerSecond());
        parts.put("gaps", GAP_SECONDS * work.kernels(learns));
        return parts;
    }

    /** Seconds of one training step. */
    public double seconds(Workload work) {
        double busy = 0;
        for (double part : deviceParts(layers, work, true).values()) {
            busy += part;
        }
        return hostSeconds + Math.max(busy, issueSeconds * work.kernels(true));
    }

    /** Whether the device waits for the host most of a step. */
    public boolean waits(Workload work) {
        return hostSeconds > seconds(work) / 2;
    }
}
