package clock2cloud.app.cluster;

import clock2cloud.app.Common;
import clock2cloud.app.Report;
import clock2cloud.app.chart.Figure;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import clock2cloud.cluster.DividedSum;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code c2c cluster sum}: forecast first, then the real sum in threads, then the two side by side. */
@Command(
        name = "sum",
        description = "Adds 1 + 2 + ... + N in threads here and holds the time against the builders' model.",
        footer = {"", "Example: ./c2c cluster sum --numbers 2e9 --workers 1,2"})
final class SumCommand implements Callable<Integer> {
    private static final long MOST_NUMBERS = 10_000_000_000_000L;
    private static final int MOST_WORKERS = 1024;

    @Mixin
    private Common common;

    @Option(
            names = "--numbers",
            defaultValue = "2e9",
            converter = Converters.Count.class,
            description = "How many numbers (default: ${DEFAULT-VALUE}).")
    private long numbers;

    @Option(
            names = "--workers",
            split = ",",
            defaultValue = "1,2",
            description = "Numbers of workers (default: ${DEFAULT-VALUE}).")
    private List<Integer> workers;

    @Option(
            names = "--limit",
            defaultValue = "60s",
            converter = Converters.Seconds.class,
            description = "A run that is forecast to take longer is not run (default: ${DEFAULT-VALUE}).")
    private double limitSeconds;

    /** One number of workers. */
    record Row(
            int workers,
            double numbersPerSecondOfEach,
            double overheadSeconds,
            double forecastSeconds,
            Optional<Double> measuredSeconds,
            Optional<Double> errorFraction,
            double forecastSpeedup,
            Optional<Double> measuredSpeedup) {}

    /** The answer as JSON. */
    record Sum(long numbers, BigInteger sum, double dispatchAndCombineSeconds, int processors, List<Row> workers) {}

    @Override
    public Integer call() {
        check();
        RealSum real = new RealSum(System::nanoTime);
        double overhead = real.overheadSeconds();
        common.progress("c2c: calibrating for a second, forecasting, then adding ...");
        int processors = Runtime.getRuntime().availableProcessors();
        List<DividedSum> laws = new ArrayList<>();
        double alone = real.numbersPerSecond(1);
        for (int p : workers) {
            int active = Math.min(p, processors);
            double each = active == 1 ? alone : real.numbersPerSecond(active);
            laws.add(new DividedSum(numbers, each * active / p, overhead, 0));
        }
        double oneSeconds = numbers / alone;
        List<Row> rows = new ArrayList<>();
        Optional<Double> measuredOne = Optional.empty();
        for (int i = 0; i < laws.size(); i++) {
            int p = workers.get(i);
            Optional<Double> measured = measured(real, p, laws.get(i).seconds(p));
            measuredOne = p == 1 ? measured : measuredOne;
            rows.add(row(p, laws.get(i), oneSeconds, measured, measuredOne));
        }
        return report(rows, overhead, processors);
    }

    private void check() {
        if (numbers < 1 || numbers > MOST_NUMBERS) {
            throw new IllegalArgumentException(
                    "--numbers " + numbers + " must be from 1 to 1e13; write for example 2e9");
        }
        for (int p : workers) {
            if (p < 1 || p > MOST_WORKERS) {
                throw new IllegalArgumentException(
                        "--workers " + p + " must be from 1 to " + MOST_WORKERS + "; write for example 1,2");
            }
        }
    }

    private Optional<Double> measured(RealSum real, int p, double forecast) {
        if (forecast > limitSeconds) {
            common.progress("c2c: " + p + " workers are forecast to take longer than --limit; not run");
            return Optional.empty();
        }
        RealSum.Run run = real.median(numbers, p, 3);
        if (!RealSum.right(run.sum(), numbers)) {
            throw new IllegalStateException("the threads added up " + run.sum());
        }
        return Optional.of(run.seconds());
    }

    private static Row row(
            int p, DividedSum law, double oneSeconds, Optional<Double> measured, Optional<Double> measuredOne) {
        double forecast = law.seconds(p);
        return new Row(
                p,
                law.numbersPerSecond(),
                law.overheadSeconds(p),
                forecast,
                measured,
                measured.map(seconds -> forecast / seconds - 1),
                oneSeconds / forecast,
                measured.flatMap(seconds -> measuredOne.map(one -> one / seconds)));
    }

    private int report(List<Row> rows, double overhead, int processors) {
        Table table = Table.of(
                "workers",
                "overheadSeconds",
                "forecastSeconds",
                "measuredSeconds",
                "errorFraction",
                "forecastSpeedup",
                "measuredSpeedup");
        for (Row row : rows) {
            table = table.row(
                    row.workers(),
                    row.overheadSeconds(),
                    row.forecastSeconds(),
                    row.measuredSeconds(),
                    row.errorFraction(),
                    row.forecastSpeedup(),
                    row.measuredSpeedup());
        }
        BigInteger sum = DividedSum.exactSum(numbers);
        Row last = rows.get(rows.size() - 1);
        Report report = common.report()
                .json(new Sum(numbers, sum, overhead, processors, rows))
                .table(table)
                .say("The sum is " + sum + "; one more worker costs " + Quantities.format(overhead, Unit.SECONDS)
                        + " to set going and take in.")
                .explain(Explanation.of(
                        "Divided sum",
                        "T(p) = N / (p R(p)) + (p - 1) (d + c)",
                        "T(" + last.workers() + ") = " + Quantities.significant((double) numbers) + " / ("
                                + last.workers()
                                + " x " + Quantities.significant(last.numbersPerSecondOfEach()) + ") + "
                                + (last.workers() - 1) + " x " + Quantities.format(overhead, Unit.SECONDS) + " = "
                                + Quantities.format(last.forecastSeconds(), Unit.SECONDS),
                        "R(p), numbers per second of each of p workers, measured on stretches of a twentieth of a second; median of 3 runs",
                        "two builders do it in half the time, ten in a tenth, plus an overhead"));
        if (rows.size() > 1) {
            report.figure(figure(rows));
        }
        return report.print();
    }

    private Figure figure(List<Row> rows) {
        double[] p = rows.stream().mapToDouble(Row::workers).toArray();
        Figure figure = Figure.of("cluster-sum")
                .title(rows.get(rows.size() - 1).workers() + " workers add "
                        + Quantities.significant(rows.get(rows.size() - 1).forecastSpeedup()) + " times as fast as one")
                .subtitle(Quantities.significant((double) numbers) + " numbers, threads on this machine")
                .x("workers", "")
                .yLog("time", "")
                .yHuman(Unit.SECONDS)
                .line(
                        "forecast",
                        p,
                        rows.stream().mapToDouble(Row::forecastSeconds).toArray())
                .command(common.commandLine())
                .seed(common.seed());
        List<Row> measured =
                rows.stream().filter(row -> row.measuredSeconds().isPresent()).toList();
        return measured.isEmpty()
                ? figure
                : figure.dots(
                        "measured",
                        measured.stream().mapToDouble(Row::workers).toArray(),
                        measured.stream()
                                .mapToDouble(row -> row.measuredSeconds().orElseThrow())
                                .toArray());
    }
}
