package clock2cloud.app.cluster;

import clock2cloud.app.TrustLine;
import clock2cloud.app.story.fit.Noise;
import clock2cloud.cluster.Contention;
import clock2cloud.cluster.network.FlowSchedule;
import clock2cloud.cluster.network.FullZone;
import clock2cloud.cluster.network.Host;
import clock2cloud.cluster.network.Link;
import clock2cloud.cluster.network.NetworkModel;
import clock2cloud.cluster.network.Platform;
import clock2cloud.cluster.network.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was really added and really trained, as it was forecast and measured; and links whose capacity depends on their flows. */
final class MeasuredChecks {
    private MeasuredChecks() {}

    static List<TrustLine> lines() {
        return List.of(
                sum(), twoProcesses().computed(), loopback(), contention().computed());
    }

    private static TrustLine sum() {
        List<double[]> rows = rows("sum-in-threads.csv");
        return TrustLine.of(
                        "cluster",
                        "sum in threads, seconds",
                        "2e9 numbers really added on two cores",
                        "1 and 2 threads, two runs each, all else stopped",
                        rows.stream().mapToDouble(row -> row[1]).toArray(),
                        rows.stream().mapToDouble(row -> row[2]).toArray(),
                        0.1)
                .withNoise(ofPairs(rows));
    }

    /** Mean error of one run, by how far apart the two of each kind are. */
    private static double ofPairs(List<double[]> rows) {
        double sum = 0;
        for (int i = 0; i + 1 < rows.size(); i += 2) {
            double one = rows.get(i)[2];
            double other = rows.get(i + 1)[2];
            sum += Noise.ofOneByRange(Math.abs(one - other), 2) / ((one + other) / 2);
        }
        return sum / (rows.size() / 2);
    }

    private static TrustLine twoProcesses() {
        double[] row = rows("two-processes.csv").get(0);
        return new TrustLine(
                "cluster",
                "data-parallel training: weights that differ",
                "one process; two real ones with an all-reduce over loopback",
                "784-128-10 on MNIST, 400 steps",
                (int) row[0],
                row[1] / row[0],
                row[1] / row[0],
                0);
    }

    private static TrustLine loopback() {
        List<double[]> rows = rows("loopback-steps.csv");
        return TrustLine.ofMean(
                        "cluster",
                        "data-parallel training: seconds of a step",
                        "two real processes over loopback; link and compute calibrated at half and twice the size",
                        "5 dense nets on MNIST, batch 16 to 200; 23,860 to 397,510 weights",
                        rows.stream().mapToDouble(row -> row[2]).toArray(),
                        rows.stream().mapToDouble(row -> row[3]).toArray(),
                        0.15)
                .timedOnce();
    }

    /** Messages of 1 to 9 MB over 1 MB/s, of which every flow beyond the first takes a tenth. */
    private static TrustLine contention() {
        double[] theirs = {
            46.391883, 73.883292, 91.924529, 104.295663, 112.886728, 118.777744, 122.643724, 124.934674, 125.965602
        };
        FullZone zone = new FullZone("zone", Optional.empty());
        Host one = Host.of("one", zone, 1, 1);
        Host other = Host.of("other", zone, 1, 1);
        Optional<Contention> tenth = Optional.of(new Contention.Loss(0.1));
        Link up = new Link("up", 1e6, 1e-5, Link.Sharing.SHARED, tenth);
        Link down = new Link("down", 1e6, 1e-5, Link.Sharing.SHARED, tenth);
        Zone.Leg home = new Zone.Leg(other, one, List.of(down));
        zone.declare(one, other, new Zone.Leg(one, other, List.of(up)), Optional.of(home));
        List<FlowSchedule.Request> requests = new ArrayList<>();
        for (int i = 1; i <= theirs.length; i++) {
            requests.add(new FlowSchedule.Request(0, one, other, i * 1e6));
        }
        List<Double> finishes = new FlowSchedule(new Platform(zone, List.of(up, down), Map.of()), NetworkModel.LV08)
                .run(requests)
                .finishSeconds();
        return TrustLine.of(
                "cluster",
                "link that shrinks with its flows, finish of each",
                "SimGrid, examples/cpp/network-nonlinear (LV08)",
                "9 messages, printed to 1e-6",
                finishes.stream().mapToDouble(Double::doubleValue).toArray(),
                theirs,
                1e-6);
    }

    private static List<double[]> rows(String name) {
        List<double[]> rows = new ArrayList<>();
        for (String line : ClusterChecks.shipped(name)) {
            if (Character.isDigit(line.charAt(0))) {
                String[] cells = line.split(",", -1);
                double[] row = new double[cells.length];
                for (int i = 0; i < row.length; i++) {
                    row[i] = Double.parseDouble(cells[i]);
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
