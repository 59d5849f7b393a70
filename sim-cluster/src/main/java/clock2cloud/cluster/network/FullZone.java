package clock2cloud.cluster.network;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A zone in which every route is declared. */
public final class FullZone extends Zone {
    private final Map<Long, Leg> legs = new HashMap<>();

    public FullZone(String name, Optional<Zone> outer) {
        super(name, outer);
    }

    @Override
    public void declare(NetPoint from, NetPoint to, Leg there, Optional<Leg> back) {
        put(from, to, there);
        if (from != to) {
            back.ifPresent(leg -> put(to, from, leg));
        }
    }

    private void put(NetPoint from, NetPoint to, Leg leg) {
        if (legs.put(key(from, to), leg) != null) {
            throw new IllegalArgumentException("the route from " + from + " to " + to
                    + " is declared twice (routes are symmetrical unless they say symmetrical=\"NO\")");
        }
    }

    @Override
    protected Optional<Leg> leg(NetPoint from, NetPoint to) {
        return Optional.ofNullable(legs.get(key(from, to)));
    }

    private static long key(NetPoint from, NetPoint to) {
        return ((long) from.index << 32) | to.index;
    }
}
