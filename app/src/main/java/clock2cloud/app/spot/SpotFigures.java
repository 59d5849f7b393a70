package clock2cloud.app.spot;

import clock2cloud.app.Common;
import clock2cloud.app.FigureRecipe;
import clock2cloud.app.chart.Figure;
import clock2cloud.spot.bill.BillingRule;
import clock2cloud.spot.bill.Tariff;
import clock2cloud.spot.market.RegimeSwitching;
import clock2cloud.spot.price.BidOutcome;
import clock2cloud.spot.price.PricePath;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The figures of this floor. */
public final class SpotFigures {
    private static final double HOUR = 3600;

    private SpotFigures() {}

    public static List<FigureRecipe> all() {
        return List.of(
                new FigureRecipe("spot-price-and-bid", SpotFigures::priceAndBid),
                new FigureRecipe("spot-cost-fan", JobFigures::costFan),
                new FigureRecipe("spot-makespan", JobFigures::makespans),
                new FigureRecipe("spot-checkpoint-interval", JobFigures::interval),
                new FigureRecipe("spot-buy-or-rent", seed -> buyOrRent("p2.xlarge", 0.17)),
                new FigureRecipe("spot-november-2017", seed -> november()));
    }

    /** A market as the auction years had it, with a bid of half of on-demand. */
    static Figure priceAndBid(long seed) {
        PricePath path = new RegimeSwitching(0.17, 0.90, 10, 40 * HOUR, 1.5 * HOUR, 0.15, 300)
                .path(MarketOptions.random(seed), 10 * 24 * HOUR);
        return priced("spot-price-and-bid", path, 0.45)
                .subtitle(
                        "p2.xlarge as in 2017: calm at $0.17/h, spikes up to 10 times on-demand; simulated, regime switching")
                .command("./c2c figures --only spot-price-and-bid --out figures")
                .seed(seed);
    }

    /** The path of a command, with a bid of on-demand. */
    static Figure path(PricePath path, MarketOptions market, Common common) {
        return priced("spot-market", path, market.onDemandDollarsPerHour)
                .subtitle(market.name())
                .command(common.commandLine())
                .seed(common.seed());
    }

    private static Figure priced(String slug, PricePath path, double bid) {
        BidOutcome outcome = BidOutcome.of(path, bid);
        double[] hours = Arrays.stream(path.seconds()).map(s -> s / HOUR).toArray();
        Figure figure = Figure.of(slug)
                .title(String.format(
                        Locale.ROOT,
                        "A bid of $%.2f/h holds the machine %.0f%% of the time and loses it %d times",
                        bid,
                        100 * outcome.heldFraction(),
                        outcome.evictions()))
                .alt(
                        "Step curve of the spot price over time on a logarithmic axis, a horizontal line at the bid, and dots"
                                + " where the price rises above it.")
                .x("time", "h")
                .yLog("price", "$/h")
                .step("spot price", hours, floored(path.dollarsPerHour()))
                .rule("bid", bid);
        double[] lost = outcome.spells().stream()
                .filter(BidOutcome.Spell::evicted)
                .mapToDouble(spell -> spell.endSeconds() / HOUR)
                .toArray();
        if (lost.length > 0) {
            double[] at = new double[lost.length];
            Arrays.fill(at, bid);
            figure.dots("evicted", lost, at);
        }
        return figure;
    }

    private static double[] floored(double[] prices) {
        return Arrays.stream(prices).map(price -> Math.max(price, 1e-4)).toArray();
    }

    /** Availability against the bid. */
    static Figure bids(PricePath path, MarketOptions market, Common common) {
        double[] bids = new double[60];
        double[] held = new double[60];
        double low = Math.max(1e-4, path.minimum());
        double high = Math.max(low * 1.01, Math.min(path.maximum(), 10 * market.onDemandDollarsPerHour));
        for (int i = 0; i < bids.length; i++) {
            bids[i] = low * Math.pow(high / low, i / 59.0);
            held[i] = 100 * BidOutcome.of(path, bids[i]).heldFraction();
        }
        return Figure.of("spot-bids")
                .title(String.format(
                        Locale.ROOT,
                        "A bid of on-demand holds the machine %.1f%% of the time",
                        100 * BidOutcome.of(path, market.onDemandDollarsPerHour).heldFraction()))
                .subtitle(market.name())
                .alt("Share of the time that a machine is held, rising with the bid.")
                .xLog("bid", "$/h")
                .y("time held", "%")
                .line("held", bids, held)
                .moment("on-demand", market.onDemandDollarsPerHour)
                .command(common.commandLine())
                .seed(common.seed());
    }

    /** Yearly cost against the share of the time in use. */
    static Figure buyOrRent(String instance, double spot) {
        double[] use = {0, 100};
        Figure figure = Figure.of("spot-buy-or-rent")
                .alt("Yearly cost against utilisation: on-demand and spot rise from zero, reserved instances are flat.")
                .subtitle(instance + ", us-east-1, Linux, 20 July 2017; spot at $" + spot + "/h; years of 8,760 h")
                .x("time in use", "%")
                .y("cost of a year", "$")
                .source("vantage-sh/ec2instances.info @8dbdc18c3f82 (MIT)")
                .command("./c2c figures --only spot-buy-or-rent --out figures");
        StringBuilder title = new StringBuilder("Reserving beats on-demand from ");
        String and = "";
        for (Tariff.Line line : Tariff.of(instance, spot)) {
            double year = line.dollarsPerHour() * 8760;
            boolean flat = line.committed();
            figure.line(line.name(), use, flat ? new double[] {year, year} : new double[] {0, year});
            if (flat) {
                title.append(and).append(String.format(Locale.ROOT, "%.0f%%", 100 * line.breakEvenFraction()));
                and = " and ";
            }
        }
        return figure.title(title + " of the time in use; spot never loses");
    }

    /** Ninety-day mean prices before and after the end of bidding. */
    static Figure november() {
        List<String> pools = List.of(
                "p2.xlarge us-east-1a",
                "p2.xlarge us-east-2a",
                "p2.xlarge us-west-2a",
                "p2.8xlarge us-east-1a",
                "p2.8xlarge us-west-2b",
                "g2.2xlarge us-west-2a",
                "m4.xlarge us-east-1a");
        double[] before = {1.4566, 0.2022, 0.3325, 72.0, 16.57, 0.2617, 0.0576};
        double[] after = {0.3679, 0.2948, 0.3326, 7.2, 2.31, 0.2589, 0.0621};
        double[] rows = new double[before.length];
        Arrays.setAll(rows, i -> i);
        long fell = java.util.stream.IntStream.range(0, before.length)
                .filter(i -> after[i] < before[i])
                .count();
        return Figure.of("spot-november-2017")
                .title("The end of bidding cut " + fell + " of " + before.length
                        + " mean prices: the spikes went, calm pools rose")
                .subtitle("Mean spot price of the 90 days to 1 November 2017 and from 1 December 2017, $/h")
                .alt("One row a pool with a dot before and a dot after 28 November 2017 on a logarithmic price axis.")
                .xLog("mean price", "$/h")
                .y("", "")
                .rows(pools)
                .dots("before", before, rows)
                .dots("after", after, rows)
                .source("price records published by garethgeorge, summary means only")
                .command("./c2c figures --only spot-november-2017 --out figures");
    }

    /** The rule that the figures bill by. */
    static BillingRule rule() {
        return BillingRule.KILLED_HOUR_FREE;
    }
}
