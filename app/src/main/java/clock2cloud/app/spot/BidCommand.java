package clock2cloud.app.spot;

import clock2cloud.app.Common;
import clock2cloud.app.table.Table;
import clock2cloud.spot.bid.DraftsBid;
import clock2cloud.spot.bid.DurationBid;
import clock2cloud.spot.bid.PriceLaw;
import clock2cloud.spot.bid.ZhengBid;
import clock2cloud.spot.price.BidOutcome;
import clock2cloud.spot.price.PricePath;
import clock2cloud.spot.rule.Regime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "bid",
        description = "How much to bid, and what each bid would have met.",
        footer = {
            "",
            "Example, with made-up prices:",
            "./c2c spot bid --history docs/examples/spot-prices.json --work 5h --on-demand 0.90"
        })
final class BidCommand implements Callable<Integer> {
    /** Of either bound of DrAFTS. */
    private static final double CONFIDENCE = 0.99;

    @Mixin
    Common common;

    @Mixin
    MarketOptions market;

    @Mixin
    JobOptions options;

    @Option(names = "--bid", split = ",", description = "Bids of your own, dollars per hour.")
    List<Double> bids = List.of();

    @Option(
            names = "--probability",
            defaultValue = "0.95",
            description = "To last as long as the work (default: 0.95).")
    double probability;

    @Option(names = "--date", defaultValue = "2017-07-20", description = "Whose rules hold (default: 2017-07-20).")
    LocalDate date;

    /** One bid and what it would have met. */
    record Line(
            String bid,
            double bidDollarsPerHour,
            double heldFraction,
            double meanPaidDollarsPerHour,
            double evictionsPerHeldHour,
            double lastsProbability) {}

    record Result(String market, List<Line> bids) {}

    @Override
    public Integer call() {
        Regime regime = Regime.withBids(date);
        PricePath path = market.path(common);
        PriceLaw law = PriceLaw.of(path);
        ZhengBid zheng = new ZhengBid(options.work.workSeconds, options.work.restartSeconds, market.stepSeconds);
        DurationBid lasting = new DurationBid(options.work.workSeconds, probability);
        double onDemand = market.onDemandDollarsPerHour;
        List<Line> lines = new ArrayList<>();
        bids.forEach(bid -> lines.add(line("yours", regime.checkedBid(bid, onDemand), path, lasting)));
        lines.add(line("median price", law.quantile(0.5), path, lasting));
        lines.add(line(
                String.format(Locale.ROOT, "one-time, percentile %.2f", 100 * zheng.oneTimePercentile()),
                zheng.oneTimeBid(law),
                path,
                lasting));
        double persistent = zheng.persistentBid(law);
        if (Double.isFinite(persistent)) {
            lines.add(line("persistent", persistent, path, lasting));
        }
        lasting.learnt(path, path.startSeconds(), path.endSeconds(), market.stepSeconds)
                .ifPresent(bid -> lines.add(line("lasts with guarantee", bid, path, lasting)));
        double cap = Math.min(regime.capRatio(), 10) * onDemand;
        new DraftsBid(options.work.workSeconds, probability, CONFIDENCE)
                .bid(path, path.endSeconds(), market.stepSeconds, cap)
                .ifPresentOrElse(
                        bid -> lines.add(line("DrAFTS, now", bid, path, lasting)),
                        () -> common.progress("DrAFTS promises nothing: the history is too short for probability "
                                + probability + ", or no bid up to the cap lasted often enough"));
        lines.add(line("on-demand", onDemand, path, lasting));
        lines.add(line("cap", cap, path, lasting));
        Table table = Table.of(
                "bid",
                "bidDollarsPerHour",
                "heldFraction",
                "meanPaidDollarsPerHour",
                "evictionsPerHeldHour",
                "lastsProbability");
        for (Line line : lines) {
            table = table.row(
                    line.bid(),
                    line.bidDollarsPerHour(),
                    line.heldFraction(),
                    line.meanPaidDollarsPerHour(),
                    line.evictionsPerHeldHour(),
                    line.lastsProbability());
        }
        return common.report()
                .json(new Result(market.name(), lines))
                .table(table)
                .figure(SpotFigures.bids(path, market, common))
                .say("lasts: the share of starts at which the bid would have held a machine for the whole work.")
                .print();
    }

    private Line line(String name, double bid, PricePath path, DurationBid lasting) {
        BidOutcome outcome = BidOutcome.of(path, Math.max(bid, 1e-9));
        double lasts = path.durationSeconds() > lasting.durationSeconds()
                ? lasting.coverage(path, bid, path.startSeconds(), path.endSeconds(), market.stepSeconds)
                : 0;
        return new Line(
                name,
                bid,
                outcome.heldFraction(),
                outcome.meanPaidDollarsPerHour(),
                outcome.evictionsPerHeldHour(),
                lasts);
    }
}
