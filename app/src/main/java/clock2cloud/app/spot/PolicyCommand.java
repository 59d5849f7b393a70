package clock2cloud.app.spot;

import clock2cloud.app.Common;
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
            "Example, both lines:",
            "K=sim-spot/src/main/resources/clock2cloud/spot/policy",
            "./c2c spot policy --trace $K/us-west-2a_k80_1.csv --windows $K/windows.csv --policy uniform-progress"
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

    @Option(
            names = "--trace",
            required = true,
            split = ",",
            paramLabel = "FILE",
            description = "tick,unavailable (1: no spot), or the public traces' JSON; several are zones.")
    List<Path> traces;

    @Option(
            names = "--windows",
            required = true,
            paramLabel = "FILE",
            description = "start_tick,length_ticks: where the job begins.")
    Path windows;

    @Option(names = "--policy", required = true, description = "${COMPLETION-CANDIDATES}.")
    Choice policy;

    @Mixin
    DeadlineOptions deadline;

    @Override
    public Integer call() {
        DeadlineJob job = deadline.job();
        List<AvailabilityTrace> zones = new ArrayList<>();
        for (Path trace : traces) {
            zones.add(Inputs.read(trace, AvailabilityTrace::read));
        }
        zones.forEach(this::remark);
        Window.Listed listed = Inputs.read(windows, Window::read);
        listed.remarks().forEach(common::progress);
        if (deadline.spotDollarsPerHour > deadline.onDemandDollarsPerHour) {
            common.progress("spot costs more than on demand here; no policy but optimal and on-demand looks at prices");
        }
        List<Window> tried = listed.windows();
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

    private void remark(AvailabilityTrace zone) {
        zone.remarks().forEach(common::progress);
        zone.tickSeconds()
                .filter(seconds -> seconds != deadline.tickSeconds)
                .ifPresent(seconds -> common.progress(zone.name() + ": says that a tick is " + seconds
                        + " s; taken as the " + deadline.tickSeconds + " s of --tick-seconds"));
    }

    private void check(Window window, DeadlineJob job, List<AvailabilityTrace> zones) {
        String where = windows + ":" + window.line() + ": window " + window.index();
        if (window.lengthTicks() < job.deadlineTicks()) {
            throw new IllegalArgumentException(where + " has " + window.lengthTicks() + " ticks, but the deadline is "
                    + job.deadlineTicks() + " ticks of " + deadline.tickSeconds + " s away");
        }
        for (AvailabilityTrace zone : zones) {
            if (window.startTick() < zone.firstTick() || window.startTick() + job.deadlineTicks() > zone.endTick()) {
                throw new IllegalArgumentException(where + " starts at tick " + window.startTick()
                        + " and needs " + job.deadlineTicks() + " up to the deadline, but " + zone.name()
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
        double bought = deadline.workHours * deadline.onDemandDollarsPerHour;
        return new Result(policy.toString(), rows.size(), mean, bought > 0 ? 1 - mean / bought : 0, late, rows);
    }

    private String words(Result result, List<Window> tried) {
        String all = String.format(
                Locale.ROOT,
                "%s: mean cost $%.6f over %d windows, %.1f%% %s than on-demand for the bare work, %d late.",
                result.policy(),
                result.meanCostDollars(),
                result.windows(),
                100 * Math.abs(result.savingFraction()),
                result.savingFraction() < 0 ? "more" : "less",
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
