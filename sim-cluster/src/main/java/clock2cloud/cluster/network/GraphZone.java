package clock2cloud.cluster.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * A zone in which routes are shortest paths, counted in links, over declared ones (Dijkstra 1959). Of equally short
 * paths the one is taken whose members were declared first.
 */
public final class GraphZone extends Zone {
    private final Map<NetPoint, Integer> numbers = new LinkedHashMap<>();
    private final List<NetPoint> points = new ArrayList<>();
    private final List<Map<Integer, Leg>> edges = new ArrayList<>();
    private final Map<Integer, int[]> trees = new HashMap<>();

    private record Reached(int links, int number) {}

    public GraphZone(String name, Optional<Zone> outer) {
        super(name, outer);
    }

    @Override
    public void declare(NetPoint from, NetPoint to, Leg there, Optional<Leg> back) {
        put(from, to, there);
        if (from != to) {
            back.ifPresent(leg -> put(to, from, leg));
        }
        trees.clear();
    }

    private void put(NetPoint from, NetPoint to, Leg leg) {
        int source = number(from);
        int target = number(to);
        if (edges.get(source).put(target, leg) != null) {
            throw new IllegalArgumentException("the route from " + from + " to " + to
                    + " is declared twice (routes are symmetrical unless they say symmetrical=\"NO\")");
        }
    }

    private int number(NetPoint point) {
        return numbers.computeIfAbsent(point, added -> {
            points.add(added);
            edges.add(new LinkedHashMap<>());
            return edges.size() - 1;
        });
    }

    @Override
    protected Optional<Leg> leg(NetPoint from, NetPoint to) {
        Integer source = numbers.get(from);
        Integer target = numbers.get(to);
        if (source == null || target == null) {
            return Optional.empty();
        }
        if (source.equals(target)) {
            return Optional.ofNullable(edges.get(source).get(target));
        }
        int[] before = trees.computeIfAbsent(source, this::tree);
        Deque<Leg> legs = new ArrayDeque<>();
        for (int at = target; at != source; at = before[at]) {
            if (before[at] < 0) {
                return Optional.empty();
            }
            legs.addFirst(Objects.requireNonNull(edges.get(before[at]).get(at)));
        }
        return Optional.of(chain(legs));
    }

    /** Legs one after the other, with the way through a zone between them. */
    static Leg chain(Deque<Leg> legs) {
        List<Link> links = new ArrayList<>();
        NetPoint at = legs.getFirst().entry();
        for (Leg leg : legs) {
            if (at != leg.entry()) {
                Platform.walk(at, leg.entry(), links);
            }
            links.addAll(leg.links());
            at = leg.exit();
        }
        return new Leg(legs.getFirst().entry(), at, links);
    }

    private int[] tree(int source) {
        int[] before = new int[points.size()];
        int[] cost = new int[points.size()];
        Arrays.fill(before, -1);
        Arrays.fill(cost, Integer.MAX_VALUE);
        cost[source] = 0;
        PriorityQueue<Reached> queue =
                new PriorityQueue<>(Comparator.comparingInt(Reached::links).thenComparingInt(Reached::number));
        queue.add(new Reached(0, source));
        while (!queue.isEmpty()) {
            Reached reached = queue.remove();
            if (reached.links > cost[reached.number]) {
                continue;
            }
            edges.get(reached.number).forEach((other, leg) -> {
                int links = reached.links + leg.links().size();
                if (links < cost[other]) {
                    cost[other] = links;
                    before[other] = reached.number;
                    queue.add(new Reached(links, other));
                }
            });
        }
        return before;
    }
}
