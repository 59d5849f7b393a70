package clock2cloud.app.spot;

import clock2cloud.app.chart.Figure;
import clock2cloud.spot.checkpoint.CheckpointRule;
import clock2cloud.spot.checkpoint.CheckpointedRun;
import clock2cloud.spot.eviction.ExponentialLife;
import clock2cloud.spot.eviction.FixedLife;
import clock2cloud.spot.job.BidSpells;
import clock2cloud.spot.job.CheckpointPolicy;
import clock2cloud.spot.job.Checkpoints;
import clock2cloud.spot.job.Distribution;
import clock2cloud.spot.job.Job;
import clock2cloud.spot.job.JobRun;
import clock2cloud.spot.job.RenewalSpells;
import clock2cloud.spot.job.Study;
import clock2cloud.spot.market.RegimeSwitching;
import clock2cloud.spot.price.PricePath;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Figures of one job: its cost over bids, its makespan over policies, its checkpoint interval. */
final class JobFigures {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final Job JOB = new Job(5 * HOUR, 5 * MINUTE, 2 * MINUTE);

    private JobFigures() {}

    static Figure costFan(long seed) {
        PricePath path = new RegimeSwitching(0.17, 0.90, 10, 40 * HOUR, 1.5 * HOUR, 0.15, 300)
                .path(MarketOptions.random(seed), 180 * 24 * HOUR);
        double[] bids = new double[16];
        double[] low = new double[16];
        double[] median = new double[16];
        double[] mean = new double[16];
        double[] high = new double[16];
        for (int i = 0; i < bids.length; i++) {
            bids[i] = 0.2 * Math.pow(9 / 0.2, i / 15.0);
            Distribution cost = replay(path, bids[i], seed);
            low[i] = cost.p5();
            median[i] = cost.median();
            mean[i] = cost.mean();
            high[i] = cost.p95();
        }
        return Figure.of("spot-cost-fan")
                .title(String.format(
                        Locale.ROOT,
                        "Five hours of work cost $%.2f in the mean at the lowest bid, $%.2f at the cap; on demand $4.50",
                        mean[0],
                        mean[15]))
                .subtitle(
                        "5 h job, 2,000 random starts in 180 simulated days, checkpoints every 30 min, killed hour free")
                .alt(
                        "Median and mean cost of the job against the bid, with a band from the 5th to the 95th percentile.")
                .xLog("bid", "$/h")
                .y("cost of the job", "$")
                .band("5 to 95%", bids, low, high)
                .line("median", bids, median)
                .line("mean", bids, mean)
                .rule("on demand", 4.5)
                .command("./c2c figures --only spot-cost-fan --out figures")
                .seed(seed);
    }

    private static Distribution replay(PricePath path, double bid, long seed) {
        BidSpells spells = new BidSpells(path, bid);
        double latest = path.durationSeconds() - 10 * 24 * HOUR;
        return Study.of(2000, seed, MarketOptions::random, random -> {
                    JobRun run = new JobRun(JOB, Checkpoints.fixed(30 * MINUTE), SpotFigures.rule(), -1);
                    BidSpells cursor = spells.copy();
                    return Study.Trial.of(run, () -> run.run(cursor, random.nextDouble() * latest));
                })
                .costDollars()
                .orElseThrow();
    }

    static Figure makespans(long seed) {
        Map<String, CheckpointPolicy> policies = new LinkedHashMap<>();
        CheckpointedRun law = new CheckpointedRun(5 * HOUR, 2 * MINUTE, 5 * MINUTE, 5 * HOUR);
        policies.put("none", Checkpoints.none());
        policies.put("hour boundary", Checkpoints.hourBoundary());
        policies.put("Daly", Checkpoints.fixed(CheckpointRule.DALY.intervalSeconds(law)));
        policies.put("two-minute notice", Checkpoints.onNotice());
        Figure figure = Figure.of("spot-makespan")
                .subtitle("5 h job, exponential lives with a mean of 5 h, restart 5 min, dump 2 min; 20,000 runs each")
                .alt("Cumulative distribution of the completion time for four checkpoint policies.")
                .x("completion", "h")
                .xLimits(5, 16)
                .y("jobs done", "%")
                .command("./c2c figures --only spot-makespan --out figures")
                .seed(seed);
        double[] p95 = new double[policies.size()];
        int k = 0;
        for (Map.Entry<String, CheckpointPolicy> entry : policies.entrySet()) {
            Study study = Study.of(
                    20_000,
                    seed,
                    MarketOptions::random,
                    random -> Study.Trial.of(
                            new JobRun(JOB, entry.getValue(), SpotFigures.rule(), 120),
                            new RenewalSpells(new ExponentialLife(5 * HOUR), new FixedLife(0), 0.17, random)));
            double[] hours = new double[111];
            double[] done = new double[111];
            for (int i = 0; i < hours.length; i++) {
                hours[i] = 5 + i * 0.1;
                done[i] = 100 * study.probabilityBy(hours[i] * HOUR);
            }
            p95[k++] = study.makespanSeconds().orElseThrow().p95() / HOUR;
            figure.line(entry.getKey(), hours, done);
        }
        return figure.title(String.format(
                Locale.ROOT,
                "Nineteen jobs in twenty are done in %.1f h without checkpoints, in %.1f h with Daly's",
                p95[0],
                p95[2]));
    }

    static Figure interval(long seed) {
        CheckpointedRun law = new CheckpointedRun(5 * HOUR, 2 * MINUTE, 5 * MINUTE, 5 * HOUR);
        double[] minutes = new double[80];
        double[] dollars = new double[80];
        for (int i = 0; i < minutes.length; i++) {
            minutes[i] = 3 * Math.pow(100, i / 79.0);
            dollars[i] = law.dalyExpectedSeconds(minutes[i] * MINUTE) / HOUR * 0.17;
        }
        double exact = CheckpointRule.EXACT.intervalSeconds(law);
        return Figure.of("spot-checkpoint-interval")
                .title(String.format(
                        Locale.ROOT,
                        "The best interval is %.1f min, and being wrong by a factor of two costs %.1f%%",
                        exact / MINUTE,
                        100 * (law.dalyExpectedSeconds(2 * exact) / law.dalyExpectedSeconds(exact) - 1)))
                .subtitle(
                        "5 h job at $0.17/h by the second, mean life 5 h, restart 5 min, dump 2 min; Daly's whole-run cost")
                .alt(
                        "Expected cost against the checkpoint interval on a logarithmic axis, flat around its minimum, with the"
                                + " intervals of Young, Daly and the exact optimum marked.")
                .xLog("interval", "min")
                .y("expected cost", "$")
                .line("expected cost", minutes, dollars)
                .moment("Young", CheckpointRule.YOUNG.intervalSeconds(law) / MINUTE)
                .moment("exact and Daly", exact / MINUTE)
                .source("Young 1974, Daly 2006")
                .command("./c2c figures --only spot-checkpoint-interval --out figures")
                .seed(seed);
    }
}
