package clock2cloud.app.cluster;

import clock2cloud.app.Common;
import clock2cloud.app.Report;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.cluster.ScalabilityFit;
import clock2cloud.cluster.UniversalScalability;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code c2c cluster usl}. */
@Command(
        name = "usl",
        description = "Fits the Universal Scalability Law to measured throughput: parameters, how sure, and the peak.",
        footer = {"", "Example: ./c2c cluster usl --fit docs/examples/specsdm91.csv --predict 50,100,300"})
final class UslCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(
            names = "--fit",
            required = true,
            paramLabel = "FILE",
            description = "CSV with a header; its first two columns are workers and throughput, unless told.")
    private Path file;

    @Option(names = "--columns", split = ",", description = "Names of the two columns, workers first.")
    private List<String> columns = List.of();

    @Option(names = "--predict", split = ",", description = "Further numbers of workers to predict for.")
    private List<Double> predict = List.of();

    @Option(
            names = "--confidence",
            defaultValue = "95%",
            converter = clock2cloud.app.table.Converters.Fraction.class,
            description = "Of the intervals (default: ${DEFAULT-VALUE}).")
    private double confidenceFraction;

    /** One parameter; the last two are what the R package usl prints as 95%, which is too narrow. */
    record Parameter(
            double estimate,
            double standardError,
            double low,
            double high,
            double uslPackageLow,
            double uslPackageHigh) {}

    /** One row of the data. */
    record Point(double workers, double throughput, double fitted, double efficiencyFraction) {}

    /** What the law says for another number of workers. */
    record Prediction(double workers, double throughput, double speedup) {}

    /** The answer as JSON; a peak or limit that does not exist is absent. */
    record Fit(
            Parameter alpha,
            Parameter beta,
            Parameter gamma,
            double sigma,
            int freedom,
            double confidenceFraction,
            boolean physical,
            Optional<Double> peakWorkers,
            Optional<Double> peakThroughput,
            Optional<Double> limitThroughput,
            Optional<Double> optimalWorkers,
            List<String> warnings,
            Optional<UniversalScalability> physicalLaw,
            List<Point> points,
            List<Prediction> predictions) {}

    @Override
    public Integer call() {
        MeasurementsFile data = MeasurementsFile.read(file, columns);
        ScalabilityFit fit = ScalabilityFit.of(data.xs(), data.ys());
        UniversalScalability law = fit.law();
        List<Point> points = new ArrayList<>();
        Table table = Table.of(data.xName(), data.yName(), "fitted", "efficiencyFraction");
        for (int i = 0; i < data.xs().size(); i++) {
            Point point = new Point(
                    data.xs().get(i),
                    data.ys().get(i),
                    fit.fitted().get(i),
                    fit.efficiencyFractions().get(i));
            points.add(point);
            table = table.row(point.workers(), point.throughput(), point.fitted(), point.efficiencyFraction());
        }
        List<Prediction> predictions = predict.stream()
                .map(n -> new Prediction(n, law.throughput(n), law.speedup(n)))
                .toList();
        Report report = common.report()
                .json(new Fit(
                        parameter(fit, 0, law.contentionFraction()),
                        parameter(fit, 1, law.coherencyFraction()),
                        parameter(fit, 2, law.oneWorkerThroughput()),
                        fit.residualError(),
                        fit.freedom(),
                        confidenceFraction,
                        law.physical(),
                        finite(law.physical() ? law.peakWorkers() : Double.POSITIVE_INFINITY),
                        finite(law.physical() ? law.peakThroughput() : Double.POSITIVE_INFINITY),
                        finite(law.limitThroughput()),
                        finite(law.optimalWorkers()),
                        fit.warnings(),
                        law.physical() ? Optional.empty() : Optional.of(fit.physicalLaw()),
                        points,
                        predictions))
                .csv(table)
                .table(parameters(fit))
                .table(table);
        if (!predictions.isEmpty()) {
            Table more = Table.of("workers", "throughput", "speedup");
            for (Prediction prediction : predictions) {
                more = more.row(prediction.workers(), prediction.throughput(), prediction.speedup());
            }
            report.table(more);
        }
        fit.warnings().forEach(warning -> report.say("Warning: " + warning + "."));
        return report.say(finding(law))
                .explain(explanation(law))
                .figure(SpeedupFigures.fitted(fit, data, "usl-fit")
                        .command(common.commandLine())
                        .seed(common.seed()))
                .print();
    }

    private Parameter parameter(ScalabilityFit fit, int index, double estimate) {
        ScalabilityFit.Interval interval = fit.interval(index, confidenceFraction);
        ScalabilityFit.Interval printed = fit.packageInterval(index);
        return new Parameter(
                estimate,
                fit.standardErrors().get(index),
                interval.low(),
                interval.high(),
                printed.low(),
                printed.high());
    }

    private Table parameters(ScalabilityFit fit) {
        Table table = Table.of("parameter", "estimate", "standardError", "low", "high");
        String[] names = {"alpha", "beta", "gamma"};
        double[] estimates = {
            fit.law().contentionFraction(),
            fit.law().coherencyFraction(),
            fit.law().oneWorkerThroughput()
        };
        for (int i = 0; i < names.length; i++) {
            Parameter p = parameter(fit, i, estimates[i]);
            table = table.row(names[i], p.estimate(), p.standardError(), p.low(), p.high());
        }
        return table;
    }

    private static String finding(UniversalScalability law) {
        if (!law.physical()) {
            return "These are not the numbers of a system that the law describes; the nearest one that is has no peak.";
        }
        return law.coherencyFraction() > 0
                ? "The peak is at " + Quantities.significant(law.peakWorkers()) + " workers, with a throughput of "
                        + Quantities.significant(law.peakThroughput()) + "; past it every worker makes it slower."
                : "There is no peak, only a limit.";
    }

    private static Explanation explanation(UniversalScalability law) {
        return Explanation.of(
                "Universal Scalability Law",
                "X(N) = gamma N / (1 + alpha (N - 1) + beta N (N - 1)); peak at sqrt((1 - alpha) / beta)",
                "X(N) = " + Quantities.significant(law.oneWorkerThroughput()) + " N / (1 + "
                        + Quantities.significant(law.contentionFraction()) + " (N - 1) + "
                        + Quantities.significant(law.coherencyFraction()) + " N (N - 1))",
                "least squares, noise of one size in X and none in N; Student's t with n - 3 degrees of freedom",
                "N. Gunther, Guerrilla Capacity Planning, 2007");
    }

    static Optional<Double> finite(double value) {
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }
}
