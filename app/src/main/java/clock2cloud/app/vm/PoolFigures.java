package clock2cloud.app.vm;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.chart.Mark;
import clock2cloud.app.table.Quantities;
import clock2cloud.vm.capacity.CapacityPlan;
import clock2cloud.vm.host.Overcommit;
import clock2cloud.vm.pool.Bundle;
import clock2cloud.vm.pool.FillRule;
import clock2cloud.vm.pool.HostPool;
import clock2cloud.vm.pool.PlacementPolicy;
import clock2cloud.vm.pool.Rebalance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** A pool: how full, how well packed, and when it runs out. */
final class PoolFigures {
    private static final String COMMAND = "./c2c figures --out figures --only ";
    private static final Bundle HOST = new Bundle(32, 128, 1000);

    private PoolFigures() {}

    private static HostPool filled(String policy, int hosts, int machines, long seed) {
        HostPool pool = new HostPool(Collections.nCopies(hosts, HOST), Overcommit.NONE);
        PlacementPolicy placement = PlacementPolicy.of(policy);
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> live = new ArrayList<>();
        for (int i = 0; i < machines; i++) {
            int cores = 1 << random.nextInt(4);
            int slot = pool.place(new Bundle(cores, cores * (2 << random.nextInt(3)), 10 * cores), placement);
            if (slot >= 0) {
                live.add(slot);
            }
            if (random.nextInt(3) == 0 && !live.isEmpty()) {
                pool.remove(live.remove(random.nextInt(live.size())));
            }
        }
        return pool;
    }

    static Figure heat(long seed) {
        List<String> policies = List.of("first-fit", "best-fit", "dot-product", "worst-fit");
        List<Mark.Block> blocks = new ArrayList<>();
        int[] empty = new int[policies.size()];
        for (int row = 0; row < policies.size(); row++) {
            HostPool pool = filled(policies.get(row), 24, 150, seed);
            for (int host = 0; host < pool.hosts(); host++) {
                double load = Rebalance.load(pool, host);
                empty[row] += load == 0 ? 1 : 0;
                blocks.add(new Mark.Block(
                        host + 0.55, host + 1.45, row - 0.42, row + 0.42, Math.round(100 * load) + "", load));
            }
        }
        return Figure.of("vm-pool-heat")
                .title("After 150 arrivals first fit leaves " + empty[0] + " of 24 hosts empty, worst fit " + empty[3])
                .subtitle(
                        "percent of each host's 32 cores held, by placement policy, the same machines in the same order")
                .x("host", "")
                .xLimits(0.4, 24.6)
                .rows(policies)
                .blocks("percent of cores held", blocks)
                .source("simulation")
                .command(COMMAND + "vm-pool-heat")
                .seed(seed);
    }

    static Figure packing(long seed) {
        List<String> policies = PlacementPolicy.NAMES;
        double[] low = new double[policies.size()];
        double[] mean = new double[policies.size()];
        double[] high = new double[policies.size()];
        double[] rows = new double[policies.size()];
        java.util.Arrays.fill(low, 1);
        int runs = 20;
        for (int p = 0; p < policies.size(); p++) {
            rows[p] = p;
            for (int run = 0; run < runs; run++) {
                HostPool pool = filled(policies.get(p), 200, 600, seed + run);
                double bound =
                        Math.max(pool.held().cores() / HOST.cores(), pool.held().ramBytes() / HOST.ramBytes());
                double efficiency = Math.ceil(bound) / pool.hostsInUse();
                low[p] = Math.min(low[p], efficiency);
                high[p] = Math.max(high[p], efficiency);
                mean[p] += efficiency / runs;
            }
        }
        int best = 0;
        int worst = 0;
        for (int p = 1; p < mean.length; p++) {
            best = mean[p] > mean[best] ? p : best;
            worst = mean[p] < mean[worst] ? p : worst;
        }
        return Figure.of("vm-packing")
                .title("The tightest policy, " + policies.get(best) + ", fills " + Math.round(100 * mean[best])
                        + "% of the hosts it opens; the loosest, " + policies.get(worst) + ", "
                        + Math.round(100 * mean[worst]) + "%")
                .subtitle(
                        "fewest hosts that could do over hosts in use, after 600 arrivals and 200 departures; 20 pools, range and mean")
                .x("packing efficiency", "")
                .xLimits(0, 1)
                .rows(policies)
                .span("range and mean of 20 pools", low, mean, high, rows)
                .source("simulation; lower bound by the fuller of cores and memory")
                .command(COMMAND + "vm-packing")
                .seed(seed);
    }

    static Figure fan(long seed) {
        CapacityPlan plan =
                new CapacityPlan(1000, 600, 0.5, 0.003, 0.012, 45, 400, new FillRule(0.8, FillRule.Basis.ALLOCATED));
        CapacityPlan.Result result = plan.run(365, 1000, new SplittableRandom(seed));
        double[] days =
                result.days().stream().mapToDouble(CapacityPlan.Day::day).toArray();
        return Figure.of("vm-capacity-fan")
                .title("Ordering at 80% with 45 days of delivery, " + Math.round(100 * result.runOutProbability())
                        + "% of 1,000 futures run out within a year")
                .subtitle(
                        "demand grows by 0.3% a day with 1.2% of noise; 5% to 95% of the futures, and the median capacity; "
                                + Quantities.significant(result.meanOrders()) + " orders on average")
                .x("day", "")
                .y("cores", "")
                .band(
                        "demand, 5% to 95%",
                        days, each(result, CapacityPlan.Day::low), each(result, CapacityPlan.Day::high))
                .line("median demand", days, each(result, CapacityPlan.Day::median))
                .step("median capacity", days, each(result, CapacityPlan.Day::medianCapacity))
                .source("simulation of the fill rule")
                .command(COMMAND + "vm-capacity-fan")
                .seed(seed);
    }

    private static double[] each(
            CapacityPlan.Result result, java.util.function.ToDoubleFunction<CapacityPlan.Day> value) {
        return result.days().stream().mapToDouble(value).toArray();
    }
}
