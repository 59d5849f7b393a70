package clock2cloud.cluster.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A zone in which each member has a way up to the middle and a way down from it. A link in both is crossed once. */
public final class StarZone extends Zone {
    private final List<Optional<Spoke>> spokes = new ArrayList<>();
    private final Map<NetPoint, List<Link>> loopbacks = new HashMap<>();

    private record Spoke(NetPoint gateway, List<Link> up, List<Link> down) {}

    public StarZone(String name, Optional<Zone> outer) {
        super(name, outer);
    }

    /** @param gateway where routes enter and leave the member; the member itself when it is no zone */
    public void connect(NetPoint member, NetPoint gateway, List<Link> up, List<Link> down) {
        while (spokes.size() <= member.index) {
            spokes.add(Optional.empty());
        }
        spokes.set(member.index, Optional.of(new Spoke(gateway, List.copyOf(up), List.copyOf(down))));
    }

    /** Adds the missing half of a spoke. */
    void connectUp(NetPoint member, NetPoint gateway, List<Link> up) {
        connect(member, gateway, up, spoke(member).down);
    }

    void connectDown(NetPoint member, NetPoint gateway, List<Link> down) {
        connect(member, gateway, spoke(member).up, down);
    }

    private Spoke spoke(NetPoint member) {
        return (member.index < spokes.size() ? spokes.get(member.index) : Optional.<Spoke>empty())
                .orElseGet(() -> new Spoke(member, List.of(), List.of()));
    }

    /** A router without a spoke stands in the middle itself. */
    private boolean isConnected(NetPoint member) {
        boolean router = !(member instanceof Host || member instanceof Zone);
        return router
                || (member.index < spokes.size() && spokes.get(member.index).isPresent());
    }

    private static void addOnce(Link link, List<Link> links) {
        if (!links.contains(link)) {
            links.add(link);
        }
    }

    /** Links for messages of a host to itself. */
    public void loopBack(NetPoint member, List<Link> links) {
        loopbacks.put(member, List.copyOf(links));
    }

    @Override
    protected Optional<Leg> leg(NetPoint from, NetPoint to) {
        if (from == to && loopbacks.containsKey(from)) {
            return Optional.of(new Leg(from, to, loopbacks.get(from)));
        }
        Spoke source = spoke(from);
        Spoke target = spoke(to);
        if (!(isConnected(from) && isConnected(to))) {
            return Optional.empty();
        }
        List<Link> links = new ArrayList<>(source.up.size() + target.down.size());
        source.up.forEach(link -> addOnce(link, links));
        target.down.forEach(link -> addOnce(link, links));
        return from == to && links.isEmpty()
                ? Optional.empty()
                : Optional.of(new Leg(source.gateway, target.gateway, links));
    }
}
