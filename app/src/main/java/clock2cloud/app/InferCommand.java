package clock2cloud.app;

import clock2cloud.app.story.forecast.BatchFile;
import clock2cloud.app.story.forecast.CsvFile;
import clock2cloud.app.story.forecast.Workload;
import clock2cloud.app.story.inverse.MachineEstimate;
import clock2cloud.app.story.inverse.StepTiming;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGeneratorFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The question backwards: which machine made these timings. */
@Command(
        name = "infer",
        description = {
            "Estimate a machine from a few timings of training steps: rate and clock of a core, cores, bandwidth.",
            "Each comes with the bounds that hold it nine times in ten, or the word that the timings do not tell it."
        },
        footer = {
            "",
            "Example: ./c2c infer docs/examples/timings.csv",
            "",
            "Columns: net (784-128-10), batch, threads, seconds_per_step. Vary the width of the nets, the batch and the threads:",
            "what never varies cannot be told apart."
        })
final class InferCommand implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of(
            "net", "batch", "threads", "seconds_per_step", "image_pixels", "classes", "activation", "optimizer");

    @Mixin
    private Common common;

    @Parameters(paramLabel = "FILE.csv", description = "Timings of steps.")
    private Path file;

    @Option(
            names = "--flops-per-cycle",
            defaultValue = "32",
            description =
                    "fp32 operations that a core ends each cycle: 8 SSE, 32 AVX2, 64 AVX-512 (default: ${DEFAULT-VALUE}).")
    private double flopsPerCycle;

    @Option(
            names = "--share",
            defaultValue = "0.8",
            description =
                    "Share of peak that the program reaches in products; the clock is only as good as this guess (default: ${DEFAULT-VALUE}).")
    private double share;

    @Override
    public Integer call() {
        if (!(flopsPerCycle > 0 && share > 0 && share <= 1)) {
            throw new IllegalArgumentException("--flops-per-cycle must be above 0 and --share between 0 and 1");
        }
        MachineEstimate.Result result = MachineEstimate.of(
                timings(),
                flopsPerCycle,
                share,
                RandomGeneratorFactory.of("L64X128MixRandom").create(common.seed()));
        Table table = Table.of("figure", "low", "estimate", "high", "told");
        for (MachineEstimate.Figure figure : result.figures()) {
            Unit unit = Unit.ofName(figure.name()).orElse(Unit.RATIO);
            table = table.row(
                    Unit.wordsOf(figure.name()),
                    text(figure.low(), unit),
                    text(figure.middle(), unit),
                    text(figure.high(), unit),
                    figure.told() ? "yes" : "no, these timings do not hold it");
        }
        return common.report()
                .json(result)
                .table(table)
                .say(
                        result.rows() + " timings, which the estimate meets within "
                                + Quantities.format(result.meanErrorFraction(), Unit.FRACTION)
                                + " on average. The bounds hold nine times in ten; the clock leans on --flops-per-cycle and --share.")
                .explain(Explanation.of(
                        "A machine from its timings",
                        "t = o calls + F / (r min(threads, cores)) + B / w",
                        result.rows() + " rows, 400 draws with replacement",
                        "no caches: the bandwidth is that of wherever the weights were",
                        "non-negative least squares of relative errors; bootstrap (Efron 1979)"))
                .print();
    }

    private static String text(double value, Unit unit) {
        return Double.isFinite(value) ? Quantities.format(value, unit) : "any";
    }

    private List<StepTiming> timings() {
        List<StepTiming> timings = new ArrayList<>();
        BatchFile reader = new BatchFile(
                () -> {
                    throw new IllegalStateException("no forecast is asked for");
                },
                1);
        for (CsvFile.Row row :
                CsvFile.read(file, COLUMNS.subList(0, 4), COLUMNS).rows()) {
            try {
                Workload work = reader.workload(row);
                int threads = Optional.of(row.count("threads", 1))
                        .filter(count -> count >= 1)
                        .orElseThrow(() -> new IllegalArgumentException("threads must be 1 or more"));
                timings.add(StepTiming.of(work.net(), work.batch(), threads, row.positive("seconds_per_step")));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(row.place() + ": " + e.getMessage(), e);
            }
        }
        return timings;
    }
}
