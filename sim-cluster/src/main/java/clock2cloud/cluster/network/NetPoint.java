package clock2cloud.cluster.network;

import java.util.Optional;

/** A place that routes lead to: a host, a router, or a zone. */
public class NetPoint {
    private final String name;
    private final Optional<Zone> zone;
    final int index;

    /** @param zone the zone that it is part of; absent for the outermost zone */
    protected NetPoint(String name, Optional<Zone> zone) {
        this.name = name;
        this.zone = zone;
        this.index = zone.map(Zone::nextIndex).orElse(0);
    }

    /** A router: routes meet there, nothing computes there. */
    public static NetPoint router(String name, Zone zone) {
        NetPoint router = new NetPoint(name, Optional.of(zone));
        zone.register(router);
        return router;
    }

    public final String name() {
        return name;
    }

    public final Optional<Zone> zone() {
        return zone;
    }

    @Override
    public final String toString() {
        return name;
    }
}
