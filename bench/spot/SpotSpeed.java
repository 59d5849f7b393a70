import clock2cloud.spot.bill.BillingRule;
import clock2cloud.spot.eviction.ExponentialLife;
import clock2cloud.spot.eviction.FixedLife;
import clock2cloud.spot.job.BidSpells;
import clock2cloud.spot.job.Checkpoints;
import clock2cloud.spot.job.Job;
import clock2cloud.spot.job.JobRun;
import clock2cloud.spot.job.RenewalSpells;
import clock2cloud.spot.job.Study;
import clock2cloud.spot.market.CorrelatedZones;
import clock2cloud.spot.market.RegimeSwitching;
import clock2cloud.spot.market.UniformPriceAuction;
import clock2cloud.spot.price.PricePath;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Speed of the spot floor: median of 9 repeats after 5 warm-ups. Run it with bench/spot/run.sh. */
public class SpotSpeed {
    private static final int WARM_UPS = 5;
    private static final int REPEATS = 9;
    private static final double HOUR = 3600;

    interface Once {
        Object run() throws Exception;
    }

    static void time(String name, double units, String unit, Once once) throws Exception {
        for (int i = 0; i < WARM_UPS; i++) {
            once.run();
        }
        double[] seconds = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            long from = System.nanoTime();
            once.run();
            seconds[i] = (System.nanoTime() - from) / 1e9;
        }
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "%-44s median %8.2f ms (%.2f to %.2f), %,.0f %s%n",
                name,
                seconds[REPEATS / 2] * 1e3,
                seconds[0] * 1e3,
                seconds[REPEATS - 1] * 1e3,
                units / seconds[REPEATS / 2],
                unit);
    }

    static Study on(int threads, Callable<Study> study) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(study).get();
        } finally {
            pool.shutdown();
        }
    }

    static Callable<Study> study(int runs, Function<RandomGenerator, Study.Trial> trials) {
        return () -> Study.of(runs, 7, SplittableRandom::new, trials);
    }

    public static void main(String... args) throws Exception {
        Job job = new Job(5 * HOUR, 300, 120);
        Function<RandomGenerator, Study.Trial> renewal = random -> Study.Trial.of(
                new JobRun(job, Checkpoints.fixed(1800), BillingRule.KILLED_HOUR_FREE, -1),
                new RenewalSpells(new ExponentialLife(5 * HOUR), new FixedLife(0), 0.17, random));
        PricePath year = new RegimeSwitching(0.17, 0.9, 10, 40 * HOUR, 1.5 * HOUR, 0.15, 300)
                .path(new SplittableRandom(7), 365 * 24 * HOUR);
        PricePath auction = new UniformPriceAuction(500, 0.2, 0.6, 60, 7200, 0.113, 9, 300)
                .path(new SplittableRandom(7), 30 * 24 * HOUR);
        for (int threads : new int[] {1, 2}) {
            time("renewal, " + threads + " thread(s)", 200_000, "jobs/s", () -> on(threads, study(200_000, renewal)));
            time("replay of a year, " + threads + " thread(s)", 50_000, "jobs/s",
                    () -> on(threads, study(50_000, replay(job, year, 0.9))));
            time("auction month, " + threads + " thread(s)", 50_000, "jobs/s",
                    () -> on(threads, study(50_000, replay(job, auction, 0.3))));
        }
        CorrelatedZones zones = CorrelatedZones.of2015(0.09, 0.65, 300);
        time("a year of 5-minute prices in 3 zones", 1, "years/s", () -> zones.paths(new SplittableRandom(7), 365 * 24 * HOUR));
        allocation(job);
    }

    static Function<RandomGenerator, Study.Trial> replay(Job job, PricePath path, double bid) {
        BidSpells spells = new BidSpells(path, bid);
        double latest = path.durationSeconds() - 5 * 24 * HOUR;
        return random -> {
            JobRun run = new JobRun(job, Checkpoints.fixed(1800), BillingRule.KILLED_HOUR_FREE, -1);
            BidSpells cursor = spells.copy();
            return Study.Trial.of(run, () -> run.run(cursor, random.nextDouble() * latest));
        };
    }

    static void allocation(Job job) {
        JobRun run = new JobRun(job, Checkpoints.fixed(1800), BillingRule.KILLED_HOUR_FREE, -1);
        RenewalSpells spells =
                new RenewalSpells(new ExponentialLife(5 * HOUR), new FixedLife(0), 0.17, new SplittableRandom(7));
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = 0;
        int runs = 100_000;
        for (int i = 0; i < 2 * runs; i++) {
            before = i == runs ? threads.getCurrentThreadAllocatedBytes() : before;
            spells.reset();
            run.run(spells, 0);
        }
        System.out.printf(
                Locale.ROOT,
                "bytes allocated a job: %.3f%n",
                (threads.getCurrentThreadAllocatedBytes() - before) / (double) runs);
    }
}
