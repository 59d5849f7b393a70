package clock2cloud.spot.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * How a spot fleet spreads its target capacity over pools: instances are launched until their weights reach the target; the
 * last may overshoot it. Amazon EC2 user guide, February 2018, <i>How Spot Fleet works</i>.
 */
public enum FleetStrategy {
    /** Everything in the pool that is cheapest a unit. */
    LOWEST_PRICE {
        @Override
        List<FleetPool> order(List<FleetPool> pools) {
            return cheapestFirst(pools).subList(0, 1);
        }

        @Override
        int next(int[] running, double[] offers) {
            return least(offers, zone -> offers[zone]);
        }
    },
    /** Turn by turn over all pools, the cheapest first; never one that costs on-demand or more. */
    DIVERSIFIED {
        @Override
        List<FleetPool> order(List<FleetPool> pools) {
            return cheapestFirst(pools);
        }

        @Override
        int next(int[] running, double[] offers) {
            int fewest = least(offers, zone -> running[zone]);
            return fewest < 0 ? fewest : least(offers, zone -> running[zone] == running[fewest] ? offers[zone] : 1e300);
        }
    };

    abstract List<FleetPool> order(List<FleetPool> pools);

    /** The zone of the next instance, given what runs and what each zone offers (infinite: closed); -1 when all are closed. */
    abstract int next(int[] running, double[] offers);

    private static int least(double[] offers, IntToDoubleFunction score) {
        int best = -1;
        for (int zone = 0; zone < offers.length; zone++) {
            boolean open = offers[zone] < Double.POSITIVE_INFINITY;
            if (open && (best < 0 || score.applyAsDouble(zone) < score.applyAsDouble(best))) {
                best = zone;
            }
        }
        return best;
    }

    /** Instances a pool, in the order given; pools without any are left out. */
    public Map<String, Integer> allocate(List<FleetPool> pools, double targetUnits) {
        if (!(targetUnits > 0 && targetUnits < 1e9)) {
            throw new IllegalArgumentException("fleet target = " + targetUnits + " units must be in (0, 1e9)");
        }
        List<FleetPool> open = new ArrayList<>(pools);
        open.removeIf(pool -> pool.spotDollarsPerHour() >= pool.onDemandDollarsPerHour());
        if (open.isEmpty()) {
            throw new IllegalArgumentException("no pool is cheaper than on-demand: the fleet launches nothing");
        }
        List<FleetPool> order = order(open);
        Map<String, Integer> instances = new LinkedHashMap<>();
        double units = 0;
        for (int turn = 0; units < targetUnits - 1e-9; turn++) {
            FleetPool pool = order.get(turn % order.size());
            instances.merge(pool.name(), 1, Integer::sum);
            units += pool.weight();
        }
        return instances;
    }

    private static List<FleetPool> cheapestFirst(List<FleetPool> pools) {
        return pools.stream()
                .sorted(Comparator.comparingDouble(FleetPool::dollarsPerUnit))
                .toList();
    }
}
