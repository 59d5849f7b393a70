package clock2cloud.app.spot;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Table;
import clock2cloud.spot.policy.DeadlineJob;
import clock2cloud.spot.policy.MixPolicy;
import clock2cloud.spot.policy.PerfectInformation;
import clock2cloud.spot.policy.PolicyOutcome;
import clock2cloud.spot.policy.PolicyRun;
import clock2cloud.spot.policy.StandardMix;
import clock2cloud.spot.trace.AvailabilityTrace;
import clock2cloud.spot.trace.Window;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "policy",
        description = "A job with a deadline over recorded spot availability, one row a window.",
        footer = {
            "",
            "With several traces the job stays in its zone while it can, and else moves to the first that has spot.",
            "Example: ./c2c spot policy --trace us-west-2a_k80_1.csv --windows windows.csv --policy uniform-progress"
        })
final class PolicyCommand implements Callable<Integer> {
    /** The names on the command line. */
    enum Choice {
        GREEDY(StandardMix.GREEDY),
        UNIFORM_PROGRESS(StandardMix.UNIFORM_PROGRESS),
        SPOT_ELSE_ON_DEMAND(StandardMix.SPOT_ELSE_ON_DEMAND),
        ON_DEMAND(StandardMix.ON_DEMAND),
        SPOT(StandardMix.SPOT),
        OPTIMAL(StandardMix.SPOT);

        private final MixPolicy mix;

        Choice(MixPolicy mix) {
            this.mix = mix;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One window's outcome, as in the CSV. */
    record Row(int window, double costDollars, double finishHours, boolean late) {}

    record Result(
            String policy, int windows, double meanCostDollars, double savingFraction, int late, List<Row> rows) {}

    @Mixin
    Common common;

    @Option(names = "--trace", required = true, split = ",", paramLabel = "FILE", description = "tick,unavailable.")
    List<Path> traces;

    @Option(names = "--windows", required = true, paramLabel = "FILE", description = "start_tick,length_ticks.")
    Path windows;

    @Option(names = "--policy", required = true, description = "${COMPLETION-CANDIDATES}.")
    Choice policy;

    @Option(names = "--work-hours", defaultValue = "48", converter = Converters.Hours.class)
    double workHours;

    @Option(names = "--deadline-hours", defaultValue = "52", converter = Converters.Hours.class)
    double deadlineHours;

    @Option(names = "--overhead-hours", defaultValue = "0.02", converter = Converters.Hours.class)
    double overheadHours;

    @Option(names = "--tick-seconds", defaultValue = "600", converter = Converters.Seconds.class)
    double tickSeconds;

    @Option(names = "--on-demand", defaultValue = "3.06", converter = Converters.DollarsPerHour.class)
    double onDemandDollarsPerHour;

    @Option(names = "--spot", defaultValue = "0.9731", converter = Converters.DollarsPerHour.class)
    double spotDollarsPerHour;

    @Override
    public Integer call() {
        DeadlineJob job = new DeadlineJob(
                workHours * 3600,
                deadlineHours * 3600,
                overheadHours * 3600,
                tickSeconds,
                onDemandDollarsPerHour,
                spotDollarsPerHour);
        List<AvailabilityTrace> zones = new ArrayList<>();
        for (Path trace : traces) {
            zones.add(Inputs.read(trace, AvailabilityTrace::read));
        }
        zones.forEach(zone -> zone.remarks().forEach(common::progress));
        List<Window> tried = Inputs.read(windows, Window::read);
        tried.forEach(window -> check(window, job, zones));
        Result result = result(tried, outcomes(job, zones, tried));
        Table table = Table.of("window", "cost_dollars", "finish_hours", "late");
        List<List<Object>> rows = new ArrayList<>();
        result.rows().forEach(row -> rows.add(List.of(row.window(), row.costDollars(), row.finishHours(), row.late())));
        return common.report()
                .json(result)
                .table(table.rows(rows))
                .say(words(result, tried))
                .print();
    }

    private List<PolicyOutcome> outcomes(DeadlineJob job, List<AvailabilityTrace> zones, List<Window> tried) {
        IntFunction<PolicyOutcome> start = policy == Choice.OPTIMAL
                ? new PerfectInformation(job, zones)::run
                : tick -> new PolicyRun(job, zones).run(policy.mix, tick);
        return Parallel.map(
                common.threads(), tried.size(), i -> start.apply(tried.get(i).startTick()));
    }

    private void check(Window window, DeadlineJob job, List<AvailabilityTrace> zones) {
        if (window.lengthTicks() < job.deadlineTicks()) {
            throw new IllegalArgumentException(windows + ": window " + window.index() + " has " + window.lengthTicks()
                    + " ticks, but the deadline is " + job.deadlineTicks() + " ticks of " + tickSeconds + " s away");
        }
        for (AvailabilityTrace zone : zones) {
            if (window.startTick() < zone.firstTick() || window.startTick() + job.deadlineTicks() > zone.endTick()) {
                throw new IllegalArgumentException(windows + ": window " + window.index() + " starts at tick "
                        + window.startTick() + " and needs " + job.deadlineTicks() + ", but " + zone.name()
                        + " holds ticks " + zone.firstTick() + " to " + (zone.endTick() - 1));
            }
        }
    }

    private Result result(List<Window> tried, List<PolicyOutcome> outcomes) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < tried.size(); i++) {
            PolicyOutcome outcome = outcomes.get(i);
            rows.add(new Row(
                    tried.get(i).index(), outcome.costDollars(), outcome.finishSeconds() / 3600, outcome.late()));
        }
        double mean = rows.stream().mapToDouble(Row::costDollars).average().orElseThrow();
        int late = (int) rows.stream().filter(Row::late).count();
        double bought = workHours * onDemandDollarsPerHour;
        return new Result(policy.toString(), rows.size(), mean, bought > 0 ? 1 - mean / bought : 0, late, rows);
    }

    private String words(Result result, List<Window> tried) {
        String all = String.format(
                Locale.ROOT,
                "%s: mean cost $%.6f over %d windows, %.1f%% under on-demand for the bare work, %d late.",
                result.policy(),
                result.meanCostDollars(),
                result.windows(),
                100 * result.savingFraction(),
                result.late());
        List<Row> marked = new ArrayList<>();
        for (int i = 0; i < tried.size(); i++) {
            if (tried.get(i).marked()) {
                marked.add(result.rows().get(i));
            }
        }
        return marked.isEmpty()
                ? all
                : all
                        + String.format(
                                Locale.ROOT,
                                " Over the %d marked as the public evaluator's: $%.6f.",
                                marked.size(),
                                marked.stream()
                                        .mapToDouble(Row::costDollars)
                                        .average()
                                        .orElseThrow());
    }
}
