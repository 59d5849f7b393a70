package clock2cloud.app.story.gpu;

import clock2cloud.app.TrustLine;
import clock2cloud.app.story.machine.GraphicsProcessor;
import clock2cloud.app.story.machine.Machines;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the laws of GPUs were compared with, and how far off they were. */
public final class GpuChecks {
    /** Mean error of the median of five repeats, for a standard deviation of one: 0.798 × 1.253 / √5. */
    private static final double NOISE_OF_MEDIAN = 0.447;

    /** Half the width of the 90% interval of a layer by data sheet, as a logarithm. */
    private static final double DATA_SHEET_LOG = 0.5;

    /** The same of a step of a convolutional net by another net. */
    private static final double ANCHORED_LOG = 0.16;

    /** The same of a step of a convolutional net on a generation that was never timed. */
    private static final double NEVER_SEEN_LOG = 0.8;

    private static final double SHEET_AIM = 0.3;

    private GpuChecks() {}

    public static List<TrustLine> lines() {
        List<TrustLine> lines = new ArrayList<>();
        for (String device : List.of("k80", "p100")) {
            List<DenseTiming> rows =
                    DenseTimings.shipped("dense-" + device + ".csv").tests();
            lines.addAll(dense(device, rows));
            lines.add(bySheet(device, device.equals("k80") ? "p100" : "k80", rows));
        }
        for (String instance : PublishedSteps.INSTANCES) {
            for (String net : PublishedSteps.NETS) {
                lines.add(anchored(instance, net));
            }
        }
        lines.add(unclaimed(neverSeen("p2.xlarge", "g4dn.xlarge", PublishedSteps.anchored("g4dn.xlarge"))));
        lines.add(neverSeen("p2.xlarge", "an H200", TorchSteps.anchored()));
        lines.add(unclaimed(neverSeen("g4dn.xlarge", "p2.xlarge", PublishedSteps.anchored("p2.xlarge"))));
        lines.add(unclaimed(neverSeen("g4dn.xlarge", "an H200", TorchSteps.anchored())));
        lines.add(youngNeverSeen("p2.xlarge"));
        lines.add(youngNeverSeen("g4dn.xlarge"));
        return lines;
    }

    static GraphicsProcessor device(String name) {
        return Machines.named(name.equals("k80") ? "k80-die" : name).gpu().orElseThrow();
    }

    private static double[] each(List<DenseTiming> rows, ToDoubleFunction<DenseTiming> value) {
        return rows.stream().mapToDouble(value).toArray();
    }

    private static List<TrustLine> dense(String device, List<DenseTiming> rows) {
        DenseLaw law = DenseLaw.shipped(device);
        GraphicsProcessor gpu = device(device);
        double[] timed = each(rows, DenseTiming::seconds);
        double[] forecast = each(rows, row -> law.seconds(row.batch(), row.inputs(), row.outputs(), row.rule()));
        String source = "Justus et al. 2018 @e649f32d354d (Apache-2.0), rows not calibrated on";
        double noise = rows.stream()
                .mapToDouble(row -> NOISE_OF_MEDIAN * row.deviationSeconds() / row.seconds())
                .average()
                .orElse(0);
        TrustLine line = TrustLine.ofMean(
                        "story",
                        "GPU dense layer, " + device + ", " + law.rows() + " rows calibrate (seed " + law.seed() + ")",
                        source,
                        "batch 1-64, 1-4,095 wide, forward only and 6 update rules",
                        forecast,
                        timed,
                        0.07)
                .withNoise(noise)
                .withCoverage(coverage(forecast, timed, law.logHalfWidth(0.9)))
                .withBaseline("flops/peak", each(rows, row -> row.flops() / gpu.boostFlopsPerSecond()), timed)
                .withBaseline(
                        "roofline",
                        each(
                                rows,
                                row -> Math.max(
                                        row.flops() / gpu.boostFlopsPerSecond(),
                                        bytes(row) / gpu.memoryBytesPerSecond())),
                        timed)
                .withBaseline(
                        "Paleo-style",
                        each(
                                rows,
                                row -> row.flops() / gpu.boostFlopsPerSecond()
                                        + bytes(row) / gpu.memoryBytesPerSecond()),
                        timed);
        TrustLine intervals = line.renamed(
                        "GPU dense layer, " + device + ", 90% intervals: jackknife+ over the same rows")
                .bounded(TrustLine.Bound.COVERAGE, 0.9);
        List<DenseTiming> large =
                rows.stream().filter(row -> law.large(row.flops())).toList();
        double[] largeTimed = each(large, DenseTiming::seconds);
        double[] largeForecast = each(large, row -> law.seconds(row.batch(), row.inputs(), row.outputs(), row.rule()));
        TrustLine corner = TrustLine.ofMean(
                        "story",
                        "GPU dense layer, " + device + ", the largest 15%: flagged, intervals 1.5 times as wide",
                        source,
                        "more work than 85% of the calibrating rows",
                        largeForecast,
                        largeTimed,
                        0.1)
                .withCoverage(coverage(largeForecast, largeTimed, 1.5 * law.logHalfWidth(0.9)));
        return List.of(line, intervals, corner);
    }

    private static double bytes(DenseTiming row) {
        double weights = (double) row.inputs() * row.outputs();
        int passes = row.rule().learns() ? 3 : 1;
        return 4
                * (passes * weights
                        + row.rule().floatsPerWeight() * weights
                        + passes * (double) row.batch() * (row.inputs() + row.outputs()));
    }

    static double coverage(double[] forecast, double[] timed, double log) {
        int held = 0;
        for (int i = 0; i < timed.length; i++) {
            held += Math.abs(Math.log(forecast[i] / timed[i])) <= log ? 1 : 0;
        }
        return held / (double) timed.length;
    }

    private static TrustLine bySheet(String device, String from, List<DenseTiming> rows) {
        SpecSheetLaw law = DenseLaw.shipped(from).specSheet();
        double[] timed = each(rows, DenseTiming::seconds);
        double[] forecast =
                each(rows, row -> law.seconds(device(device), row.batch(), row.inputs(), row.outputs(), row.rule()));
        return TrustLine.ofMean(
                        "story",
                        "GPU never seen: " + device + " by its data sheet and the " + from + "'s coefficients",
                        "Justus et al. 2018 (Apache-2.0), no row of this device calibrates",
                        "batch 1-64, 1-4,095 wide, forward only and 6 update rules",
                        forecast,
                        timed,
                        0.30)
                .withCoverage(coverage(forecast, timed, DATA_SHEET_LOG));
    }

    private static TrustLine anchored(String instance, String net) {
        GraphicsProcessor gpu = device(instance);
        ConvolutionLaw law = PublishedSteps.notFrom(instance, net);
        List<PublishedSteps.Step> steps = PublishedSteps.of(instance, net);
        double[] timed =
                steps.stream().mapToDouble(PublishedSteps.Step::seconds).toArray();
        double[] forecast = steps.stream()
                .mapToDouble(step -> law.seconds(gpu, step.terms()))
                .toArray();
        double noise = steps.stream()
                .mapToDouble(step -> (step.highSeconds() - step.lowSeconds()) / 4 / step.seconds())
                .average()
                .orElse(0);
        String other = net.equals("lenet5") ? "cifar10-cnn" : "lenet5";
        return TrustLine.ofMean(
                        "story",
                        "Step of " + net + " on " + instance + ", anchored on " + other + " alone",
                        "ddps-lab/profet @e69477fe6ea4 (MIT); the law's form was chosen with both nets in view",
                        "32-256 pixels, batch 16-256, TensorFlow 2",
                        forecast,
                        timed,
                        0.10)
                .withNoise(noise)
                .withCoverage(coverage(forecast, timed, ANCHORED_LOG))
                .withBaseline(
                        "flops/peak",
                        steps.stream()
                                .mapToDouble(step -> step.flops() / gpu.boostFlopsPerSecond())
                                .toArray(),
                        timed)
                .withBaseline("affine in batch, from its own 16 and 256", Affine.inBatch(steps), timed);
    }

    /** A whole generation never seen: another one's factors on this one's data sheet. */
    private static TrustLine neverSeen(String instance, String from, ConvolutionLaw law) {
        List<PublishedSteps.Step> steps = PublishedSteps.NETS.stream()
                .flatMap(net -> PublishedSteps.of(instance, net).stream())
                .toList();
        GraphicsProcessor gpu = device(instance);
        return neverSeen(
                instance,
                from,
                "ddps-lab/profet @e69477fe6ea4 (MIT)",
                steps.stream()
                        .mapToDouble(step -> law.seconds(gpu, step.terms()))
                        .toArray(),
                steps.stream().mapToDouble(PublishedSteps.Step::seconds).toArray());
    }

    /** The same of the kernels of an H200. */
    private static TrustLine youngNeverSeen(String from) {
        List<TorchSteps.Step> steps = TorchSteps.convolutions("h200");
        GraphicsProcessor gpu = device("h200");
        ConvolutionLaw law = PublishedSteps.anchored(from);
        return neverSeen(
                "an H200's kernels",
                from,
                "our own timings, PyTorch 2.11",
                steps.stream()
                        .mapToDouble(step -> law.kernelSeconds(gpu, step.terms()))
                        .toArray(),
                steps.stream().mapToDouble(TorchSteps.Step::deviceSeconds).toArray());
    }

    private static TrustLine neverSeen(String device, String from, String source, double[] forecast, double[] timed) {
        return TrustLine.ofMean(
                        "story",
                        "Convolutions on a generation never seen: " + device + " by data sheet and the factors of "
                                + from,
                        source,
                        "lenet5, cifar10-cnn and their like, 28-256 pixels; libraries differ by years",
                        forecast,
                        timed,
                        SHEET_AIM)
                .withCoverage(coverage(forecast, timed, NEVER_SEEN_LOG));
    }

    /** The aim of 30% is missed, so it is shown and not claimed. */
    private static TrustLine unclaimed(TrustLine line) {
        return line.bounded(TrustLine.Bound.NONE, 0);
    }
}
