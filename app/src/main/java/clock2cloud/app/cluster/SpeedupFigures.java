package clock2cloud.app.cluster;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.table.Quantities;
import clock2cloud.cluster.AmdahlSpeedup;
import clock2cloud.cluster.ScalabilityFit;
import clock2cloud.cluster.Speedup;
import clock2cloud.cluster.UniversalScalability;
import java.util.Map;
import java.util.stream.IntStream;

/** Laws of speedup, drawn. */
final class SpeedupFigures {
    private static final int POINTS = 120;

    private SpeedupFigures() {}

    /** Measured throughput, the fitted law, its straight line, and the limit and peak where they exist. */
    static Figure fitted(ScalabilityFit fit, MeasurementsFile data, String slug) {
        UniversalScalability law = fit.law();
        double most = data.xs().stream().max(Double::compare).orElseThrow();
        double top = data.ys().stream().max(Double::compare).orElseThrow();
        boolean peak = law.physical() && law.coherencyFraction() > 0;
        double[] n = spread(Math.min(1, data.xs().stream().min(Double::compare).orElseThrow()), 1.05 * most);
        double limit = law.limitThroughput();
        double[] straight = spread(n[0], Math.min(1.05 * most, 1.25 * top / law.oneWorkerThroughput()));
        Figure figure = Figure.of(slug)
                .title(
                        peak
                                ? "Throughput peaks at " + data.xName() + " = "
                                        + Quantities.significant(law.peakWorkers()) + ", "
                                        + Quantities.significant(
                                                law.throughput(law.peakWorkers()) / law.oneWorkerThroughput())
                                        + " times that of one; beyond it more is less"
                                : law.physical()
                                        ? "Throughput has a limit but no peak"
                                        : "The fit is unphysical: beta is below 0")
                .subtitle(
                        "universal scalability law: alpha (waiting) " + Quantities.significant(law.contentionFraction())
                                + ", beta (agreeing) " + Quantities.significant(law.coherencyFraction())
                                + ", gamma (one alone) " + Quantities.significant(law.oneWorkerThroughput()))
                .x(data.xName(), "")
                .y(data.yName(), "")
                .yLimits(0, 1.3 * top)
                .line("without contention", straight, map(straight, at -> law.oneWorkerThroughput() * at))
                .line("fit", n, map(n, law::throughput))
                .dots(
                        "measured",
                        data.xs().stream().mapToDouble(Double::doubleValue).toArray(),
                        data.ys().stream().mapToDouble(Double::doubleValue).toArray());
        if (Double.isFinite(limit) && limit < 1.3 * top) {
            figure.rule("limit of contention", limit);
        }
        return peak && law.peakWorkers() < 1.05 * most ? figure.moment("peak", law.peakWorkers()) : figure;
    }

    /** Several laws over the number of workers. */
    static Figure laws(Map<String, Speedup> laws, double serialFraction, int most) {
        double[] p = IntStream.rangeClosed(1, most).mapToDouble(i -> i).toArray();
        Figure figure = Figure.of("speedup")
                .title("With " + Quantities.significant(100 * serialFraction) + "% serial, " + most
                        + " workers are "
                        + Quantities.significant(new AmdahlSpeedup(serialFraction).speedup(most))
                        + " times as fast as one")
                .subtitle(
                        "speedup by four laws; the job stays (Amdahl), grows with the workers (Gustafson), with their memory"
                                + " (Sun-Ni), or pays for agreement (USL)")
                .x("workers", "")
                .y("speedup", "")
                .yLimits(0, most)
                .line("ideal", p, p);
        laws.forEach((name, law) -> figure.line(name, p, map(p, law::speedup)));
        double limit = 1 / serialFraction;
        return limit <= most ? figure.rule("Amdahl's limit", limit) : figure;
    }

    static double[] spread(double from, double to) {
        return IntStream.rangeClosed(0, POINTS)
                .mapToDouble(i -> from + (to - from) * i / POINTS)
                .toArray();
    }

    static double[] map(double[] xs, java.util.function.DoubleUnaryOperator of) {
        return java.util.Arrays.stream(xs).map(of).toArray();
    }
}
