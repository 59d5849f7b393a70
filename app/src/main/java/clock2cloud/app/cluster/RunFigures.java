package clock2cloud.app.cluster;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.chart.Mark;
import clock2cloud.app.table.Unit;
import clock2cloud.cluster.job.ClusterRun;
import clock2cloud.cluster.job.Ledger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A run as pictures: who did what when, and what the network carried. */
final class RunFigures {
    private static final int MOST_ROWS = 20;

    private RunFigures() {}

    static Figure gantt(ClusterRun.Result result, String command, long seed) {
        List<String> hosts = result.spans().stream()
                .map(Ledger.Span::host)
                .distinct()
                .sorted(Comparator.comparingInt(String::length)
                        .thenComparing(Comparator.naturalOrder())) // n2 before n10
                .limit(MOST_ROWS)
                .toList();
        long all = result.spans().stream().map(Ledger.Span::host).distinct().count();
        Figure figure = Figure.of("cluster-gantt")
                .title(String.format(
                        Locale.ROOT,
                        "%d of %d tasks done in %.4g s; the cores compute %.0f%% of that time",
                        result.doneTasks(),
                        result.tasks(),
                        result.makespanSeconds(),
                        100 * result.utilizationFraction()))
                .subtitle((all > hosts.size() ? "first " + hosts.size() + " of " + all + " hosts" : all + " hosts")
                        + String.format(
                                Locale.ROOT,
                                "; no schedule could take less than %.4g s",
                                Math.max(result.workBoundSeconds(), result.pathBoundSeconds())))
                .alt("One row a host: bars where it computes, sends, or loses work, over simulated time.")
                .x("time", "s")
                .rows(hosts.isEmpty() ? List.of("nobody") : hosts)
                .height(140 + 24 * Math.max(1, hosts.size()))
                .command(command)
                .seed(seed);
        bars(figure, "computes", result, hosts, Ledger.Kind.COMPUTE, true, 0.38, 1);
        bars(figure, "sends or fetches", result, hosts, Ledger.Kind.TRANSFER, true, 0.2, 0.8);
        bars(figure, "lost", result, hosts, Ledger.Kind.COMPUTE, false, 0.38, 1);
        return figure;
    }

    private static void bars(
            Figure figure,
            String label,
            ClusterRun.Result result,
            List<String> hosts,
            Ledger.Kind kind,
            boolean done,
            double half,
            double strengthFraction) {
        List<Mark.Block> blocks = new ArrayList<>();
        for (Ledger.Span span : result.spans()) {
            int row = hosts.indexOf(span.host());
            if (row >= 0 && span.kind() == kind && span.done() == done) {
                String text = span.task().replaceAll("^(task|iteration) ", "");
                blocks.add(new Mark.Block(
                        span.startSeconds(), span.finishSeconds(), row - half, row + half, text, strengthFraction));
            }
        }
        if (!blocks.isEmpty()) {
            figure.blocks(label, blocks);
        }
    }

    static Figure load(ClusterRun.Result result, String command, long seed) {
        List<ClusterRun.Load> load = fromStartToEnd(result);
        double[] seconds = load.stream().mapToDouble(ClusterRun.Load::seconds).toArray();
        double[] rates =
                load.stream().mapToDouble(ClusterRun.Load::bytesPerSecond).toArray();
        double peak =
                load.stream().mapToDouble(ClusterRun.Load::bytesPerSecond).max().orElse(0);
        double mean = result.makespanSeconds() > 0 ? result.deliveredBytes() / result.makespanSeconds() : 0;
        return Figure.of("cluster-network-load")
                .title(String.format(
                        Locale.ROOT,
                        "The network moves %.3g MB/s at most and %.3g MB/s on average",
                        peak / 1e6,
                        mean / 1e6))
                .subtitle(String.format(
                        Locale.ROOT,
                        "%.4g MB arrived in %.4g s, %.3g MB were lost on the way",
                        result.deliveredBytes() / 1e6,
                        result.makespanSeconds(),
                        result.lostBytes() / 1e6))
                .alt("A step curve: bytes per second in all flows together, over simulated time.")
                .x("time", "s")
                .y("all flows", "B/s")
                .yHuman(Unit.BYTES_PER_SECOND)
                .step("flows", seconds, rates)
                .command(command)
                .seed(seed);
    }

    /** Silence before the first flow and after the last belongs to the picture. */
    private static List<ClusterRun.Load> fromStartToEnd(ClusterRun.Result result) {
        List<ClusterRun.Load> load = new ArrayList<>(result.load());
        if (load.isEmpty() || load.get(0).seconds() > 0) {
            load.add(0, new ClusterRun.Load(0, 0));
        }
        if (load.get(load.size() - 1).seconds() < result.makespanSeconds()) {
            load.add(new ClusterRun.Load(result.makespanSeconds(), 0));
        }
        return load;
    }
}
