package clock2cloud.app.cluster;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Explanation;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.cluster.MultiServerQueue;
import clock2cloud.cluster.SingleServerQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code c2c cluster queue}. */
@Command(
        name = "queue",
        description = "How long work waits for one of several equal servers (M/M/c), and for one of any law (M/G/1).",
        footer = {"", "Example: ./c2c cluster queue --servers 1,2,4 --arrivals 0.8 --service 1s"})
final class QueueCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Option(
            names = "--servers",
            defaultValue = "1,2,4",
            split = ",",
            description = "Numbers of servers (default: ${DEFAULT-VALUE}).")
    private List<Integer> servers;

    @Option(
            names = "--arrivals",
            defaultValue = "0.8",
            converter = Converters.Ratio.class,
            description = "Arrivals a second (default: ${DEFAULT-VALUE}).")
    private double arrivalsPerSecond;

    @Option(
            names = "--service",
            defaultValue = "1s",
            converter = Converters.Seconds.class,
            description = "Mean time of service (default: ${DEFAULT-VALUE}).")
    private double serviceSeconds;

    @Option(
            names = "--variation",
            defaultValue = "1",
            converter = Converters.Ratio.class,
            description = "Standard deviation of service over its mean, for one server (default: ${DEFAULT-VALUE}).")
    private double variationRatio;

    /** One number of servers; the last two are for one server only. */
    record Row(
            int servers,
            double utilizationFraction,
            double waitProbability,
            double waiting,
            double present,
            double waitSeconds,
            double sojournSeconds) {}

    /** The answer as JSON; one server with any law of service times has a wait of its own. */
    record Queues(List<Row> servers, double oneServerWaitSeconds, double oneServerSharedSojournSeconds) {}

    @Override
    public Integer call() {
        List<Row> rows = new ArrayList<>();
        Table table = Table.of(
                "servers",
                "utilizationFraction",
                "waitProbability",
                "waiting",
                "present",
                "waitSeconds",
                "sojournSeconds");
        for (int c : servers) {
            MultiServerQueue queue = new MultiServerQueue(c, arrivalsPerSecond, 1 / serviceSeconds);
            rows.add(new Row(
                    c,
                    queue.utilizationFraction(),
                    queue.waitProbability(),
                    queue.waiting(),
                    queue.present(),
                    queue.waitSeconds(),
                    queue.sojournSeconds()));
            table = table.row(
                    c,
                    queue.utilizationFraction(),
                    queue.waitProbability(),
                    queue.waiting(),
                    queue.present(),
                    queue.waitSeconds(),
                    queue.sojournSeconds());
        }
        Row first = rows.get(0);
        double share = arrivalsPerSecond / first.servers;
        SingleServerQueue one = new SingleServerQueue(
                share, serviceSeconds, serviceSeconds * serviceSeconds * (1 + variationRatio * variationRatio));
        return common.report()
                .json(new Queues(rows, one.waitSeconds(), one.sharedSojournSeconds()))
                .table(table)
                .say("Little's law: " + Quantities.significant(first.present) + " present = "
                        + Quantities.significant(arrivalsPerSecond) + " a second x "
                        + Quantities.significant(first.sojournSeconds) + " s. One server with its share of the arrivals"
                        + " and a variation of " + Quantities.significant(variationRatio) + ": wait "
                        + Quantities.significant(one.waitSeconds()) + " s in line, "
                        + Quantities.significant(one.sharedSojournSeconds()) + " s in all when it is shared.")
                .explain(Explanation.of(
                        "Queue",
                        "P_wait: Erlang C; Lq = P_wait rho / (1 - rho); Wq = Lq / lambda; W = Wq + 1 / mu",
                        "rho = " + Quantities.significant(arrivalsPerSecond) + " x "
                                + Quantities.significant(serviceSeconds) + " / " + first.servers + " = "
                                + Quantities.significant(first.utilizationFraction),
                        "arrivals do not know of each other; exponential service for more than one server",
                        "Kleinrock 1975; Pollaczek and Khinchine"))
                .figure(SharingFigures.queue(first.servers, serviceSeconds)
                        .command(common.commandLine())
                        .seed(common.seed()))
                .print();
    }
}
