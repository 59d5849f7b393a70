package clock2cloud.app.cluster;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Data-parallel training, drawn. */
final class TrainingFigures {
    private TrainingFigures() {}

    /** Strong and weak scaling on a ring and with a parameter server. */
    static Figure scaling(List<TrainCommand.Row> rows, int batch, double gradientBytes) {
        TrainCommand.Row best = rows.get(0);
        for (TrainCommand.Row row : rows) {
            best = row.ringStrongSpeedup() > best.ringStrongSpeedup() ? row : best;
        }
        double most = rows.stream().mapToDouble(TrainCommand.Row::workers).max().orElse(1);
        return Figure.of("training-scaling")
                .title(
                        best.workers() == 1
                                ? "No second machine makes a step of one batch faster"
                                : "One batch gains " + Quantities.significant(best.ringStrongSpeedup())
                                        + " times at best, on " + best.workers() + " machines")
                .subtitle("batch " + batch + ", gradient " + Quantities.format(gradientBytes, Unit.BYTES)
                        + "; strong: one batch shared, weak: a batch each")
                .x("machines", "")
                .y("speedup", "")
                .yLimits(0, most * 1.02)
                .line("as many times as machines", new double[] {1, most}, new double[] {1, most})
                .line("ring, weak", all(rows, TrainCommand.Row::workers), all(rows, TrainCommand.Row::ringWeakSpeedup))
                .line(
                        "server, weak",
                        all(rows, TrainCommand.Row::workers),
                        all(rows, TrainCommand.Row::serverWeakSpeedup))
                .line(
                        "ring, strong",
                        all(rows, TrainCommand.Row::workers),
                        all(rows, TrainCommand.Row::ringStrongSpeedup))
                .line(
                        "server, strong",
                        all(rows, TrainCommand.Row::workers),
                        all(rows, TrainCommand.Row::serverStrongSpeedup));
    }

    private static double[] all(List<TrainCommand.Row> rows, ToDoubleFunction<TrainCommand.Row> of) {
        return rows.stream().mapToDouble(of).toArray();
    }
}
