package clock2cloud.cluster.topology;

import clock2cloud.cluster.Contention;
import clock2cloud.cluster.network.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cables of a platform: full duplex, each direction a link of its own. */
final class Cables {
    private final List<Link> links = new ArrayList<>();

    /** Both directions of a cable. */
    record Cable(Link up, Link down) {}

    Cable lay(String name, double bytesPerSecond, double latencySeconds) {
        return lay(name, bytesPerSecond, latencySeconds, Optional.empty());
    }

    Cable lay(String name, double bytesPerSecond, double latencySeconds, Optional<Contention> contention) {
        Cable cable = new Cable(
                new Link(name + "_UP", bytesPerSecond, latencySeconds, Link.Sharing.SHARED, contention),
                new Link(name + "_DOWN", bytesPerSecond, latencySeconds, Link.Sharing.SHARED, contention));
        links.add(cable.up);
        links.add(cable.down);
        return cable;
    }

    Link lay(Link link) {
        links.add(link);
        return link;
    }

    List<Link> links() {
        return links;
    }
}
