package clock2cloud.vm.pool;

import static clock2cloud.vm.Domain.fraction;
import static clock2cloud.vm.Domain.percent;
import static clock2cloud.vm.Domain.require;

import java.util.ArrayList;
import java.util.List;

/**
 * A pool in the books of its owner: tenants hold fractions of it, the rest is for sale under a {@link FillRule}.
 *
 * @param holdings who holds what; together at most {@code soldLimitRatio}
 * @param soldLimitRatio capacity that may be promised over capacity that is there; 1 sells everything once
 */
public record TenantPool(List<Holding> holdings, double soldLimitRatio) {
    private static final double ROUNDING = 1e-12;

    /**
     * One tenant.
     *
     * @param allocatedFraction part of the pool promised
     * @param usedFraction part of the pool really used, at most what is allocated
     */
    public record Holding(String tenant, double allocatedFraction, double usedFraction) {
        public Holding {
            fraction(allocatedFraction, "tenant " + tenant + ": allocated");
            fraction(usedFraction, "tenant " + tenant + ": used");
            require(
                    usedFraction <= allocatedFraction + ROUNDING,
                    () -> "tenant " + tenant + " cannot use more than it holds");
        }
    }

    /** The answer to one buyer: the pool afterwards, sold or not, and the reason. */
    public record Sale(TenantPool pool, boolean sold, double sellableFraction, String reason) {}

    public TenantPool {
        require(
                soldLimitRatio > 0 && soldLimitRatio < 1e6,
                () -> "pool: sold limit must be above 0, not " + soldLimitRatio);
        holdings = List.copyOf(holdings);
        double held = holdings.stream().mapToDouble(Holding::allocatedFraction).sum();
        require(
                held <= soldLimitRatio + 1e-9,
                () -> "pool: tenants hold " + percent(held) + ", more than may be sold, " + percent(soldLimitRatio));
    }

    /** Everything is sold at most once. */
    public static TenantPool of(List<Holding> holdings) {
        return new TenantPool(holdings, 1);
    }

    /** The three users of the story, 40%, 30% and 25%, who use {@code usedOfAllocatedFraction} of what they hold. */
    public static TenantPool threeTenants(double usedOfAllocatedFraction) {
        List<Holding> holdings = new ArrayList<>();
        double[] held = {0.40, 0.30, 0.25};
        for (int i = 0; i < held.length; i++) {
            holdings.add(new Holding("user " + (i + 1), held[i], held[i] * usedOfAllocatedFraction));
        }
        return of(holdings);
    }

    /** Promised to tenants. */
    public double allocatedFraction() {
        return holdings.stream().mapToDouble(Holding::allocatedFraction).sum();
    }

    /** Really used. */
    public double usedFraction() {
        return holdings.stream().mapToDouble(Holding::usedFraction).sum();
    }

    /** Promised to nobody. */
    public double freeFraction() {
        return Math.max(0, soldLimitRatio - allocatedFraction());
    }

    /**
     * The most that may be sold now to a buyer who will use {@code expectedUseFraction} of it: never above what is free,
     * and never over the rule's line on the rule's basis.
     */
    public double sellableFraction(FillRule rule, double expectedUseFraction) {
        fraction(expectedUseFraction, "expected use of the new slice");
        double room = rule.basis() == FillRule.Basis.ALLOCATED
                ? rule.maximumFraction() * soldLimitRatio - allocatedFraction()
                : room(rule.maximumFraction() - usedFraction(), expectedUseFraction);
        return Math.max(0, Math.min(freeFraction(), room));
    }

    private static double room(double unusedFraction, double expectedUseFraction) {
        return expectedUseFraction == 0 && unusedFraction >= 0
                ? Double.POSITIVE_INFINITY
                : unusedFraction / expectedUseFraction;
    }

    /** Sells {@code wantedFraction} to {@code buyer} if the rule allows it. */
    public Sale sell(String buyer, double wantedFraction, double expectedUseFraction, FillRule rule) {
        fraction(wantedFraction, "slice for " + buyer);
        double sellable = sellableFraction(rule, expectedUseFraction);
        if (wantedFraction > sellable + ROUNDING) {
            return new Sale(this, false, sellable, refusal(wantedFraction, rule));
        }
        List<Holding> after = new ArrayList<>(holdings);
        after.add(new Holding(buyer, wantedFraction, wantedFraction * expectedUseFraction));
        return new Sale(new TenantPool(after, soldLimitRatio), true, sellable, "fits");
    }

    private String refusal(double wanted, FillRule rule) {
        if (wanted > freeFraction() + ROUNDING) {
            return "asks " + percent(wanted) + " of the pool, " + percent(freeFraction()) + " is free";
        }
        boolean allocated = rule.basis() == FillRule.Basis.ALLOCATED;
        String basis = allocated ? " allocated" : " used";
        return "the rule stops at " + percent(rule.maximumFraction()) + basis + ", "
                + percent(allocated ? allocatedFraction() : usedFraction()) + " is" + basis + " already";
    }
}
