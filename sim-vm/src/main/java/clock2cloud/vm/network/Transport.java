package clock2cloud.vm.network;

import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.positive;
import static clock2cloud.vm.Domain.require;

import java.util.List;

/**
 * What a protocol makes of the wires below it. A message waits <i>latencyRatio</i> times the latency of its way and then has a
 * part of <i>bandwidthFraction / (1 + answersFraction)</i> of each wire, for the answers come back over the same wires. The
 * parts of two messages on a full wire are as 1 over <i>latency + weightBytes Σ 1 / bandwidth</i> of their ways, a long way
 * being answered later; none is faster than <i>window / (2 latency)</i>.
 *
 * @param weightBytes 0 for equal parts whatever the way
 * @param windowBytes infinite for none
 */
public record Transport(
        double latencyRatio, double bandwidthFraction, double answersFraction, double weightBytes, double windowBytes) {
    /** Nothing is lost, all are equal. */
    public static final Transport FLUID = new Transport(1, 1, 0, 0, Double.POSITIVE_INFINITY);

    /**
     * TCP, as Velho and Legrand fitted it (Accuracy Study and Improvement of Network Simulation in the SimGrid Framework,
     * SIMUTools 2009): the default of SimGrid 3.32.
     */
    public static final Transport TCP = new Transport(13.01, 0.97, 0.05, 20537, 4194304);

    public Transport {
        positive(latencyRatio, "transport: latency", "of the wire's");
        require(bandwidthFraction > 0 && bandwidthFraction <= 1, "transport: the bandwidth part must be in (0, 1]");
        notNegative(answersFraction, "transport: answers", "of the bytes");
        notNegative(weightBytes, "transport: weight", "bytes");
        require(windowBytes > 0, "transport: the window must be above 0 bytes");
    }

    private static double wireLatency(List<Wire> way) {
        return way.stream().mapToDouble(Wire::latencySeconds).sum();
    }

    /** Until the first byte is there. */
    public double latencySeconds(List<Wire> way) {
        return latencyRatio * wireLatency(way);
    }

    /** What all messages together get of a wire, or one alone of one that is not shared. */
    double capacity(Wire wire) {
        return wire.bytesPerSecond() * bandwidthFraction / (wire.shared() ? 1 + answersFraction : 1);
    }

    /** A message's part of a full wire is as 1 over this. */
    double penalty(List<Wire> way) {
        if (weightBytes == 0) {
            return 1;
        }
        return wireLatency(way)
                + weightBytes
                        * way.stream().mapToDouble(w -> 1 / w.bytesPerSecond()).sum();
    }

    /** The fastest that a message can be on this way, whatever else is on it. */
    double ceiling(List<Wire> way) {
        double latency = wireLatency(way);
        double window = latency == 0 ? Double.POSITIVE_INFINITY : windowBytes / (2 * latency);
        return way.stream().mapToDouble(this::capacity).reduce(window, Math::min);
    }
}
