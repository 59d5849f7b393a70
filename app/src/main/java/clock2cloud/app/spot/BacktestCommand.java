package clock2cloud.app.spot;

import clock2cloud.app.Common;
import clock2cloud.app.table.Table;
import clock2cloud.spot.eviction.ExponentialLife;
import clock2cloud.spot.job.BidSpells;
import clock2cloud.spot.job.CheckpointPolicy;
import clock2cloud.spot.job.Distribution;
import clock2cloud.spot.job.JobRun;
import clock2cloud.spot.job.Study;
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
        name = "backtest",
        description = "The job, begun at many random moments of a price history, for each bid.",
        footer = {"", "Example: ./c2c spot backtest --history prices.csv --bid 0.2,0.9,9 --work 5h --save fixed"})
final class BacktestCommand implements Callable<Integer> {
    @Mixin
    Common common;

    @Mixin
    MarketOptions market;

    @Mixin
    JobOptions options;

    @Option(names = "--bid", split = ",", defaultValue = "0.2,0.9,9", description = "Bids, dollars per hour.")
    List<Double> bids;

    @Option(names = "--starts", defaultValue = "1500", description = "Random starts (default: 1500).")
    int starts;

    @Option(names = "--date", defaultValue = "2017-07-20", description = "Whose rules hold (default: 2017-07-20).")
    LocalDate date;

    /** One bid's record. */
    record Line(
            double bidDollarsPerHour,
            int runs,
            int unfinished,
            double meanMakespanHours,
            double makespanStandardErrorHours,
            double p95MakespanHours,
            double meanCostDollars,
            double costStandardErrorDollars,
            double evictionsPerJob,
            double lostHoursPerJob) {}

    record Result(String market, String rules, double onDemandDollars, List<Line> bids) {}

    @Override
    public Integer call() {
        Regime regime = Regime.on(date);
        PricePath path = market.path(common);
        List<Line> lines = new ArrayList<>();
        for (double bid : bids) {
            lines.add(line(path, regime, regime.checkedBid(bid, market.onDemandDollarsPerHour)));
        }
        double bought = regime.onDemandBilling()
                        .chargedSeconds(options.work.workSeconds, clock2cloud.spot.bill.Ending.COMPLETED)
                / 3600
                * market.onDemandDollarsPerHour;
        Table table = Table.of(
                "bidDollarsPerHour",
                "finished",
                "meanMakespanHours",
                "p95MakespanHours",
                "meanCostDollars",
                "evictionsPerJob",
                "lostHours");
        for (Line line : lines) {
            table = table.row(
                    line.bidDollarsPerHour(),
                    line.runs() - line.unfinished(),
                    line.meanMakespanHours(),
                    line.p95MakespanHours(),
                    line.meanCostDollars(),
                    line.evictionsPerJob(),
                    line.lostHoursPerJob());
        }
        return common.report()
                .json(new Result(market.name(), regime.from().toString(), bought, lines))
                .table(table)
                .say(String.format(
                        Locale.ROOT,
                        "On demand the same work costs $%.2f. Jobs that the record is too short for are left out of the means.",
                        bought))
                .print();
    }

    private Line line(PricePath path, Regime regime, double bid) {
        BidOutcome held = BidOutcome.of(path, bid);
        double perHour = held.evictionsPerHeldHour();
        CheckpointPolicy policy =
                options.policy(new ExponentialLife(perHour > 0 ? 3600 / perHour : path.durationSeconds()));
        double latest = path.durationSeconds() - options.work.workSeconds;
        if (!(latest > 0)) {
            throw new IllegalArgumentException(
                    "the price history is shorter than the work of " + options.work.workSeconds + " s");
        }
        BidSpells spells = new BidSpells(path, bid);
        double notice = regime.noticeSeconds() > 0 ? regime.noticeSeconds() : -1;
        Study study = Parallel.in(
                common.threads(),
                () -> Study.of(starts, common.seed(), MarketOptions::random, random -> {
                    JobRun run = new JobRun(options.job(), policy, regime.spotBilling(), notice);
                    BidSpells cursor = spells.copy();
                    return Study.Trial.of(
                            run, () -> run.run(cursor, path.startSeconds() + random.nextDouble() * latest));
                }));
        Distribution none = Distribution.of(0);
        Distribution makespan = study.makespanSeconds().orElse(none);
        Distribution cost = study.costDollars().orElse(none);
        return new Line(
                bid,
                study.runs(),
                study.unfinished(),
                makespan.mean() / 3600,
                makespan.standardError() / 3600,
                makespan.p95() / 3600,
                cost.mean(),
                cost.standardError(),
                study.evictions().orElse(none).mean(),
                study.lostSeconds().orElse(none).mean() / 3600);
    }
}
