// %% [markdown]
// # Three tenants hold 95% of a pool. May the last 5% be sold?
// "Never above 80%" and "sell the last 5%" contradict each other, unless we say 80% of what.
// The wrong first guess: 5% is free, so 5% can be sold.

// %%
import clock2cloud.app.notebook.Gallery;
import clock2cloud.vm.capacity.Fragmentation;
import clock2cloud.vm.capacity.HighAvailability;
import clock2cloud.vm.capacity.OvercommitRisk;
import clock2cloud.vm.pool.Bundle;
import clock2cloud.vm.pool.FillRule;
import clock2cloud.vm.pool.TenantPool;
import java.util.Collections;
import java.util.Locale;

// %%
TenantPool pool = TenantPool.threeTenants(0.1589); // what 50 real machines used of what they held (Bitbrains)
System.out.printf(Locale.ROOT, "allocated %.0f%%, used %.1f%%, free %.0f%%%n",
    100 * pool.allocatedFraction(), 100 * pool.usedFraction(), 100 * pool.freeFraction());
for (FillRule.Basis basis : FillRule.Basis.values()) {
    var sale = pool.sell("fourth", 0.05, 0.5, new FillRule(0.8, basis));
    System.out.println("80% of " + basis + ": " + (sale.sold() ? "sold" : "refused, " + sale.reason()));
}

// %% [markdown]
// Free in pieces is not free in one. Twenty hosts with 5% each hold no machine of two cores.

// %%
var pieces = Fragmentation.of(Collections.nCopies(20, new Bundle(1.6, 6.4, 50)), new Bundle(2, 4, 20));
System.out.println(pieces.placeable() + " of " + pieces.pooled() + " machines fit, for want of " + pieces.binding());

// %% [markdown]
// Who sells more than there is, bets that not everybody comes at once; and a host may fail. The law below takes guests that know nothing of
// each other. Real ones work by day together: the fifty machines above, sold four times over, had been short 23% of their month, not 5%.

// %%
for (int guests : new int[] {32, 64, 96, 128}) {
    var risk = new OvercommitRisk(guests, 1, 0.1589, 32);
    System.out.printf(Locale.ROOT, "%d guests on 32 cores: short of cores %.4f%% of the time%n",
        guests, 100 * risk.contentionProbability());
}
System.out.printf(Locale.ROOT, "20 hosts, one may fail: keep %.0f%% free%n", 100 * HighAvailability.reserveFraction(20, 1));

// %%
Gallery.show("vm-pool-heat");
// %% [markdown]
// Now try: tenants that use 70% of what they hold. How much of the last 5% may still be sold under 80% of use?
