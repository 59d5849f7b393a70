package clock2cloud.app.story.host;

import clock2cloud.app.story.baseline.SheetSeconds;
import clock2cloud.app.story.fit.NonNegativeLeastSquares;
import clock2cloud.nn.Work;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What simpler models say of a step, from the peak and the memory's speed alone or from a line through the calibrated steps. */
final class Baselines {
    private static final double SENTINEL_BYTES = 64 << 20;

    private final double peakFlopsPerSecond;
    private final double memoryBytesPerSecond;
    private final Map<Integer, double[]> lines = new LinkedHashMap<>();

    Baselines(Calibration calibration) {
        this.peakFlopsPerSecond = calibration.peakFlopsPerSecond();
        this.memoryBytesPerSecond =
                SENTINEL_BYTES / calibration.sentinels().get(2).seconds();
        for (int threads : calibration.threads()) {
            lines.put(
                    threads,
                    line(calibration.steps().stream()
                            .filter(step -> step.threads() == threads)
                            .toList()));
        }
    }

    double peakFlopsPerSecond() {
        return peakFlopsPerSecond;
    }

    double memoryBytesPerSecond() {
        return memoryBytesPerSecond;
    }

    /** t = c₀ + c₁ flops, by least squares of relative errors. */
    private static double[] line(List<TimedStep> steps) {
        double[][] a = new double[steps.size()][];
        double[] ones = new double[steps.size()];
        for (int i = 0; i < a.length; i++) {
            TimedStep step = steps.get(i);
            double gigaflops = Work.of(step.net().net(), step.net().batch()).flopsPerStep() / 1e9;
            a[i] = new double[] {1e-5 / step.seconds(), gigaflops / step.seconds()};
            ones[i] = 1;
        }
        return NonNegativeLeastSquares.solve(a, ones);
    }

    /** Seconds of a step by each baseline. */
    Map<String, Double> seconds(SampledNet net, int threads) {
        Work work = Work.of(net.net(), net.batch());
        double peak = peakFlopsPerSecond * threads;
        SheetSeconds sheet = SheetSeconds.of(work.operations(), peak, memoryBytesPerSecond);
        Map<String, Double> all = new LinkedHashMap<>();
        all.put("flops over peak", sheet.flopsOverPeak());
        all.put("roofline", sheet.roofline());
        all.put("Paleo: flops and bytes", sheet.paleo());
        double[] line = lines.get(threads);
        if (line != null) {
            all.put("affine in the flops", line[0] * 1e-5 + line[1] * work.flopsPerStep() / 1e9);
        }
        return all;
    }
}
