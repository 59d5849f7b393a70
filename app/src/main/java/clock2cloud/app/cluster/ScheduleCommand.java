package clock2cloud.app.cluster;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.cluster.schedule.LoopSchedule;
import clock2cloud.cluster.schedule.QueueSchedule;
import clock2cloud.cluster.schedule.ScheduledRun;
import clock2cloud.cluster.schedule.StaticSchedule;
import clock2cloud.cluster.schedule.StealingSchedule;
import clock2cloud.cluster.schedule.TaskSizes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.random.RandomGeneratorFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code c2c cluster schedule}: fork, deal out, join, by four ways of dealing out. */
@Command(
        name = "schedule",
        description =
                "Independent tasks on equal cores: static, dynamic, guided and stealing, and what imbalance costs.",
        footer = {
            "",
            "Example: ./c2c cluster schedule --tasks 1000 --sizes lognormal --mean 1ms --workers 8 --overhead 1us"
        })
final class ScheduleCommand implements Callable<Integer> {
    private static final int MOST_TASKS = 1_000_000;

    @Mixin
    private Common common;

    @Option(names = "--tasks", defaultValue = "1000", description = "How many (default: ${DEFAULT-VALUE}).")
    private int tasks;

    @Option(
            names = "--sizes",
            defaultValue = "lognormal",
            description = "Their lengths: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private TaskSizes sizes;

    @Option(
            names = "--lengths",
            split = ",",
            converter = Converters.Seconds.class,
            description = "The lengths themselves, in their order, instead of --tasks, --sizes and --mean.")
    private List<Double> lengths = List.of();

    @Option(
            names = "--mean",
            defaultValue = "1ms",
            converter = Converters.Seconds.class,
            description = "Mean length (default: ${DEFAULT-VALUE}).")
    private double meanSeconds;

    @Option(names = "--workers", defaultValue = "8", description = "Cores (default: ${DEFAULT-VALUE}).")
    private int workers;

    @Option(names = "--chunk", defaultValue = "1", description = "Tasks taken at a time (default: ${DEFAULT-VALUE}).")
    private int chunk;

    @Option(
            names = "--overhead",
            defaultValue = "1us",
            converter = Converters.Seconds.class,
            description = "Of taking a chunk from the queue, or of a look at a victim (default: ${DEFAULT-VALUE}).")
    private double overheadSeconds;

    /** One way of dealing out. */
    record Row(
            String schedule,
            double makespanSeconds,
            double speedup,
            double efficiencyFraction,
            double imbalanceRatio,
            double overheadSeconds,
            double idleSeconds) {}

    /** The answer as JSON. */
    record Schedules(int tasks, int workers, double workSeconds, double lowerBoundSeconds, List<Row> schedules) {}

    @Override
    public Integer call() {
        double[] taskSeconds = taskSeconds();
        Map<String, LoopSchedule> policies = new LinkedHashMap<>();
        policies.put("static", new StaticSchedule(0));
        policies.put("round-robin", new StaticSchedule(chunk));
        policies.put("dynamic", QueueSchedule.dynamic(chunk, overheadSeconds));
        policies.put("guided", QueueSchedule.guided(chunk, overheadSeconds));
        policies.put("stealing", new StealingSchedule(overheadSeconds, common.seed()));
        List<Row> rows = new ArrayList<>();
        Table table = Table.of("schedule", "makespanSeconds", "speedup", "efficiencyFraction", "imbalanceRatio");
        ScheduledRun bestRun = new StaticSchedule(0).run(taskSeconds, workers);
        for (Map.Entry<String, LoopSchedule> policy : policies.entrySet()) {
            ScheduledRun run = policy.getValue().run(taskSeconds, workers);
            Row row = row(policy.getKey(), run);
            rows.add(row);
            if (run.makespanSeconds() < bestRun.makespanSeconds()) {
                bestRun = run;
            }
            table = table.row(
                    row.schedule, row.makespanSeconds, row.speedup, row.efficiencyFraction, row.imbalanceRatio);
        }
        double bound = LoopSchedule.lowerBoundSeconds(taskSeconds, workers);
        double work = Arrays.stream(taskSeconds).sum();
        Row best = rows.stream()
                .min(Comparator.comparingDouble(Row::makespanSeconds))
                .orElseThrow();
        return common.report()
                .json(new Schedules(taskSeconds.length, workers, work, bound, rows))
                .table(table)
                .say("Best is " + best.schedule + " with " + Quantities.significant(best.speedup)
                        + " times one core; no" + " schedule is faster than " + Quantities.significant(bound) + " s.")
                .explain(Explanation.of(
                        "Fork and join",
                        "makespan >= max(work / workers, longest task)",
                        "max(" + Quantities.significant(work) + " / " + workers + ", longest) = "
                                + Quantities.significant(bound) + " s",
                        "equal cores, independent tasks, a lock that does not slow down under contention",
                        "Graham 1969; Polychronopoulos and Kuck 1987; Blumofe and Leiserson 1999"))
                .figure(SharingFigures.schedule(best.schedule, bestRun, bound)
                        .command(common.commandLine())
                        .seed(common.seed()))
                .print();
    }

    private double[] taskSeconds() {
        if (!lengths.isEmpty()) {
            return lengths.stream().mapToDouble(Double::doubleValue).toArray();
        }
        if (tasks < 1 || tasks > MOST_TASKS) {
            throw new IllegalArgumentException("--tasks " + tasks + " must be from 1 to " + MOST_TASKS);
        }
        return sizes.draw(
                tasks,
                meanSeconds,
                RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(common.seed()));
    }

    private static Row row(String name, ScheduledRun run) {
        return new Row(
                name,
                run.makespanSeconds(),
                run.speedup(),
                run.efficiencyFraction(),
                run.imbalanceRatio(),
                run.overheadSeconds(),
                run.idleSeconds());
    }
}
