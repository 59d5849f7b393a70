// %% [markdown]
// # Bid, reserve or buy by the hour?
//
// A p2.xlarge cost $0.90 an hour on demand on 20 July 2017, and about $0.17 on the spot market while it was calm.
// The wrong first guess: whoever bids more pays more, so bid low.
// %%
import clock2cloud.app.notebook.Gallery;
import clock2cloud.spot.bid.*;
import clock2cloud.spot.bill.*;
import clock2cloud.spot.market.*;
import clock2cloud.spot.price.*;
import java.util.*;
// %% [markdown]
// Every way to pay, and the share of the time from which paying always beats paying by use.
// %%
for (Tariff.Line line : Tariff.of("p2.xlarge", 0.17)) {
    System.out.printf(Locale.ROOT, "%-30s $%.3f/h  from %.1f%% of the time%n",
            line.name(), line.dollarsPerHour(), 100 * line.breakEvenFraction());
}
// %% [markdown]
// Reserved for three years beats on-demand from 44% of the time on. Spot beats everything, while it lasts.
// How long does it last? A market as the auction years had it: calm, with spikes up to ten times on-demand.
// %%
PricePath path = new RegimeSwitching(0.17, 0.90, 10, 40 * 3600, 5400, 0.15, 300)
        .path(new SplittableRandom(2017), 90 * 86400.0);
for (double bid : new double[] {0.17, 0.45, 0.90, 9.00}) {
    BidOutcome met = BidOutcome.of(path, bid);
    System.out.printf(Locale.ROOT, "bid $%.2f: held %.1f%% of the time, paid $%.3f/h, lost %d times%n",
            bid, 100 * met.heldFraction(), met.meanPaidDollarsPerHour(), met.evictions());
}
// %% [markdown]
// A higher bid is held longer, and pays more for it: the price, not the bid, is what one pays.
// A killed hour was free, an hour that you ended yourself was not. Two hours and twenty minutes:
// %%
for (Ending ending : List.of(Ending.PRICE, Ending.COMPLETED)) {
    Bill bill = Bill.of(List.of(new Lease("p2.xlarge", 0, 8400, ending)), BillingRule.KILLED_HOUR_FREE, t -> 0.17);
    System.out.println(ending + ": $" + bill.invoiceDollars());
}
// %%
Gallery.show("spot-price-and-bid");
Gallery.show("spot-buy-or-rent");
// %% [markdown]
// Now try: a spot price of $0.45 (`Tariff.of("p2.xlarge", 0.45)`), or `BillingRule.SECOND` for the two hours and twenty minutes.
