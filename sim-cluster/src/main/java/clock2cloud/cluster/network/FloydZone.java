package clock2cloud.cluster.network;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A zone in which routes are shortest paths, counted in links, found for all pairs at once (Floyd 1962). */
public final class FloydZone extends Zone {
    private static final int LARGEST = 4_000;
    private static final int UNREACHED = Integer.MAX_VALUE / 2;

    private final Map<Long, Leg> legs = new HashMap<>();
    private int[][] before = new int[0][0];

    public FloydZone(String name, Optional<Zone> outer) {
        super(name, outer);
    }

    @Override
    public void declare(NetPoint from, NetPoint to, Leg there, Optional<Leg> back) {
        put(from, to, there);
        if (from != to) {
            back.ifPresent(leg -> put(to, from, leg));
        }
        before = new int[0][0];
    }

    private void put(NetPoint from, NetPoint to, Leg leg) {
        if (legs.put(key(from.index, to.index), leg) != null) {
            throw new IllegalArgumentException("the route from " + from + " to " + to
                    + " is declared twice (routes are symmetrical unless they say symmetrical=\"NO\")");
        }
    }

    @Override
    protected Optional<Leg> leg(NetPoint from, NetPoint to) {
        if (from == to) {
            return Optional.ofNullable(legs.get(key(from.index, to.index)));
        }
        if (before.length != size()) {
            solve();
        }
        Deque<Leg> way = new ArrayDeque<>();
        for (int at = to.index; at != from.index; at = before[from.index][at]) {
            if (before[from.index][at] < 0) {
                return Optional.empty();
            }
            way.addFirst(Objects.requireNonNull(legs.get(key(before[from.index][at], at))));
        }
        return Optional.of(GraphZone.chain(way));
    }

    private void solve() {
        int size = size();
        if (size > LARGEST) {
            throw new IllegalArgumentException("zone " + name() + " has " + size
                    + " members; Floyd routing takes at most " + LARGEST + ", use routing=\"Dijkstra\"");
        }
        before = new int[size][size];
        int[][] cost = new int[size][size];
        for (int a = 0; a < size; a++) {
            Arrays.fill(before[a], -1);
            Arrays.fill(cost[a], UNREACHED);
            cost[a][a] = 1;
            before[a][a] = a;
        }
        legs.forEach((key, leg) -> {
            int from = (int) (key >> 32);
            int to = key.intValue();
            cost[from][to] = leg.links().size();
            before[from][to] = from;
        });
        for (int c = 0; c < size; c++) {
            for (int a = 0; a < size; a++) {
                relax(cost[a], cost[c], cost[a][c], before[a], before[c]);
            }
        }
    }

    private static void relax(int[] cost, int[] onward, int toMiddle, int[] before, int[] beforeOnward) {
        if (toMiddle == UNREACHED) {
            return;
        }
        for (int b = 0; b < cost.length; b++) {
            if (toMiddle + onward[b] < cost[b]) {
                cost[b] = toMiddle + onward[b];
                before[b] = beforeOnward[b];
            }
        }
    }

    private static long key(int from, int to) {
        return ((long) from << 32) | to;
    }
}
