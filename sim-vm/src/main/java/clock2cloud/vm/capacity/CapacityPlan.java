package clock2cloud.vm.capacity;

import static clock2cloud.vm.Domain.atLeastOne;
import static clock2cloud.vm.Domain.fraction;
import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.positive;
import static clock2cloud.vm.Domain.require;

import clock2cloud.vm.pool.FillRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When to order hardware: demand grows as a geometric random walk of daily steps, <i>D<sub>t+1</sub> = D<sub>t</sub> exp(g
 * + σ z)</i>; the rule's line on its basis triggers an order, which arrives after the lead time. Run many times, the
 * paths give a fan and the chance to run out.
 *
 * @param capacityCores cores at the start
 * @param allocatedCores promised at the start
 * @param usedOfAllocatedFraction what tenants use of it
 * @param growthPerDay g, 0.002 doubles in a year
 * @param noisePerDay σ
 * @param leadDays from order to racks
 * @param orderCores cores of one order
 * @param rule the line that triggers an order, of the capacity there and on order
 */
public record CapacityPlan(
        double capacityCores,
        double allocatedCores,
        double usedOfAllocatedFraction,
        double growthPerDay,
        double noisePerDay,
        int leadDays,
        double orderCores,
        FillRule rule) {
    /** Quantiles over the paths on one day, all in cores. */
    public record Day(
            int day, double low, double median, double high, double medianCapacity, double shortProbability) {}

    /**
     * The fan.
     *
     * @param runOutProbability part of the paths in which somebody had to be turned away
     * @param meanOrders orders per path
     * @param meanIdleFraction capacity that nobody held, over all days
     */
    public record Result(List<Day> days, double runOutProbability, double meanOrders, double meanIdleFraction) {}

    public CapacityPlan {
        positive(capacityCores, "capacity plan: capacity", "cores");
        positive(allocatedCores, "capacity plan: allocated", "cores");
        fraction(usedOfAllocatedFraction, "capacity plan: used part");
        require(growthPerDay > -1 && growthPerDay < 1, "capacity plan: growth per day must be between -100% and 100%");
        notNegative(noisePerDay, "capacity plan: noise", "per day");
        require(leadDays >= 0, () -> "capacity plan: the lead time must be at least 0 days, not " + leadDays);
        positive(orderCores, "capacity plan: order", "cores");
    }

    /** Follows {@code paths} futures for {@code days} days. */
    public Result run(int days, int paths, RandomGenerator random) {
        atLeastOne(days, "capacity plan: days");
        atLeastOne(paths, "capacity plan: paths");
        double[][] demand = new double[days][paths];
        double[][] capacity = new double[days][paths];
        int ranOut = 0;
        long orders = 0;
        double idle = 0;
        for (int path = 0; path < paths; path++) {
            Future future = new Future();
            for (int day = 0; day < days; day++) {
                future.step(day, random);
                demand[day][path] = future.wanted;
                capacity[day][path] = future.capacity;
                idle += Math.max(0, 1 - future.wanted / future.capacity);
            }
            ranOut += future.ranOut ? 1 : 0;
            orders += future.orders;
        }
        List<Day> fan = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            fan.add(day(day, demand[day], capacity[day]));
        }
        double n = paths;
        return new Result(List.copyOf(fan), ranOut / n, orders / n, idle / n / days);
    }

    private static Day day(int day, double[] demand, double[] capacity) {
        int shortOf = 0;
        for (int i = 0; i < demand.length; i++) {
            shortOf += demand[i] > capacity[i] ? 1 : 0;
        }
        Arrays.sort(demand);
        Arrays.sort(capacity);
        int n = demand.length;
        return new Day(
                day,
                demand[(int) (0.05 * (n - 1))],
                demand[n / 2],
                demand[(int) (0.95 * (n - 1))],
                capacity[n / 2],
                (double) shortOf / n);
    }

    private final class Future {
        double wanted = allocatedCores;
        double capacity = capacityCores;
        final List<Integer> arriving = new ArrayList<>();
        boolean ranOut;
        int orders;

        void step(int day, RandomGenerator random) {
            while (!arriving.isEmpty() && arriving.get(0) <= day) {
                arriving.remove(0);
                capacity += orderCores;
            }
            if (day > 0) {
                wanted *= Math.exp(growthPerDay + noisePerDay * random.nextGaussian());
            }
            double counted = rule.basis() == FillRule.Basis.USED ? wanted * usedOfAllocatedFraction : wanted;
            while (counted > rule.maximumFraction() * (capacity + arriving.size() * orderCores)) {
                arriving.add(day + leadDays);
                orders++;
                require(orders < 1_000_000, "capacity plan: more than a million orders; is an order that small?");
            }
            ranOut |= wanted > capacity;
        }
    }
}
