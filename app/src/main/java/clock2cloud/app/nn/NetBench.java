package clock2cloud.app.nn;

import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Table;
import clock2cloud.nn.Settings;
import clock2cloud.nn.kernel.Kernels;
import java.util.List;
import java.util.Locale;

/** Epochs of a net timed: the JSON of {@code c2c nn bench --net}. */
record NetBench(
        String net,
        int batch,
        int threads,
        String kernels,
        double firstEpochSeconds,
        double secondsMedian,
        double secondsMinimum,
        double secondsMaximum,
        double samplesPerSecond,
        double gflopsMedian,
        double gflopsMinimum,
        double gflopsMaximum,
        double testAccuracy,
        List<EpochLine> epochs) {
    static NetBench of(String net, Settings settings, Kernels kernels, List<EpochLine> lines) {
        List<EpochLine> warm = lines.subList(1, lines.size());
        double[] seconds = warm.stream().mapToDouble(EpochLine::seconds).toArray();
        double[] gflops = warm.stream().mapToDouble(EpochLine::gflops).toArray();
        return new NetBench(
                net,
                settings.batch(),
                settings.threads(),
                kernels.name(),
                lines.get(0).seconds(),
                Samples.median(seconds),
                Samples.smallest(seconds),
                Samples.largest(seconds),
                Samples.median(
                        warm.stream().mapToDouble(EpochLine::samplesPerSecond).toArray()),
                Samples.median(gflops),
                Samples.smallest(gflops),
                Samples.largest(gflops),
                lines.get(lines.size() - 1).testAccuracy(),
                lines);
    }

    Explanation explanation(long flopsPerStep) {
        return EpochLine.speed(
                String.format(
                        Locale.ROOT,
                        "%,d operations for %d rows, %,.0f rows a second: %.1f GFLOP/s",
                        flopsPerStep,
                        batch,
                        samplesPerSecond,
                        gflopsMedian),
                "the first epoch, in which the JVM compiles, is left out");
    }

    Table table() {
        return Table.of(
                        "net",
                        "batch",
                        "threads",
                        "secondsMedian",
                        "secondsMinimum",
                        "secondsMaximum",
                        "medianFlopsPerSecond")
                .row(
                        net(),
                        batch(),
                        threads(),
                        secondsMedian(),
                        secondsMinimum(),
                        secondsMaximum(),
                        1e9 * gflopsMedian());
    }
}
