package clock2cloud.app.cluster;

import clock2cloud.app.TrustLine;
import clock2cloud.cluster.AllReduce;
import clock2cloud.cluster.AlphaBeta;
import clock2cloud.cluster.MultiServerQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Closed forms of queues and collectives, held against other tools. */
final class ClosedFormChecks {
    private ClosedFormChecks() {}

    static List<TrustLine> lines() {
        return List.of(queue().computed(), collectives().computed());
    }

    private static TrustLine queue() {
        double[][] loads = {{1, 0.8}, {2, 1.5}, {4, 3.2}};
        List<Double> ours = new ArrayList<>();
        for (double[] load : loads) {
            MultiServerQueue queue = new MultiServerQueue((int) load[0], load[1], 1);
            ours.addAll(List.of(queue.waitProbability(), queue.waiting(), queue.waitSeconds()));
        }
        return line(
                "queue M/M/c: chance to wait, in line, wait",
                "Erlang C (Kleinrock 1975), recomputed in Python 3",
                "1, 2 and 4 servers at loads of 80, 75 and 80%",
                ours,
                List.of(
                        0.8,
                        3.2,
                        4.0,
                        0.6428571428571429,
                        1.9285714285714288,
                        1.2857142857142858,
                        0.5964324717874046,
                        2.3857298871496186,
                        0.7455405897342557),
                1e-12);
    }

    private static TrustLine collectives() {
        AlphaBeta link = new AlphaBeta(10e-6, 1.25e9);
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (String[] row : NetworkChecks.rows("allreduce.csv")) {
            AllReduce algorithm = AllReduce.valueOf(row[0].toUpperCase(Locale.ROOT));
            ours.add(algorithm.seconds(link, Integer.parseInt(row[1]), Double.parseDouble(row[2])));
            theirs.add(Double.parseDouble(row[3]));
        }
        return line(
                "all-reduce in closed form",
                "SMPI of SimGrid 3.32",
                "ring, recursive doubling, Rabenseifner; 4 to 64 hosts; 8 KiB and 1 MiB",
                ours,
                theirs,
                2e-3);
    }

    private static TrustLine line(
            String model, String with, String range, List<Double> ours, List<Double> theirs, double bound) {
        return TrustLine.of(
                "cluster",
                model,
                with,
                range,
                ours.stream().mapToDouble(Double::doubleValue).toArray(),
                theirs.stream().mapToDouble(Double::doubleValue).toArray(),
                bound);
    }
}
