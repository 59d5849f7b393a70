package clock2cloud.app.spot;

import clock2cloud.app.Common;
import clock2cloud.app.table.Table;
import clock2cloud.spot.bid.PriceLaw;
import clock2cloud.spot.price.BidOutcome;
import clock2cloud.spot.price.PricePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "market",
        description = "Prices of a market, simulated or recorded: --format csv prints every change.",
        footer = {"", "Example: ./c2c spot market --model auction --days 30"})
final class MarketCommand implements Callable<Integer> {
    @Mixin
    Common common;

    @Mixin
    MarketOptions market;

    /** The JSON of {@code c2c spot market}. */
    record Result(
            String market,
            int changes,
            double hours,
            double meanDollarsPerHour,
            double medianDollarsPerHour,
            double minimumDollarsPerHour,
            double maximumDollarsPerHour,
            double aboveOnDemandFraction,
            double evictionsPerDayAtOnDemand) {}

    @Override
    public Integer call() {
        PricePath path = market.path(common);
        PriceLaw law = PriceLaw.of(path);
        BidOutcome atOnDemand = BidOutcome.of(path, market.onDemandDollarsPerHour);
        Result result = new Result(
                market.name(),
                path.stretches(),
                path.durationSeconds() / 3600,
                path.mean(),
                law.quantile(0.5),
                path.minimum(),
                path.maximum(),
                1 - law.cdf(market.onDemandDollarsPerHour),
                atOnDemand.evictions() * 86400 / path.durationSeconds());
        var report = common.report().json(result).figure(SpotFigures.path(path, market, common));
        if (common.format() == Common.Format.CSV) {
            List<List<Object>> rows = new ArrayList<>();
            for (int i = 0; i < path.stretches(); i++) {
                rows.add(List.of(path.startOf(i), path.priceOf(i)));
            }
            report.table(Table.of("seconds", "dollarsPerHour").rows(rows));
        } else {
            report.table(Table.of(
                            "changes",
                            "meanDollarsPerHour",
                            "medianDollarsPerHour",
                            "minimumDollarsPerHour",
                            "maximumDollarsPerHour")
                    .row(
                            result.changes(),
                            result.meanDollarsPerHour(),
                            result.medianDollarsPerHour(),
                            result.minimumDollarsPerHour(),
                            result.maximumDollarsPerHour()));
        }
        return report.say(String.format(
                        Locale.ROOT,
                        "%s: %.1f%% of the time above on-demand ($%.4g/h); a bid of on-demand loses its machine %.2f times a day.",
                        result.market(),
                        100 * result.aboveOnDemandFraction(),
                        market.onDemandDollarsPerHour,
                        result.evictionsPerDayAtOnDemand()))
                .print();
    }
}
