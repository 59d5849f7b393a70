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
    static Figure scaling(List<Training.Row> rows, int batch, double gradientBytes) {
        Training.Row best = rows.get(0);
        for (Training.Row row : rows) {
            best = row.ringStrongSpeedup() > best.ringStrongSpeedup() ? row : best;
        }
        double most = rows.stream().mapToDouble(Training.Row::workers).max().orElse(1);
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
                .line("ring, weak", all(rows, Training.Row::workers), all(rows, Training.Row::ringWeakSpeedup))
                .line("server, weak", all(rows, Training.Row::workers), all(rows, Training.Row::serverWeakSpeedup))
                .line("ring, strong", all(rows, Training.Row::workers), all(rows, Training.Row::ringStrongSpeedup))
                .line("server, strong", all(rows, Training.Row::workers), all(rows, Training.Row::serverStrongSpeedup));
    }

    private static double[] all(List<Training.Row> rows, ToDoubleFunction<Training.Row> of) {
        return rows.stream().mapToDouble(of).toArray();
    }
}
