package clock2cloud.app.cluster;

import clock2cloud.app.Common;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Table;
import clock2cloud.app.table.Unit;
import clock2cloud.cluster.network.FlowSchedule;
import clock2cloud.cluster.network.NetworkModel;
import clock2cloud.cluster.network.Platform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code c2c cluster flows}. */
@Command(
        name = "flows",
        description = "When concurrent flows over a network arrive, under exact max-min fair sharing.",
        footer = {
            "",
            "Example: ./c2c cluster flows --platform docs/examples/cluster-star.xml --flows docs/examples/flows.csv"
                    + " --format csv"
        })
final class FlowsCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Mixin
    private NetworkOptions network;

    @Option(
            names = "--flows",
            required = true,
            paramLabel = "FILE",
            description = "CSV with the columns start_s,source,destination,bytes.")
    private Path flowsFile;

    /** A flow and when it arrived. */
    record Arrival(double startSeconds, String source, String destination, double bytes, double finishSeconds) {}

    /** The answer as JSON. */
    record Arrivals(
            NetworkModel network, double lastFinishSeconds, double deliveredBytes, long events, List<Arrival> flows) {}

    @Override
    public Integer call() {
        Platform platform = network.platform();
        NetworkModel model = network.model(platform);
        List<FlowSchedule.Request> flows = FlowsFile.read(flowsFile, platform);
        FlowSchedule.Result result = new FlowSchedule(platform, model).run(flows);
        List<Arrival> arrivals = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < flows.size(); i++) {
            FlowSchedule.Request flow = flows.get(i);
            String source = flow.source().name();
            String destination = flow.destination().name();
            double finishSeconds = result.finishSeconds().get(i);
            arrivals.add(new Arrival(flow.startSeconds(), source, destination, flow.bytes(), finishSeconds));
            rows.add(List.of(flow.startSeconds(), source, destination, flow.bytes(), finishSeconds));
        }
        return common.report()
                .json(new Arrivals(
                        model, result.lastFinishSeconds(), result.deliveredBytes(), result.events(), arrivals))
                .table(Table.of("start_s", "source", "destination", "bytes", "finish_s")
                        .rows(rows))
                .explain(NetworkModelWords.of(model))
                .say(flows.size() + " flows, " + Quantities.format(result.deliveredBytes(), Unit.BYTES)
                        + "; the last arrives at " + Quantities.format(result.lastFinishSeconds(), Unit.SECONDS) + ".")
                .print();
    }
}
