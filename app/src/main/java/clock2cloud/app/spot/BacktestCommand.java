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
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "backtest",
        description = "The job, begun at many random moments of a price history, for each bid.",
        footer = {
            "",
            "Example, with made-up prices:",
            "./c2c spot backtest --history docs/examples/spot-prices.json --bid 0.2,0.9,9 --work 5h --save fixed"
        })
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
            OptionalDouble meanMakespanHours,
            OptionalDouble makespanStandardErrorHours,
            OptionalDouble p95MakespanHours,
            OptionalDouble meanCostDollars,
            OptionalDouble costStandardErrorDollars,
            OptionalDouble evictionsPerJob,
            OptionalDouble lostHoursPerJob) {}

    record Result(String market, String rules, double onDemandDollars, List<Line> bids) {}

    @Override
    public Integer call() {
        Regime regime = Regime.on(date);
        PricePath path = market.path(common);
        if (!regime.bids()) {
            common.progress("since " + regime.from()
                    + " prices end no machine; the bids are taken as maximum prices of one's own");
        }
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
        return new Line(
                bid,
                study.runs(),
                study.unfinished(),
                of(study.makespanSeconds(), d -> d.mean() / 3600),
                of(study.makespanSeconds(), d -> d.standardError() / 3600),
                of(study.makespanSeconds(), d -> d.p95() / 3600),
                of(study.costDollars(), Distribution::mean),
                of(study.costDollars(), Distribution::standardError),
                of(study.evictions(), Distribution::mean),
                of(study.lostSeconds(), d -> d.mean() / 3600));
    }

    private static OptionalDouble of(Optional<Distribution> runs, ToDoubleFunction<Distribution> figure) {
        return runs.isPresent() ? OptionalDouble.of(figure.applyAsDouble(runs.get())) : OptionalDouble.empty();
    }
}
