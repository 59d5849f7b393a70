package clock2cloud.cluster.job;

import clock2cloud.cluster.event.Event;
import clock2cloud.cluster.network.Host;

/** A piece of work on a host. */
final class Execution extends Event {
    final Host host;
    final double flops;
    final Ended ended;
    double startServed;
    double lostFlops;

    Execution(Host host, double flops, Ended ended) {
        this.host = host;
        this.flops = flops;
        this.ended = ended;
    }

    @Override
    protected void happen() {
        throw new IllegalStateException("a processor ends its work itself");
    }
}
