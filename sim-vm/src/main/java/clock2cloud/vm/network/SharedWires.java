package clock2cloud.vm.network;

import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.require;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Senders on ways over common wires, from event to event: whenever a message begins or ends, all that are under way have their
 * weighted max-min parts anew.
 */
public final class SharedWires {
    private final Transport transport;

    /** Sends from {@code startSeconds} on over these wires. */
    public record Stream(Sender sender, List<Wire> way, double startSeconds) {
        public Stream {
            notNegative(startSeconds, "stream: start", "s");
            way = List.copyOf(way);
            require(!way.isEmpty(), "stream: a way has one wire at least");
        }
    }

    /** A stream under way. */
    private final class Flow {
        final Stream stream;
        final double latency;
        final double penalty;
        final double ceiling;
        double begun;
        double firstByte;
        double left;
        double rate;
        double end = Double.POSITIVE_INFINITY;

        Flow(Stream stream) {
            this.stream = stream;
            latency = transport.latencySeconds(stream.way());
            penalty = transport.penalty(stream.way());
            ceiling = transport.ceiling(stream.way());
            begun = stream.startSeconds();
            next(0, begun);
        }

        void next(double lastSeconds, double now) {
            OptionalDouble bytes = stream.sender().next(lastSeconds);
            if (bytes.isEmpty()) {
                end = now;
                return;
            }
            left = notNegative(bytes.getAsDouble(), "stream: message", "bytes");
            begun = now;
            firstByte = now + latency;
            rate = 0;
        }

        boolean done() {
            return end < Double.POSITIVE_INFINITY;
        }

        boolean sends(double now) {
            return !done() && firstByte <= now && left > 0;
        }

        /** Its next event. */
        double due(double now) {
            if (firstByte > now || left == 0) {
                return Math.max(now, firstByte);
            }
            return rate == 0 ? Double.POSITIVE_INFINITY : now + left / rate;
        }
    }

    public SharedWires(Transport transport) {
        this.transport = transport;
    }

    /** When each stream's last message was there. */
    public double[] endSeconds(List<Stream> streams) {
        List<Flow> flows = streams.stream().map(Flow::new).toList();
        double now = 0;
        while (flows.stream().anyMatch(f -> !f.done())) {
            share(now, flows);
            double at = now;
            double next = flows.stream()
                    .filter(f -> !f.done())
                    .mapToDouble(f -> f.due(at))
                    .min()
                    .orElse(now);
            for (Flow flow : flows) {
                advance(flow, now, next);
            }
            now = next;
        }
        return flows.stream().mapToDouble(f -> f.end).toArray();
    }

    private static void advance(Flow flow, double now, double next) {
        if (flow.done()) {
            return;
        }
        boolean over = flow.due(now) <= next && flow.firstByte <= next;
        if (flow.sends(now)) {
            flow.left = over ? 0 : Math.max(0, flow.left - flow.rate * (next - now));
        }
        if (over && flow.left == 0) {
            flow.next(next - flow.begun, next);
        }
    }

    private void share(double now, List<Flow> flows) {
        flows.forEach(f -> f.rate = 0);
        WireShares shares = new WireShares(transport);
        List<Flow> sending =
                new ArrayList<>(flows.stream().filter(f -> f.sends(now)).toList());
        sending.forEach(f -> shares.add(f.stream.way(), f.penalty, f.ceiling));
        double[] rates = shares.rates();
        for (int i = 0; i < rates.length; i++) {
            sending.get(i).rate = rates[i];
        }
    }
}
