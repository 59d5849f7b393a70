package clock2cloud.app.spot;

import clock2cloud.app.TrustLine;
import clock2cloud.spot.bid.ZhengBid;
import clock2cloud.spot.bill.BillingRule;
import clock2cloud.spot.bill.Ending;
import clock2cloud.spot.checkpoint.CheckpointRule;
import clock2cloud.spot.checkpoint.CheckpointedRun;
import clock2cloud.spot.eviction.BathtubLife;
import clock2cloud.spot.eviction.ExponentialLife;
import clock2cloud.spot.eviction.FixedLife;
import clock2cloud.spot.job.Checkpoints;
import clock2cloud.spot.job.Distribution;
import clock2cloud.spot.job.Job;
import clock2cloud.spot.job.JobRun;
import clock2cloud.spot.job.RenewalSpells;
import clock2cloud.spot.job.Study;
import java.util.ArrayList;
import java.util.List;

/** What the models of this floor were compared with, and how far off they were. */
public final class SpotChecks {
    private static final double HOUR = 3600;

    private static final int LIVES = 200_000;

    private SpotChecks() {}

    public static List<TrustLine> lines() {
        List<TrustLine> lines = new ArrayList<>(List.of(
                daly().computed(), simulated(), bathtub().computed(), zheng().withNoise("20,000 runs"), billing()));
        lines.addAll(MarketChecks.lines());
        lines.addAll(RehearsalChecks.lines());
        return lines;
    }

    private static TrustLine daly() {
        double[] means = {24 * HOUR, 6 * HOUR, 0.25 * HOUR};
        double[] modelled = new double[3];
        for (int i = 0; i < 3; i++) {
            modelled[i] = CheckpointRule.DALY.intervalSeconds(new CheckpointedRun(500 * HOUR, 300, 600, means[i])) / 60;
        }
        return TrustLine.of(
                "spot",
                "checkpoint interval",
                "Daly, FGCS 22 (2006), figures 3 to 5",
                "mean life 15 min to 24 h, minutes as printed",
                modelled,
                new double[] {117, 57, 9.1},
                0.01);
    }

    private static TrustLine simulated() {
        double[] lives = {HOUR, 5 * HOUR, 20 * HOUR};
        double[] modelled = new double[3];
        double[] actual = new double[3];
        double standardError = 0;
        for (int i = 0; i < 3; i++) {
            double mean = lives[i];
            actual[i] = new CheckpointedRun(5 * HOUR, 120, 300, mean).expectedSeconds(1800);
            Distribution makespan = Study.of(
                            20_000,
                            7,
                            MarketOptions::random,
                            random -> Study.Trial.of(
                                    new JobRun(
                                            new Job(5 * HOUR, 300, 120),
                                            Checkpoints.fixed(1800),
                                            BillingRule.SECOND,
                                            -1),
                                    new RenewalSpells(new ExponentialLife(mean), new FixedLife(0), 0.17, random)))
                    .makespanSeconds()
                    .orElseThrow();
            modelled[i] = makespan.mean();
            standardError += makespan.standardError() / makespan.mean() / 3;
        }
        return TrustLine.of(
                        "spot",
                        "simulated makespan",
                        "Daly's closed form",
                        "5 h job, lives of 1 to 20 h, 20,000 runs",
                        modelled,
                        actual,
                        0.01)
                .withStandardError(standardError);
    }

    private static TrustLine bathtub() {
        double[] hours = {1, 3, 5, 12, 23, 24};
        double[] modelled = new double[hours.length];
        for (int i = 0; i < hours.length; i++) {
            modelled[i] = BathtubLife.PUBLISHED.printedCdf(hours[i]);
        }
        return TrustLine.of(
                "spot",
                "bathtub lives",
                "Kadupitiya et al., HPDC 2020, equation 1",
                "1 to 24 h",
                modelled,
                new double[] {0.2775, 0.3989, 0.4121, 0.4137, 0.5247, 0.8274},
                0.0005);
    }

    private static TrustLine zheng() {
        ZhengBid bid = new ZhengBid(60, 0.5, 1);
        return TrustLine.of(
                "spot",
                "running time of a persistent bid",
                "20,000 runs slot by slot (Zheng et al., SIGCOMM 2015, equation 13 corrected)",
                "60 slots, restart half a slot",
                new double[] {bid.runningSeconds(0.9), bid.runningSeconds(0.95)},
                new double[] {63.110, 61.520},
                0.001);
    }

    private static TrustLine billing() {
        double[] modelled = new double[2];
        double standardError = 0;
        BillingRule[] rules = {BillingRule.KILLED_HOUR_FREE, BillingRule.SECOND_FIRST_HOUR_FREE};
        for (int i = 0; i < 2; i++) {
            var random = MarketOptions.random(7);
            double sum = 0;
            double squares = 0;
            for (int life = 0; life < LIVES; life++) {
                double hours =
                        rules[i].chargedSeconds(-Math.log1p(-random.nextDouble()) * 5 * HOUR, Ending.PRICE) / HOUR;
                sum += hours;
                squares += hours * hours;
            }
            modelled[i] = sum / LIVES;
            double deviation = Math.sqrt(squares / LIVES - modelled[i] * modelled[i]);
            standardError += deviation / Math.sqrt(LIVES) / modelled[i] / 2;
        }
        return TrustLine.of(
                        "spot",
                        "paid hours of a life",
                        "closed forms 1/(e^l - 1) and (1 + 1/l) e^-l",
                        "0.2 evictions an hour, 200,000 lives",
                        modelled,
                        new double[] {
                            BillingRule.KILLED_HOUR_FREE.expectedPaidHours(0.2), rules[1].expectedPaidHours(0.2)
                        },
                        0.01)
                .withStandardError(standardError);
    }
}
