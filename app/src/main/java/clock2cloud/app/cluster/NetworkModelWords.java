package clock2cloud.app.cluster;

import clock2cloud.app.table.Explanation;
import clock2cloud.cluster.network.Fairness;
import clock2cloud.cluster.network.NetworkModel;

/** The network model in words. */
final class NetworkModelWords {
    private NetworkModelWords() {}

    static Explanation of(NetworkModel model) {
        String weight = model.fairness() == Fairness.EQUAL
                ? "w = 1"
                : "w = 1 / (latency + " + model.weightS() + " x sum of 1 / bandwidth), 1 without latency";
        return Explanation.of(
                "Fluid network",
                "finish = start + latency x factor + time until its bytes have passed at w x level;"
                        + " level: max-min, sum over flows of a x w x min(level elsewhere, level) = bandwidth",
                weight + "; latency factor " + model.latencyFactor() + ", bandwidth factor " + model.bandwidthFactor()
                        + ", TCP-gamma " + model.tcpGammaBytes() + " B, cross traffic "
                        + (model.crossTraffic() ? "5%" : "none"),
                "packets, queues, losses, slow start; with a factor or a window they are in it on average",
                "Bertsekas and Gallager 1992, 6.5.2; Casanova and Marchal 2002; Velho and Legrand 2009");
    }
}
