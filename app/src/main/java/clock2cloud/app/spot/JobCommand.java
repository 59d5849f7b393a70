package clock2cloud.app.spot;

import clock2cloud.app.Common;
import clock2cloud.app.table.Converters;
import clock2cloud.app.table.Explanation;
import clock2cloud.spot.bill.BillingRule;
import clock2cloud.spot.checkpoint.CheckpointedRun;
import clock2cloud.spot.eviction.LifeLaw;
import clock2cloud.spot.job.JobRun;
import clock2cloud.spot.job.RenewalSpells;
import clock2cloud.spot.job.Study;
import clock2cloud.spot.rule.Regime;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "job",
        description = "A job on machines that die: time, cost and evictions in distribution, beside the closed form.",
        footer = {"", "Example: ./c2c spot job --work 5h --mean-life 5h --save daly --deadline 7h"})
final class JobCommand implements Callable<Integer> {
    @Mixin
    Common common;

    @Mixin
    JobOptions options;

    @Mixin
    LifeOptions life;

    @Option(names = "--price", defaultValue = "0.17", converter = Converters.DollarsPerHour.class)
    double dollarsPerHour;

    @Option(names = "--date", defaultValue = "2017-07-20", description = "Whose rules hold (default: 2017-07-20).")
    LocalDate date;

    @Option(
            names = "--deadline",
            converter = Converters.Seconds.class,
            description = "To be met with what probability?")
    Optional<Double> deadlineSeconds = Optional.empty();

    @Option(names = "--runs", defaultValue = "20000", description = "Simulated runs (default: 20000).")
    int runs;

    @Override
    public Integer call() {
        Regime regime = Regime.on(date);
        LifeLaw lives = life.lives();
        LifeLaw waits = life.waits();
        life.remark().ifPresent(common::progress);
        if (deadlineSeconds.isPresent() && deadlineSeconds.get() < options.work.workSeconds) {
            throw new IllegalArgumentException("no policy can meet a deadline of " + deadlineSeconds.get() + " s with "
                    + options.work.workSeconds + " s of work");
        }
        double notice = regime.noticeSeconds() > 0 ? regime.noticeSeconds() : -1;
        OptionalDouble expected = closedForm(waits);
        var policy = options.policy(lives);
        canEnd(new JobRun(options.job(), policy, regime.spotBilling(), notice), lives, waits);
        Study study = Parallel.in(
                common.threads(),
                () -> Study.of(
                        runs,
                        common.seed(),
                        MarketOptions::random,
                        random -> Study.Trial.of(
                                new JobRun(options.job(), policy, regime.spotBilling(), notice),
                                new RenewalSpells(lives, waits, dollarsPerHour, random))));
        JobReport result = report(regime, lives, waits, expected, study);
        return common.report()
                .json(result)
                .table(result.table())
                .explain(explanation(lives))
                .say(result.words())
                .print();
    }

    /** One run first: a job that a million machines do not end is refused, not tried twenty thousand times. */
    private void canEnd(JobRun once, LifeLaw lives, LifeLaw waits) {
        RenewalSpells spells = new RenewalSpells(lives, waits, dollarsPerHour, MarketOptions.random(common.seed()));
        if (!once.run(spells, 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "this job would need more than a million machines: they live %.4g min in the mean, and a restart takes"
                            + " %.4g min, a dump %.4g min; save oftener, or let machines live longer",
                    lives.meanSeconds() / 60,
                    options.work.restartSeconds / 60,
                    options.job().dumpSeconds() / 60));
        }
    }

    private Optional<CheckpointedRun> daly() {
        boolean intervals = options.everyInterval();
        return life.law == LifeOptions.Law.EXPONENTIAL && intervals
                ? Optional.of(options.law(life.meanLifeSeconds))
                : Optional.empty();
    }

    /** Daly's expectation, and the mean wait for every eviction. */
    private OptionalDouble closedForm(LifeLaw waits) {
        return daly().map(run -> {
                    double seconds = run.expectedSeconds(options.interval(life.meanLifeSeconds));
                    return OptionalDouble.of(seconds + run.expectedEvictions(seconds) * waits.meanSeconds());
                })
                .orElse(OptionalDouble.empty());
    }

    private JobReport report(Regime regime, LifeLaw lives, LifeLaw waits, OptionalDouble expected, Study study) {
        double interval = options.interval(lives.meanSeconds());
        OptionalDouble running = expected.isPresent()
                ? OptionalDouble.of(expected.getAsDouble() / (1 + waits.meanSeconds() / lives.meanSeconds()))
                : OptionalDouble.empty();
        boolean bySecond = regime.spotBilling() == BillingRule.SECOND;
        return new JobReport(
                life.law.toString(),
                options.save.toString(),
                Double.isFinite(interval) ? OptionalDouble.of(interval) : OptionalDouble.empty(),
                options.job().dumpSeconds(),
                regime.from().toString(),
                regime.spotBilling().name().toLowerCase(Locale.ROOT),
                runs,
                study.makespanSeconds(),
                study.costDollars(),
                study.evictions(),
                study.lostSeconds(),
                expected,
                running.isPresent() ? OptionalDouble.of(running.getAsDouble() / lives.meanSeconds()) : running,
                running.isPresent() && bySecond
                        ? OptionalDouble.of(running.getAsDouble() * dollarsPerHour / 3600)
                        : OptionalDouble.empty(),
                deadlineSeconds
                        .map(seconds -> OptionalDouble.of(study.probabilityBy(seconds)))
                        .orElse(OptionalDouble.empty()));
    }

    private Explanation explanation(LifeLaw lives) {
        double mean = lives.meanSeconds();
        double interval = options.interval(mean);
        return Explanation.of(
                "Expected time under memoryless evictions",
                "E = M e^(R/M) [ (n - 1) (e^((tau + d)/M) - 1) + (e^(last/M) - 1) ], n pieces of tau",
                String.format(
                        Locale.ROOT,
                        "M = %.4g h, R = %.4g s, d = %.4g s, %s: E = %.4g h",
                        mean / 3600,
                        options.work.restartSeconds,
                        options.job().dumpSeconds(),
                        Double.isFinite(interval)
                                ? String.format(Locale.ROOT, "tau = %.4g min", interval / 60)
                                : "one piece, never saved",
                        options.law(mean).expectedSeconds(interval) / 3600),
                "exponential lives, a new machine at once",
                "Daly, FGCS 22 (2006)");
    }
}
