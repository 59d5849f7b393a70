package clock2cloud.app.signal;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Table;
import clock2cloud.signal.logic.PipelineDepth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** More stages, more clock, and where it stops paying. */
@Command(
        name = "pipeline",
        description = "Clock and instructions a second against the number of stages, and the best depth.",
        footer = {"", "Example: ./c2c signal pipeline --logic 2.4ns --overhead 40ps --hazards 0.05"})
final class PipelineCommand implements Callable<Integer> {
    @Option(
            names = "--logic",
            defaultValue = "2.4ns",
            converter = Converters.Seconds.class,
            description = "All logic of an instruction (default: 2.4ns, 190 FO4 at 45 nm).")
    private double logicSeconds;

    @Option(
            names = "--overhead",
            defaultValue = "40ps",
            converter = Converters.Seconds.class,
            description = "What each stage adds (default: 40ps).")
    private double overheadSeconds;

    @Option(
            names = "--issue",
            defaultValue = "2",
            converter = Converters.Ratio.class,
            description = "Instructions a clock without hazards (default: 2).")
    private double issueWidth;

    @Option(
            names = "--hazards",
            defaultValue = "0.05",
            converter = Converters.Ratio.class,
            description = "Hazards an instruction (default: 0.05).")
    private double hazards;

    @Option(
            names = "--lost",
            defaultValue = "70%",
            converter = Converters.Fraction.class,
            description = "Part of the pipeline that one loses (default: 70%%).")
    private double lostFraction;

    @Option(names = "--most", defaultValue = "40", description = "Stages to look at (default: 40).")
    private int most;

    @Mixin
    private Common common;

    /** The JSON of {@code c2c signal pipeline}. */
    record Result(int bestStages, double bestDepth, List<Depth> depths) {}

    /** One number of stages. */
    record Depth(int stages, double clockHertz, double instructionsPerClock, double instructionsPerSecond) {}

    @Override
    public Integer call() {
        if (most < 1 || most > 1000) {
            throw new IllegalArgumentException("--most " + most + " is not between 1 and 1000 stages");
        }
        PipelineDepth law = new PipelineDepth(logicSeconds, overheadSeconds, issueWidth, hazards, lostFraction);
        List<Depth> depths = new ArrayList<>();
        Table table = Table.of("stages", "clockHertz", "instructions_a_clock", "instructions_a_second");
        for (int n = 1; n <= most; n++) {
            Depth d = new Depth(n, law.clockHertz(n), law.instructionsPerClock(n), law.instructionsPerSecond(n));
            depths.add(d);
            table = table.row(n, d.clockHertz(), d.instructionsPerClock(), d.instructionsPerSecond());
        }
        return common.report()
                .json(new Result(law.bestStages(), law.bestDepth(), depths))
                .table(table)
                .say("It stops paying at " + law.bestStages()
                        + " stages: beyond them a wrong guess costs more than the faster clock gains.")
                .explain(Explanation.of(
                        "Best depth",
                        "N = sqrt(L / (o w g h)); time per instruction (L/N + o)(1/w + g h N)",
                        String.format(
                                Locale.ROOT,
                                "sqrt(%.4g ps / (%.4g ps * %.3g * %.3g * %.3g)) = %.4g",
                                logicSeconds * 1e12,
                                overheadSeconds * 1e12,
                                issueWidth,
                                lostFraction,
                                hazards,
                                law.bestDepth()),
                        "hazards do not overlap; no power",
                        "Hartstein and Puzak, ISCA 2002, eq. 2"))
                .print();
    }
}
