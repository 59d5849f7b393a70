package clock2cloud.app.spot;

import clock2cloud.app.Common;
import clock2cloud.spot.bill.Bill;
import clock2cloud.spot.bill.BillingRule;
import clock2cloud.spot.checkpoint.CheckpointRule;
import clock2cloud.spot.eviction.FixedLife;
import clock2cloud.spot.job.Checkpoints;
import clock2cloud.spot.job.JobRun;
import clock2cloud.spot.job.RenewalSpells;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rehearse",
        description = "Train a real net in a process that is killed where the market says, and compare.",
        footer = {
            "",
            "Example: ./c2c spot rehearse --work 5h --mean-life 30min --epochs 60",
            "Example: ./c2c spot rehearse --bid 0.2 --model zones --epochs 20 --start 16h"
        })
final class RehearseCommand implements Callable<Integer> {
    private static final int MOST_MACHINES = 2000;

    @Mixin
    Common common;

    @Mixin
    WorkOptions work;

    @Mixin
    DeathOptions death;

    @Option(names = "--every", description = "Epochs between checkpoints (default: Daly's interval, rounded).")
    int every;

    @Option(names = "--epochs", defaultValue = "60", description = "That the work stands for (default: 60).")
    int epochs;

    @Option(names = "--layers", defaultValue = "784,32,10", description = "Of the real net (default: 784,32,10).")
    String layers;

    @Option(names = "--rows", defaultValue = "500", description = "Rows of MNIST to train on (default: 500).")
    int rows;

    @Override
    public Integer call() {
        if (epochs < 2 || epochs > 100_000 || rows < 10 || rows > 60_000) {
            throw new IllegalArgumentException("--epochs must be 2 to 100000 and --rows 10 to 60000");
        }
        if (!layers.matches("784(,[1-9][0-9]{0,3})*,10")) {
            throw new IllegalArgumentException("--layers " + layers + " must lead from 784 to 10, as 784,32,10");
        }
        BillingRule billing = death.regime().spotBilling();
        Deaths deaths = death.deaths(common);
        Rehearsal rehearsal = new Rehearsal(epochs, interval(deaths), work.job());
        JobRun forecast = forecast(rehearsal, billing, deaths);
        RehearsalReport result;
        try (RehearsalFolder folder = new RehearsalFolder()) {
            result = rehearse(rehearsal, forecast, deaths, folder);
        }
        var report = common.report()
                .json(result)
                .table(result.table())
                .say(result.words(work.workSeconds, death.regime().from().toString())
                        + (result.kills() > 0
                                ? ""
                                : deaths.remark(deaths.startSeconds() + forecast.makespanSeconds())));
        return (result.bitIdentical() ? report : report.failed("the weights differ from the uninterrupted run's"))
                .print();
    }

    /** Once without any death, once on paper, once with the deaths. */
    private RehearsalReport rehearse(Rehearsal rehearsal, JobRun forecast, Deaths deaths, RehearsalFolder folder) {
        Trainee.Plan calmPlan = new Trainee.Plan(
                folder.of("calm"), folder.rows(rows), rows, layers, common.seed(), epochs, rehearsal.every());
        RehearsalClock calm = new RehearsalClock();
        common.progress("once without any death ...");
        RenewalSpells nobody =
                new RenewalSpells(new FixedLife(1e11), new FixedLife(0), 0, MarketOptions.random(common.seed()));
        rehearsal.run(nobody, 0, () -> new Child(calmPlan, calm));
        PaperWorker.Ledger paper = new PaperWorker.Ledger(calm);
        rehearsal.run(deaths.spells().get(), deaths.startSeconds(), paper::launch);
        common.progress(String.format(
                Locale.ROOT,
                "forecast: %d kills, %.1f s of wall time; now with them ...",
                forecast.evictions(),
                paper.wallSeconds()));
        Trainee.Plan plan = calmPlan.in(folder.of("stormy"));
        RehearsalClock clock = new RehearsalClock();
        long begun = System.nanoTime();
        RehearsalOutcome outcome =
                rehearsal.run(deaths.spells().get(), deaths.startSeconds(), () -> new Child(plan, clock));
        double wall = (System.nanoTime() - begun) / 1e9;
        return RehearsalReport.of(
                new RehearsalReport.Pair(
                        forecast, outcome, paper.wallSeconds(), wall, folder.sameFinalCheckpoint("calm", "stormy")),
                rehearsal,
                expected(rehearsal, deaths),
                Bill.of(outcome.leases(), death.regime().spotBilling(), deaths.priceAt()),
                Bill.ofOneRun(work.workSeconds, death.regime().onDemandBilling(), death.market.onDemandDollarsPerHour));
    }

    /** Daly's closed form, where a law says who dies. */
    private OptionalDouble expected(Rehearsal rehearsal, Deaths deaths) {
        return deaths.bid().isPresent()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        work.law(deaths.meanLifeSeconds()).expectedSeconds(rehearsal.every() * rehearsal.epochSeconds())
                                / 3600);
    }

    /** Epochs between checkpoints: as asked for, or the whole number nearest to Daly's interval. */
    private int interval(Deaths deaths) {
        if (every < 0 || every > epochs) {
            throw new IllegalArgumentException("--every " + every + " must be 1 to " + epochs + " epochs");
        }
        if (every > 0 || Double.isInfinite(deaths.meanLifeSeconds())) {
            return every > 0 ? every : epochs;
        }
        double daly = CheckpointRule.DALY.intervalSeconds(work.law(deaths.meanLifeSeconds()));
        return (int) Math.max(1, Math.min(epochs, Math.round(daly / (work.workSeconds / epochs))));
    }

    /** The same run by the model alone; refuses one that would hardly ever end. */
    private static JobRun forecast(Rehearsal rehearsal, BillingRule rule, Deaths deaths) {
        JobRun run =
                new JobRun(rehearsal.job(), Checkpoints.fixed(rehearsal.every() * rehearsal.epochSeconds()), rule, -1);
        if (!run.run(deaths.spells().get(), deaths.startSeconds()) || run.evictions() > MOST_MACHINES) {
            throw new IllegalArgumentException(
                    deaths.bid().isPresent() && run.evictions() <= MOST_MACHINES
                            ? "the prices end before the job does, after " + run.evictions()
                                    + " evictions; bid more, save oftener (--every), or give longer prices (--days)"
                            : "this job would need more than " + MOST_MACHINES
                                    + " machines; save oftener (--every), bid more," + " or let machines live longer");
        }
        return run;
    }
}
