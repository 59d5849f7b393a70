package clock2cloud.cluster.network;

import java.util.List;

/** The links from one host to another, in order, and the sum of their latencies. */
public record Route(List<Link> links, double latencySeconds) {
    public Route {
        links = List.copyOf(links);
    }

    public static Route of(List<Link> links) {
        double latencySeconds = 0;
        for (Link link : links) {
            latencySeconds += link.latencySeconds();
        }
        return new Route(links, latencySeconds);
    }

    /** The least bandwidth on the way. */
    public double bottleneckBytesPerSecond() {
        double least = Double.POSITIVE_INFINITY;
        for (Link link : links) {
            least = Math.min(least, link.bytesPerSecond());
        }
        return least;
    }
}
