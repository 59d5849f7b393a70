package clock2cloud.cluster.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A part of a platform that knows the routes among its members: hosts, routers and inner zones. */
public abstract class Zone extends NetPoint {
    private final List<NetPoint> members = new ArrayList<>();

    @SuppressWarnings("this-escape") // JDK 21 and later: the outer zone only keeps the reference
    protected Zone(String name, Optional<Zone> outer) {
        super(name, outer);
        outer.ifPresent(zone -> zone.register(this));
    }

    /**
     * A stretch of route inside a zone.
     *
     * @param entry where the route enters the source, when that is a zone
     * @param exit where it leaves into the destination, when that is a zone
     */
    public record Leg(NetPoint entry, NetPoint exit, List<Link> links) {
        Leg reversed(List<Link> back) {
            return new Leg(exit, entry, back);
        }
    }

    /** The way from one member to another; absent when there is none. */
    protected abstract Optional<Leg> leg(NetPoint from, NetPoint to);

    /** Hands a declared route to the zone. */
    public void declare(NetPoint from, NetPoint to, Leg there, Optional<Leg> back) {
        throw new IllegalArgumentException("zone " + name() + " makes its own routes, it takes none");
    }

    int nextIndex() {
        return members.size();
    }

    void register(NetPoint member) {
        members.add(member);
    }

    protected final int size() {
        return members.size();
    }

    protected final NetPoint member(int index) {
        return members.get(index);
    }

    public final List<NetPoint> members() {
        return List.copyOf(members);
    }
}
