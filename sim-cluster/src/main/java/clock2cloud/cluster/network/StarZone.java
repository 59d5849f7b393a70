package clock2cloud.cluster.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A zone in which each member has a way up to the middle and a way down from it. A link in both is crossed once. */
public final class StarZone extends Zone {
    private final Map<NetPoint, Spoke> spokes = new HashMap<>();
    private final Map<NetPoint, List<Link>> loopbacks = new HashMap<>();

    private record Spoke(NetPoint gateway, List<Link> up, List<Link> down) {}

    public StarZone(String name, Optional<Zone> outer) {
        super(name, outer);
    }

    /** @param gateway where routes enter and leave the member; the member itself when it is no zone */
    public void connect(NetPoint member, NetPoint gateway, List<Link> up, List<Link> down) {
        spokes.put(member, new Spoke(gateway, List.copyOf(up), List.copyOf(down)));
    }

    /** Adds the missing half of a spoke. */
    void connectUp(NetPoint member, NetPoint gateway, List<Link> up) {
        connect(
                member,
                gateway,
                up,
                Optional.ofNullable(spokes.get(member)).map(Spoke::down).orElse(List.of()));
    }

    void connectDown(NetPoint member, NetPoint gateway, List<Link> down) {
        connect(
                member,
                gateway,
                Optional.ofNullable(spokes.get(member)).map(Spoke::up).orElse(List.of()),
                down);
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
        Spoke source = spokes.getOrDefault(from, new Spoke(from, List.of(), List.of()));
        Spoke target = spokes.getOrDefault(to, new Spoke(to, List.of(), List.of()));
        Set<Link> links = new LinkedHashSet<>(source.up);
        links.addAll(target.down);
        return from == to && links.isEmpty()
                ? Optional.empty()
                : Optional.of(new Leg(source.gateway, target.gateway, new ArrayList<>(links)));
    }
}
