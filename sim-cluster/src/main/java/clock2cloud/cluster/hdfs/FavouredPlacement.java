package clock2cloud.cluster.hdfs;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Nodes that the writer asks for come first, in its order, as far as they are good; the rest of the replicas are placed by
 * another policy as if they were a block of their own, on other nodes. Copies made later follow the other policy alone.
 *
 * <p>Source: Apache Hadoop 3 BlockPlacementPolicyDefault.chooseTarget with favored nodes (HDFS-2576, HDFS-9393). Leaves out pinning
 * against the balancer.
 */
public final class FavouredPlacement implements PlacementPolicy {
    private final List<Integer> favoured;
    private final PlacementPolicy others;

    public FavouredPlacement(List<Integer> favoured, PlacementPolicy others) {
        this.favoured = List.copyOf(favoured);
        this.others = others;
    }

    @Override
    public Placement place(Request request, RandomGenerator random) {
        for (int node : favoured) {
            if (node < 0 || node >= request.racks().nodes()) {
                throw new IllegalArgumentException("HDFS placement: favoured node " + node + " must be from 0 to "
                        + (request.racks().nodes() - 1));
            }
        }
        if (!request.existing().isEmpty()) {
            return others.place(request, random);
        }
        List<Integer> chosen = favouredNodes(request);
        int missing = request.wanted() - chosen.size();
        if (missing == 0) {
            return new Placement(chosen, 0, "");
        }
        Placement rest = others.place(
                new Request(
                        request.racks(),
                        request.writer(),
                        List.of(),
                        missing,
                        request.alive(),
                        node -> request.usable().test(node) && !chosen.contains(node),
                        request.stale()),
                random);
        List<Integer> all = new ArrayList<>(chosen);
        all.addAll(rest.nodes());
        return new Placement(all, rest.missing(), rest.reason());
    }

    private List<Integer> favouredNodes(Request request) {
        Racks racks = request.racks();
        int[] rackOf = racks.rackOfEach();
        int alive = 0;
        List<Integer> aliveRacks = new ArrayList<>();
        for (int node = 0; node < rackOf.length; node++) {
            if (request.alive().test(node)) {
                alive++;
                if (!aliveRacks.contains(rackOf[node])) {
                    aliveRacks.add(rackOf[node]);
                }
            }
        }
        int total = Math.min(request.wanted(), alive);
        int most = DefaultPlacement.mostPerRack(total, Math.max(1, aliveRacks.size()), alive);
        List<Integer> chosen = new ArrayList<>();
        for (int node : favoured) {
            long beside = chosen.stream()
                    .filter(other -> rackOf[other] == rackOf[node])
                    .count();
            boolean good = request.alive().test(node)
                    && request.usable().test(node)
                    && !request.stale().test(node);
            if (chosen.size() < total && good && !chosen.contains(node) && beside < most) {
                chosen.add(node);
            }
        }
        return chosen;
    }
}
