package clock2cloud.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Messages in five numbers: latency L, overhead o at each end, gap g between messages, gap G per byte, P processors.
 *
 * <p>Short message L + 2 o; k bytes o + (k - 1) G + L + o. Sources: D. Culler and others, <i>LogP: towards a realistic model of
 * parallel computation</i>, PPoPP 1993 (optimal broadcast and summation trees, figures 3 and 4); A. Alexandrov and others,
 * <i>LogGP</i>, SPAA 1995. Leaves out contention within the network.
 */
public record LogGP(
        double latencySeconds, double overheadSeconds, double gapSeconds, double gapSecondsPerByte, int processors) {
    public LogGP {
        Domain.notNegative("LogGP", "latencySeconds", latencySeconds);
        Domain.notNegative("LogGP", "overheadSeconds", overheadSeconds);
        Domain.notNegative("LogGP", "gapSeconds", gapSeconds);
        Domain.notNegative("LogGP", "gapSecondsPerByte", gapSecondsPerByte);
        Domain.atLeast(1, "LogGP", "processors", processors);
    }

    /** Time of a message of {@code bytes}. */
    public double messageSeconds(double bytes) {
        Domain.atLeast(1, "LogGP", "bytes", bytes);
        return overheadSeconds + (bytes - 1) * gapSecondsPerByte + latencySeconds + overheadSeconds;
    }

    /** When the last processor has a short message, each that has it sending on as soon as it may. */
    public double broadcastSeconds() {
        double step = Math.max(gapSeconds, overheadSeconds);
        PriorityQueue<Double> sends = new PriorityQueue<>();
        sends.add(0.0);
        double last = 0;
        for (int informed = 1; informed < processors; informed++) {
            double send = sends.remove();
            last = send + messageSeconds(1);
            sends.add(send + step);
            sends.add(last);
        }
        return last;
    }

    /**
     * When each processor must hand on its part so that the root has the sum at {@code totalSeconds}; the first is the root.
     * One addition takes {@code additionSeconds} (the paper's unit cycle).
     */
    public List<Double> summationTimes(double totalSeconds, double additionSeconds) {
        List<Double> times = new ArrayList<>();
        for (Node node : summationTree(totalSeconds, additionSeconds)) {
            times.add(node.time);
        }
        return times;
    }

    /** How many numbers the processors can add up in {@code totalSeconds}. */
    public long summationInputs(double totalSeconds, double additionSeconds) {
        long inputs = 0;
        for (Node node : summationTree(totalSeconds, additionSeconds)) {
            double receiving = node.children * (overheadSeconds + additionSeconds);
            inputs += 1 + (long) Math.floor((node.time - receiving) / additionSeconds + 1e-9);
        }
        return inputs;
    }

    /** The P latest completion times that the tree offers, each with its number of children among them. */
    private List<Node> summationTree(double totalSeconds, double additionSeconds) {
        Domain.notNegative("LogGP", "totalSeconds", totalSeconds);
        Domain.positive("LogGP", "additionSeconds", additionSeconds);
        double step = Math.max(gapSeconds, overheadSeconds + additionSeconds);
        PriorityQueue<Offer> offers =
                new PriorityQueue<>(Collections.reverseOrder(Comparator.comparingDouble(Offer::time)));
        offers.add(new Offer(totalSeconds, new Node(Double.POSITIVE_INFINITY)));
        List<Node> tree = new ArrayList<>();
        while (tree.size() < processors && !offers.isEmpty() && offers.element().time() >= 0) {
            Offer offer = offers.remove();
            Node node = new Node(offer.time());
            tree.add(node);
            offer.parent().children++;
            if (tree.size() > 1) {
                offers.add(new Offer(offer.time() - step, offer.parent()));
            }
            offers.add(new Offer(offer.time() - messageSeconds(1) - additionSeconds, node));
        }
        return tree;
    }

    private record Offer(double time, Node parent) {}

    private static final class Node {
        final double time;
        int children;

        Node(double time) {
            this.time = time;
        }
    }
}
