package clock2cloud.app.slider;

import clock2cloud.spot.bill.BillingRule;
import clock2cloud.spot.checkpoint.CheckpointedRun;
import clock2cloud.spot.eviction.ExponentialLife;
import clock2cloud.spot.eviction.FixedLife;
import clock2cloud.spot.job.Checkpoints;
import clock2cloud.spot.job.Distribution;
import clock2cloud.spot.job.Job;
import clock2cloud.spot.job.JobRun;
import clock2cloud.spot.job.RenewalSpells;

/** Five hours of work on machines that are taken away: price, eviction rate and checkpoint interval in, a fan out. */
public final class SpotSlider {
    public static final double WORK_SECONDS = 5 * 3600;
    public static final double RESTART_SECONDS = 300;
    public static final double DUMP_SECONDS = 120;
    /** Intervals of the fan, from 5 to 300 minutes of work. */
    public static final int FAN = 13;

    private static final int COLUMNS = 12;
    /** Runs of one generator, as {@code Study} has them. */
    private static final int BATCH = 512;

    private SpotSlider() {}

    /**
     * @param bidDollarsPerHour the price paid, which is never above the bid
     * @param runs simulated jobs for the chosen interval; a quarter of them for each interval of the fan
     * @return for the chosen interval: expected seconds in closed form, then of the simulation mean, p5, p25, median, p75, p95
     *     of the seconds, and p5, mean, median, p95 of the dollars, and the mean number of evictions; then the same for
     *     each interval of the fan
     */
    public static double[] run(
            double bidDollarsPerHour, double evictionsPerHour, double intervalSeconds, double seed, double runs) {
        double[] out = new double[COLUMNS * (1 + FAN)];
        double meanLife = 3600 / evictionsPerHour;
        fill(out, 0, bidDollarsPerHour, meanLife, intervalSeconds, (long) seed, (int) runs);
        for (int i = 0; i < FAN; i++) {
            fill(out, COLUMNS * (1 + i), bidDollarsPerHour, meanLife, fanSeconds(i), (long) seed, (int) (runs / 4));
        }
        return out;
    }

    /** The interval of a place in the fan: even steps on a logarithmic axis. */
    public static double fanSeconds(int place) {
        return 300 * Math.pow(60, place / (FAN - 1.0));
    }

    private static void fill(
            double[] out, int at, double dollars, double meanLifeSeconds, double intervalSeconds, long seed, int runs) {
        double[][] columns = simulated(dollars, meanLifeSeconds, intervalSeconds, seed, runs);
        Distribution time = Distribution.of(columns[0]);
        Distribution cost = Distribution.of(columns[1]);
        CheckpointedRun law = new CheckpointedRun(WORK_SECONDS, DUMP_SECONDS, RESTART_SECONDS, meanLifeSeconds);
        double[] row = {
            law.expectedSeconds(intervalSeconds),
            time.mean(),
            time.p5(),
            time.p25(),
            time.median(),
            time.p75(),
            time.p95(),
            cost.p5(),
            cost.mean(),
            cost.median(),
            cost.p95(),
            Distribution.of(columns[2]).mean()
        };
        System.arraycopy(row, 0, out, at, COLUMNS);
    }

    /** The runs of {@code ./c2c spot job}, batch by batch on this thread: seconds, dollars, evictions. */
    private static double[][] simulated(
            double dollars, double meanLifeSeconds, double intervalSeconds, long seed, int runs) {
        double[][] columns = new double[3][runs];
        JobRun run = new JobRun(
                new Job(WORK_SECONDS, RESTART_SECONDS, DUMP_SECONDS),
                Checkpoints.fixed(intervalSeconds),
                BillingRule.KILLED_HOUR_FREE,
                -1);
        for (int batch = 0; batch * BATCH < runs; batch++) {
            RenewalSpells spells = new RenewalSpells(
                    new ExponentialLife(meanLifeSeconds),
                    new FixedLife(0),
                    dollars,
                    new L64X128Mix(seed * 0x9E3779B97F4A7C15L + batch));
            for (int i = batch * BATCH; i < Math.min(runs, (batch + 1) * BATCH); i++) {
                spells.reset();
                if (!run.run(spells, 0)) {
                    throw new IllegalStateException("a run did not end");
                }
                columns[0][i] = run.makespanSeconds();
                columns[1][i] = run.costDollars();
                columns[2][i] = run.evictions();
            }
        }
        return columns;
    }
}
