package clock2cloud.app.cluster;

import clock2cloud.app.Common;
import clock2cloud.app.Report;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import clock2cloud.cluster.job.ClusterRun;
import clock2cloud.cluster.job.Ledger;
import clock2cloud.cluster.job.Workload;
import clock2cloud.cluster.network.NetworkModel;
import clock2cloud.cluster.network.Platform;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code c2c cluster run}. */
@Command(
        name = "run",
        description = "How long work takes on many machines, and what was not done and why.",
        footer = {
            "",
            "Example: ./c2c cluster run --platform docs/examples/cluster-star.xml"
                    + " --workload docs/examples/master-worker.json"
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Mixin
    private NetworkOptions network;

    @Option(
            names = "--workload",
            required = true,
            paramLabel = "FILE",
            description = "The work as JSON (docs/cluster-files.md), or a workflow as DAX XML or WfCommons JSON.")
    private Path workloadFile;

    @Option(names = "--detail", description = "List what every host did when; with CSV, that list is the output.")
    private boolean detail;

    @Override
    public Integer call() {
        Platform platform = network.platform();
        NetworkModel model = network.model(platform);
        ClusterRun.Result result = run(platform, model);
        Report report = common.report().json(result).explain(NetworkModelWords.of(model));
        if (detail) {
            report.table(spans(result.spans()));
        }
        report.table(summary(result));
        if (!result.undone().isEmpty()) {
            report.table(undone(result.undone()));
        }
        if (common.out().isPresent()) {
            report.figure(
                    RunFigures.gantt(result, common.commandLine(), common.seed()),
                    RunFigures.load(result, common.commandLine(), common.seed()));
        }
        return report.say(words(result)).print();
    }

    private ClusterRun.Result run(Platform platform, NetworkModel model) {
        WorkloadFile file = WorkloadFile.read(workloadFile);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(common.seed());
        try {
            ClusterRun run = new ClusterRun(platform, model, file.failures().orElse(List.of()), random);
            Workload work = file.workload(workloadFile);
            return file.randomCrashes()
                    .map(run::with)
                    .orElse(run)
                    .run(work, detail || common.out().isPresent());
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw message.startsWith(workloadFile.toString())
                    ? e
                    : new IllegalArgumentException(workloadFile + ": " + message, e);
        }
    }

    private static Table summary(ClusterRun.Result result) {
        return Table.of(
                        "makespanSeconds",
                        "tasks",
                        "doneTasks",
                        "repeatedTasks",
                        "copiedTasks",
                        "lostFlops",
                        "deliveredBytes",
                        "lostBytes",
                        "utilizationFraction",
                        "workBoundSeconds",
                        "pathBoundSeconds",
                        "events")
                .row(
                        result.makespanSeconds(),
                        result.tasks(),
                        result.doneTasks(),
                        result.repeatedTasks(),
                        result.copiedTasks(),
                        result.lostFlops(),
                        result.deliveredBytes(),
                        result.lostBytes(),
                        result.utilizationFraction(),
                        result.workBoundSeconds(),
                        result.pathBoundSeconds(),
                        result.events());
    }

    private static Table spans(List<Ledger.Span> spans) {
        List<List<Object>> rows = spans.stream()
                .map(span -> List.<Object>of(
                        span.host(), span.kind(), span.task(), span.startSeconds(), span.finishSeconds(), span.done()))
                .toList();
        return Table.of("host", "kind", "task", "startSeconds", "finishSeconds", "done")
                .rows(rows);
    }

    private static Table undone(List<Ledger.Undone> undone) {
        List<List<Object>> rows = undone.stream()
                .map(reason -> List.<Object>of(reason.reason(), reason.tasks(), String.join(" ", reason.first())))
                .toList();
        return Table.of("notDoneBecause", "tasks", "first").rows(rows);
    }

    private static String words(ClusterRun.Result result) {
        long undone = result.tasks() - result.doneTasks();
        return result.doneTasks() + " of " + result.tasks() + " tasks done after "
                + Quantities.format(result.makespanSeconds(), Unit.SECONDS)
                + (undone == 0
                        ? "."
                        : "; " + undone + " not done: "
                                + result.undone().stream()
                                        .map(why -> why.reason() + " (" + why.tasks() + ")")
                                        .collect(Collectors.joining(", "))
                                + ".");
    }
}
