package clock2cloud.vm.capacity;

import static clock2cloud.vm.Domain.require;

import java.util.ArrayList;
import java.util.List;

/**
 * Tasks of several tenants on several resources: the next task is always the tenant's whose largest part of any resource
 * is smallest (Ghodsi et al. 2011, algorithm 1). Nobody gains by lying about what a task needs, or by leaving.
 *
 * @param capacity of each resource
 * @param demands of one task, per tenant and resource
 */
public record DominantResourceFairness(List<Double> capacity, List<List<Double>> demands) {
    private static final int MOST_ROUNDS = 1_000_000;

    /** Tasks, dominant shares and what is used. */
    public record Result(List<Integer> tasks, List<Double> dominantShares, List<Double> used) {}

    public DominantResourceFairness {
        int resources = capacity.size();
        capacity = List.copyOf(capacity);
        demands = List.copyOf(demands);
        require(!demands.isEmpty(), "dominant resource fairness: there is no tenant");
        for (double c : capacity) {
            require(c > 0, "dominant resource fairness: capacities must be above 0");
        }
        for (List<Double> demand : demands) {
            require(
                    demand.size() == resources,
                    () -> "dominant resource fairness: " + resources + " resources, a task names " + demand.size());
            require(
                    demand.stream().allMatch(d -> d >= 0) && demand.stream().anyMatch(d -> d > 0),
                    "dominant resource fairness: a task must ask at least 0 of each resource and more of one");
        }
    }

    /** The tenant's part of its scarcest resource per task. */
    private double dominantPerTask(int tenant) {
        double most = 0;
        for (int r = 0; r < capacity.size(); r++) {
            most = Math.max(most, demands.get(tenant).get(r) / capacity.get(r));
        }
        return most;
    }

    /** Whole tasks, one at a time; a tenant whose next task does not fit drops out. */
    public Result wholeTasks() {
        int[] tasks = new int[demands.size()];
        boolean[] out = new boolean[demands.size()];
        double[] used = new double[capacity.size()];
        for (int tenant = poorest(tasks, out); tenant >= 0; tenant = poorest(tasks, out)) {
            if (!take(tenant, used)) {
                out[tenant] = true;
                continue;
            }
            tasks[tenant]++;
            require(tasks[tenant] < 10_000_000, "dominant resource fairness: more than ten million tasks fit");
        }
        List<Integer> counts = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int tenant = 0; tenant < tasks.length; tenant++) {
            counts.add(tasks[tenant]);
            shares.add(tasks[tenant] * dominantPerTask(tenant));
        }
        return new Result(counts, shares, java.util.Arrays.stream(used).boxed().toList());
    }

    private int poorest(int[] tasks, boolean[] out) {
        int poorest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int tenant = 0; tenant < tasks.length; tenant++) {
            double share = tasks[tenant] * dominantPerTask(tenant);
            if (!out[tenant] && share < least) {
                least = share;
                poorest = tenant;
            }
        }
        return poorest;
    }

    private boolean take(int tenant, double[] used) {
        for (int r = 0; r < used.length; r++) {
            if (used[r] + demands.get(tenant).get(r) > capacity.get(r) * (1 + 1e-12)) {
                return false;
            }
        }
        for (int r = 0; r < used.length; r++) {
            used[r] += demands.get(tenant).get(r);
        }
        return true;
    }

    /** The rule that it replaces: equal sums of all parts, in divisible tasks, until the first resource is used up. */
    public List<Double> assetFairTasks() {
        double[] perUnit = new double[demands.size()];
        double[] load = new double[capacity.size()];
        for (int tenant = 0; tenant < perUnit.length; tenant++) {
            double sum = 0;
            for (int r = 0; r < load.length; r++) {
                sum += demands.get(tenant).get(r) / capacity.get(r);
            }
            perUnit[tenant] = 1 / sum;
            for (int r = 0; r < load.length; r++) {
                load[r] += perUnit[tenant] * demands.get(tenant).get(r) / capacity.get(r);
            }
        }
        double fullest = java.util.Arrays.stream(load).max().orElse(1);
        return java.util.Arrays.stream(perUnit).map(t -> t / fullest).boxed().toList();
    }

    /**
     * Competitive equilibrium from equal incomes, in divisible tasks: the product of all tenants' tasks is greatest. By the
     * prices that clear the market: a tenant spends one unit of income on whole bundles, and a resource that is not used up is
     * free. Prices rise where too much is asked for and fall where too little, until they stand still.
     */
    public List<Double> equalIncomeTasks() {
        double[] price = new double[capacity.size()];
        java.util.Arrays.fill(price, 1.0 / capacity.size());
        double[] tasks = new double[demands.size()];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double moved = 0;
            double[] load = loadAt(price, tasks);
            for (int r = 0; r < price.length; r++) {
                double next = price[r] * Math.max(1e-3, load[r]);
                moved = Math.max(moved, Math.abs(next - price[r]));
                price[r] = next;
            }
            if (moved < 1e-15) {
                break;
            }
        }
        double fullest = java.util.Arrays.stream(loadAt(price, tasks)).max().orElse(1);
        return java.util.Arrays.stream(tasks).map(t -> t / fullest).boxed().toList();
    }

    /** What every tenant buys at these prices (of the whole of a resource), and the part of each resource that is asked for. */
    private double[] loadAt(double[] price, double[] tasks) {
        double[] load = new double[price.length];
        for (int tenant = 0; tenant < tasks.length; tenant++) {
            double cost = 0;
            for (int r = 0; r < price.length; r++) {
                cost += price[r] * demands.get(tenant).get(r) / capacity.get(r);
            }
            tasks[tenant] = 1 / cost;
            for (int r = 0; r < price.length; r++) {
                load[r] += tasks[tenant] * demands.get(tenant).get(r) / capacity.get(r);
            }
        }
        return load;
    }
}
