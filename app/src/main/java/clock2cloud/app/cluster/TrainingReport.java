package clock2cloud.app.cluster;

import clock2cloud.app.Common;
import clock2cloud.app.Report;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import clock2cloud.cluster.AlphaBeta;
import clock2cloud.cluster.DataParallelTraining;
import java.util.ArrayList;
import java.util.List;

/** The answer of {@code c2c cluster train} as a table, words and a figure. */
final class TrainingReport {
    private final Common common;
    private final Training result;
    private final DataParallelTraining ring;

    TrainingReport(Common common, Training result, DataParallelTraining ring) {
        this.common = common;
        this.result = result;
        this.ring = ring;
    }

    int print() {
        AlphaBeta link = ring.link();
        Report report = common.report()
                .json(result)
                .table(table())
                .say(words(result))
                .figure(TrainingFigures.scaling(result.workers(), result.batch(), result.gradientBytes())
                        .command(common.commandLine())
                        .seed(common.seed()))
                .explain(Explanation.of(
                        "Data-parallel step",
                        "t(p) = h + ceil(B / p) c + 2 (p - 1) (a + g / (p b)) on a ring, + 2 (a + p g / b) with a server",
                        "h = " + Quantities.format(ring.stepSeconds(), Unit.SECONDS) + ", c = "
                                + Quantities.format(ring.sampleSeconds(), Unit.SECONDS) + ", g = "
                                + Quantities.format(ring.gradientBytes(), Unit.BYTES) + ", a = "
                                + Quantities.format(link.latencySeconds(), Unit.SECONDS) + ", b = "
                                + Quantities.format(link.bytesPerSecond(), Unit.BYTES_PER_SECOND),
                        "equal machines, no stragglers, a step as good as any other",
                        "Qi, Sparks, Talwalkar 2017; Thakur, Rabenseifner, Gropp 2005"));
        result.check().ifPresent(run -> report.say(sameBits(run)).say(forecast(run)));
        return report.print();
    }

    private Table table() {
        Table table = Table.of(
                "workers",
                "computeSeconds",
                "ringStepSeconds",
                "serverStepSeconds",
                "ringStrongSpeedup",
                "serverStrongSpeedup",
                "ringWeakSpeedup",
                "serverWeakSpeedup");
        List<List<Object>> cells = new ArrayList<>();
        for (Training.Row row : result.workers()) {
            cells.add(List.of(
                    row.workers(),
                    row.computeSeconds(),
                    row.ringStepSeconds(),
                    row.serverStepSeconds(),
                    row.ringStrongSpeedup(),
                    row.serverStrongSpeedup(),
                    row.ringWeakSpeedup(),
                    row.serverWeakSpeedup()));
        }
        return table.rows(cells);
    }

    private static String sameBits(LoopbackTraining.Result run) {
        return "Two real processes: "
                + (run.sameBits() ? "the same weights, bit for bit, as one process" : "DIFFERENT weights") + " after "
                + 2 * run.steps() + " steps (" + run.fingerprint() + "); a step took "
                + Quantities.format(run.stepSeconds(), Unit.SECONDS) + " ("
                + Quantities.format(run.allReduceSeconds(), Unit.SECONDS) + " of it the all-reduce), one process "
                + Quantities.format(run.oneProcessSeconds(), Unit.SECONDS) + ".";
    }

    private static String forecast(LoopbackTraining.Result run) {
        LoopbackForecast forecast = run.forecast();
        return "Forecast from steps of half and twice the size: "
                + Quantities.format(forecast.stepSeconds(), Unit.SECONDS)
                + " (" + Quantities.format(forecast.allReduceSeconds(), Unit.SECONDS) + " of it the all-reduce, at "
                + Quantities.format(forecast.latencySeconds(), Unit.SECONDS) + " a message and "
                + Quantities.format(forecast.bytesPerSecond(), Unit.BYTES_PER_SECOND) + "), "
                + Quantities.format(forecast.stepSeconds() / run.stepSeconds() - 1, Unit.FRACTION) + " off.";
    }

    private static String words(Training result) {
        String ring = result.ringSlowerFrom()
                .map(p -> "On a ring machine " + p + " makes a step slower")
                .orElse("On a ring no machine makes a step slower");
        String server = result.serverSlowerFrom()
                .map(p -> "with a parameter server machine " + p + " does")
                .orElse("with a parameter server none does");
        return ring + "; " + server + ". Best: " + result.ringBestWorkers() + " on a ring, "
                + result.serverBestWorkers() + " with a server.";
    }
}
