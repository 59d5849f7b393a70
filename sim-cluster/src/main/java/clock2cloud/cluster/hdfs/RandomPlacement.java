package clock2cloud.cluster.hdfs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Any usable nodes at random, whatever their racks: what the default policy is compared with. */
public final class RandomPlacement implements PlacementPolicy {
    @Override
    public Placement place(Request request, RandomGenerator random) {
        List<Integer> candidates = IntStream.range(0, request.racks().nodes())
                .filter(node -> request.alive().test(node)
                        && request.usable().test(node)
                        && !request.existing().contains(node))
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        int take = Math.min(request.wanted(), candidates.size());
        for (int i = 0; i < take; i++) {
            Collections.swap(candidates, i, i + random.nextInt(candidates.size() - i));
        }
        int missing = request.wanted() - take;
        return new Placement(
                candidates.subList(0, take),
                missing,
                missing == 0 ? "" : request.wanted() + " replicas asked, " + take + " usable nodes");
    }
}
